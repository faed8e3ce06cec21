"""The summary of a story: what is chosen, what is refused, in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from digest.model import Entity, Origin, Reading, Span
from digest.summarize import lead, summarize
from tests.summarize.build import reading

BRIDGE = (
    reading(
        "a",
        "The old harbour bridge at Orlin collapsed on Monday, and four workers were hurt.",
        "It had been closed to lorries since March.",
        "Engineers will inspect the remaining pillars this week.",
        title="Harbour bridge collapses at Orlin, four workers hurt",
        published="2024-05-07",
        dangling="It",
    ),
    reading(
        "b",
        "Four workers were hurt when the harbour bridge at Orlin collapsed on Monday morning.",
        "Mayor Lena Brandt said that engineers had warned of rust in the pillars two years ago.",
        "“We will rebuild it,” she added.",
        title="YOU WON'T BELIEVE WHAT FELL DOWN",
        published="2024-05-06",
    ),
    reading(
        "c",
        "Is Orlin safe?",
        "Rust in the pillars of the harbour bridge had been reported to Mayor Lena Brandt in 2022.",
        "The city bakery won a prize.",
        title="Why did the bridge fall?",
        published="2024-05-07",
    ),
)


def printed(readings: Sequence[Reading], spans: Sequence[Span]) -> list[str]:
    articles = {r.article.id: r.article for r in readings}
    return [
        (articles[s.article_id].text if s.part == "text" else articles[s.article_id].title)[s.start : s.end]
        for s in spans
    ]


def test_leads_with_what_all_report_and_does_not_repeat_it() -> None:
    sentences = printed(BRIDGE, summarize("s", BRIDGE, words=40).sentences)
    assert "collapsed" in sentences[0]
    assert sum("collapsed" in sentence for sentence in sentences) == 1


def test_takes_what_several_origins_report_and_leaves_what_one_alone_says() -> None:
    sentences = printed(BRIDGE, summarize("s", BRIDGE).sentences)
    assert any("ust in the pillars" in sentence for sentence in sentences)
    assert not any("bakery" in sentence for sentence in sentences)


def test_headline_informs_and_does_not_tease_or_shout() -> None:
    summary = summarize("s", BRIDGE)
    assert summary.headline.part == "title"
    assert printed(BRIDGE, [summary.headline]) == ["Harbour bridge collapses at Orlin, four workers hurt"]


def test_headline_is_a_sentence_where_no_article_has_a_title() -> None:
    untitled = [reading("a", "A fire destroyed the market hall."), reading("b", "The market hall burned.")]
    assert printed(untitled, [summarize("s", untitled).headline]) == ["A fire destroyed the market hall."]


def test_copies_of_one_report_do_not_corroborate_it() -> None:
    copies = [reading(i, "The bakery won a golden prize.", "Voters chose Lena Brandt.") for i in "ab"]
    other = reading("c", "Lena Brandt thanked the voters who chose her.")
    origins = [Origin("a", ("a", "b"), "exact copies"), Origin("c", ("c",), "")]
    assert "Brandt" in printed([*copies, other], [lead([*copies, other], origins)])[0]


def test_a_leaning_sentence_only_follows_the_one_it_leans_on() -> None:
    story = [
        reading(
            "a",
            "Minister Ada Okoro resigned on Friday over the harbour contract.",
            "She denied that a ferry company had paid for her holiday.",
            title="Minister Okoro resigns over harbour contract and holiday paid by ferry company",
            dangling="She",
        ),
        reading(
            "b",
            "Auditors found in March that a company had bought journeys for members of the cabinet.",
            "The town bakery will stay open in the summer, as it does in every year that has a regatta.",
            "A regatta needs wind, sails and a great deal of patience with those who come to watch it.",
        ),
    ]
    sentences = printed(story, summarize("s", story).sentences)
    assert sentences[:2] == [
        "Minister Ada Okoro resigned on Friday over the harbour contract.",
        "She denied that a ferry company had paid for her holiday.",
    ]


def test_a_surname_waits_until_the_full_name_is_given() -> None:
    plain = "Okoro opposed the sale of the harbour ferry to Norland."
    full = "Ada Okoro, the minister, opposed the sale of the harbour ferry to Norland."
    story = [reading("a", plain, full), reading("b", "The sale of the harbour ferry to Norland was opposed.")]
    names = (
        Entity(0, 5, "Okoro", "PERSON", "Ada Okoro"),
        Entity(len(plain) + 2, len(plain) + 11, "Ada Okoro", "PERSON", "Ada Okoro"),
    )
    told = replace(story[0], entities=names)
    assert printed([told, story[1]], [lead([told, story[1]])]) != [plain]


def test_the_lead_bears_out_the_headline() -> None:
    title = "Okoro denied bribes over ferry"
    story = [
        reading("a", "Minister Okoro broke the silence over the ferry contract on Tuesday.", title=title),
        reading("b", "Minister Okoro denied bribes on Tuesday over the ferry.", title="Okoro on ferry"),
    ]
    assert "denied bribes" in printed(story, [lead(story)])[0]


def test_what_an_overtaken_article_announces_is_not_printed() -> None:
    story = [
        reading(
            "a",
            "Okoro and Brandt will talk about harbour fees in Orlin on Monday.",
            "The meeting is scheduled to begin at noon in the town hall of Orlin.",
            title="Okoro and Brandt to talk about harbour fees",
        ),
        reading(
            "b",
            "Okoro and Brandt talked about harbour fees in Orlin on Monday.",
            "Harbour fees have doubled in Orlin since the old bridge fell into the fjord.",
            title="Okoro and Brandt talk harbour fees",
        ),
    ]
    sentences = printed(story, summarize("s", story).sentences)
    assert sentences[0].startswith("Okoro and Brandt talked")
    assert not any("will" in s or "scheduled" in s for s in sentences)


def test_a_column_in_its_own_voice_does_not_lead() -> None:
    column = reading(
        "a", "The council closes the ferry line, a shame for Orlin.", "We need ferries.", "I sail."
    )
    own = [replace(s, dangling="speaks as 'we'") if n else s for n, s in enumerate(column.sentences)]
    report = reading("b", "The council closes the ferry line, officials of Orlin told traders.")
    assert summarize("s", [replace(column, sentences=tuple(own)), report]).sentences[0].article_id == "b"


def test_opinion_does_not_lead_where_there_is_reporting() -> None:
    claim = "The reckless closing of the ferry line at Orlin shames the council."
    story = [
        reading("a", claim, title="Opinion: A shameful closing of the ferry line"),
        reading("b", "The council of Orlin voted on Monday for the closing of the ferry line."),
    ]
    assert printed(story, [lead(story)]) != [claim]


def test_says_something_new_where_an_edition_has_printed_the_lead() -> None:
    first = lead(BRIDGE)
    again = summarize("s", BRIDGE, avoid=[first])
    assert first not in again.sentences
    assert again.sentences
    assert not any("collapsed" in sentence for sentence in printed(BRIDGE, again.sentences))


def test_a_sentence_printed_with_its_dateline_is_known_again() -> None:
    story = [
        reading(
            "a", "ORLIN (Reuters) - The harbour bridge collapsed on Monday.", "Four workers were hurt badly."
        ),
        reading("b", "Four workers were hurt at the bridge on Monday.", "The mayor closed both river banks."),
    ]
    whole = Span("a", 0, len("ORLIN (Reuters) - The harbour bridge collapsed on Monday."))
    again = summarize("s", story, avoid=[whole])
    assert again.sentences
    assert not any("collapsed" in sentence for sentence in printed(story, again.sentences))


def test_a_story_told_in_full_is_told_again() -> None:
    everything = [Span(r.article.id, 0, len(r.article.text)) for r in BRIDGE]
    assert summarize("s", BRIDGE, avoid=everything) == summarize("s", BRIDGE)


FIRST_DAY = reading(
    "a",
    "The harbour bridge collapsed on Monday evening.",
    "Divers will search the harbour until everybody is found.",
    title="Harbour bridge collapses at Orlin",
)
SECOND_DAY = reading(
    "b",
    "The harbour bridge collapsed on Monday evening.",
    "Divers found the last missing worker beneath the wreck.",
    title="Search at Orlin ends with workers found",
)
PRINTED = [Span("a", 0, len("The harbour bridge collapsed on Monday evening.")), Span("a", 0, 33, "title")]


def test_a_developing_story_is_told_by_what_came() -> None:
    again = summarize("s", [FIRST_DAY, SECOND_DAY], avoid=PRINTED, fresh={"b"})
    assert printed([FIRST_DAY, SECOND_DAY], again.sentences) == [
        "Divers found the last missing worker beneath the wreck."
    ]
    assert again.headline == Span("b", 0, len("Search at Orlin ends with workers found"), "title")
    assert lead([FIRST_DAY, SECOND_DAY], avoid=PRINTED, fresh={"b"}) == again.sentences[0]


def test_what_came_is_told_even_if_it_says_nothing_new() -> None:
    copy = reading("b", "The harbour bridge collapsed on Monday evening.", title="")
    again = summarize("s", [FIRST_DAY, copy], avoid=PRINTED, fresh={"b"})
    assert {span.article_id for span in again.sentences} == {"b"}


def test_stories_with_little_to_say() -> None:
    title_only = [reading("a", title="Ferry line closes")]
    assert summarize("s", title_only).headline == lead(title_only) == Span("a", 0, 17, "title")
    assert summarize("s", title_only).sentences == ()
    only_a_cry = [reading("a", "Closed!")]
    assert summarize("s", only_a_cry).headline == lead(only_a_cry) == Span("a", 0, 7)
    nothing = [reading("a", "")]
    assert summarize("s", nothing).headline == Span("a", 0, 0)


WORDS = st.sampled_from(["troops", "moved", "north", "while", "leaders", "grain", "Orlin", "harbour"])
SENTENCES = st.lists(WORDS, min_size=5, max_size=14).map(lambda words: " ".join(words).capitalize() + ".")
STORIES = st.lists(st.lists(SENTENCES, min_size=1, max_size=6), min_size=1, max_size=5).map(
    lambda texts: [reading(f"r{n}", *text, title=text[0][:-1]) for n, text in enumerate(texts)]
)


@settings(max_examples=60, deadline=None)
@given(STORIES, st.integers(10, 120), st.randoms(use_true_random=False))
def test_law_order_of_articles_does_not_matter(story: list[Reading], words: int, shuffler) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(story)
    shuffler.shuffle(shuffled)
    assert summarize("s", story, words=words) == summarize("s", shuffled, words=words)


@settings(max_examples=60, deadline=None)
@given(STORIES, st.integers(10, 120))
def test_law_whole_sentences_once_each_within_the_budget(story: list[Reading], words: int) -> None:
    summary = summarize("s", story, words=words)
    known = {(r.article.id, s.start, s.end) for r in story for s in r.sentences}
    assert all((s.article_id, s.start, s.end) in known for s in summary.sentences)
    assert len(set(summary.sentences)) == len(summary.sentences)
    longest = max(len(text.split()) for text in printed(story, summary.sentences))
    assert sum(len(t.split()) for t in printed(story, summary.sentences)) <= max(longest, words * 1.15)
