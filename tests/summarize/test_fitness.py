"""Which sentences may be printed by themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest.annotate import annotate
from digest.extract.sentences import find_sentences
from digest.language import load
from digest.model import Article, Paragraph, Quote, Speaker
from digest.summarize.fitness import adds, discount, leans, unfit
from digest.summarize.wording import announces
from tests.summarize.build import reading


@pytest.mark.parametrize(
    "text",
    [
        "The council voted on Monday to close the ferry line.",
        "“The ferry line is too dear to keep,” Mayor Lena Brandt said on Monday.",
        "The council called the ferry line “a luxury of our past” and voted to close it.",
        "The former official for harbours said that the ferry line was rusting.",
        "'Too dear to keep' is what the mayor called the ferry line.",
        "Islanders who missed the ferries watched them leave the harbour.",
        "The group of islanders has called the ferry line a luxury.",
        "Photos of the ferry show holes that rust has eaten into its hull.",
        "Here are the three islands that the ferry line served until Monday.",
        "This report of the harbour office counts 14 holes in the hull.",
        "Followers of the ferry line met at the harbour of Orlin.",
        "Former F.B.I. agent Ada Okoro told the U.S. council to close the ferry line.",
        "The U.S. council voted on Monday to close the ferry line, according to a U.S. official.",
    ],
)
def test_fit(text: str) -> None:
    story = reading("a", text)
    assert unfit(story, story.sentences[0]) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Will the council close the ferry line?", "a question"),
        ("Closed for good.", "shorter than a sentence"),
        ("Call before you take the ferry to the islands.", "speaks to the reader"),
        ("FILE PHOTO: A ferry leaves the harbour of Orlin.", "page furniture"),
        ("Read more: The ferries and ports of Norland in pictures.", "page furniture"),
        ("The council voted on Monday to close the ferry line that...", "not a finished sentence"),
        ("The council voted on Monday to close the ferry line …", "not a finished sentence"),
        ("“The council voted on Monday to close the ferry line …”", "not a finished sentence"),
        (
            "The council (which met on Monday voted to close the ferry line.",
            "holds half of a quotation or bracket",
        ),
        (
            "An earlier version of this article said that the ferry line was closed.",
            "says only where something is told",
        ),
        (
            "Correction: The ferry line has served three islands, not two.",
            "says only where something is told",
        ),
        (
            "Because of an editing error, a report misstated the age of the ferry.",
            "says only where something is told",
        ),
        ("'The ferry line is too dear to keep in the winter.", "holds half of a quotation or bracket"),
        ("The council wrote on Monday to Sens.", "not a finished sentence"),
        (
            "The ferry maker said on Monday that rust was common.",
            "speaks of a group that another sentence names",
        ),
        ("Here is what is known so far about the ferry line.", "says only where something is told"),
        ("Here’s what the council said about the ferry line.", "says only where something is told"),
        ("This story has been updated with the council's answer.", "says only where something is told"),
        ("There was one problem: the ferry line had no licence.", "says only where something is told"),
        (
            "The former official said that the ferry line was rusting.",
            "'the former official' of another sentence",
        ),
        ("The vote comes as the ferry line loses money.", "takes up what another sentence says"),
        ("The latest captain to leave the ferry line was Ada Okoro.", "takes up what another sentence says"),
        ("The council, though, does call for a new ferry line.", "takes up what another sentence says"),
        ("The islanders want them kept for the winter months.", "takes up what another sentence says"),
        ("Orlin and Fjordby were the other two ports on the list.", "takes up what another sentence says"),
        ("The former Norland captain said it.", "'the former official' of another sentence"),
        (
            "The Norland group has called the ferry line a luxury.",
            "speaks of a group that another sentence names",
        ),
        ("The group has called the ferry line a luxury.", "speaks of a group that another sentence names"),
        ("This is a developing story about the ferry line.", "says only where something is told"),
        ("The council voted on Monday to close the ferry", "not a finished sentence"),
        ("On Monday Ada Okoro said that she would run for the No.", "not a finished sentence"),
    ],
)
def test_unfit(text: str, reason: str) -> None:
    story = reading("a", text)
    assert unfit(story, story.sentences[0]) == reason


def test_the_first_words_of_a_quotation_that_goes_on_do_not_stand_for_it() -> None:
    words = '"The ferry is our right," Brandt said.'
    story = reading("a", f'{words} "But it costs more than it earns."')
    assert unfit(story, story.sentences[0]) == "its quotation goes on"
    alone = reading("a", words)
    assert unfit(alone, alone.sentences[0]) is None


def test_who_did_not_answer_is_hardly_worth_telling() -> None:
    assert discount("Calls to the harbour office were not returned on Tuesday.") < 0.5
    assert discount("The harbour office did not immediately respond to a request for comment.") < 0.5
    assert discount("The harbour office did not close the line.") == 1


SENTENCE = reading("a", "The ferry line is too dear to keep.").sentences[0]


@pytest.mark.parametrize(
    ("dangling", "leaning", "adding"),
    [
        ("opens with 'But'", True, False),
        ("'she' is not named in it", True, False),
        ("'the move' takes up another sentence", True, False),
        ("points back with 'that plan'", True, False),
        ("adds with 'also'", True, True),
        ("holds half of a quotation", False, False),
        ("speaks as 'we'", False, False),
        (None, False, False),
    ],
)
def test_what_the_sentence_before_supplies(dangling: str | None, leaning: bool, adding: bool) -> None:
    sentence = replace(SENTENCE, dangling=dangling)
    assert (leans(sentence), adds(sentence)) == (leaning, adding)


def test_the_opening_of_an_article_points_at_nothing_before_it() -> None:
    story = reading(
        "a", "As his ferry sank, Captain Ada Okoro saved the crew.", "His ferry was old and rusty."
    )
    first, second = story.sentences
    assert unfit(story, replace(first, dangling="'his' is not named in it")) is None
    assert unfit(story, replace(second, dangling="'his' is not named in it")) is not None
    assert unfit(story, replace(first, dangling="'His' is not named in it")) is not None


@pytest.mark.language
@pytest.mark.parametrize(
    ("text", "leaning"),
    [
        ("She denied the report on the ferry line.", True),
        ("But the council has not paid the crews.", True),
        ("The announcement came a day after the vote.", True),
        ("“The line will close in May and stay closed.”", False),
    ],
)
def test_reasons_are_those_that_the_extraction_gives(text: str, leaning: bool) -> None:
    paragraphs = (Paragraph(0, len(text), 1),)
    (annotated,) = annotate([Article("a", "a", "", "", text, paragraphs=paragraphs)], load("embedded"))
    assert leans(find_sentences(annotated)[0]) is leaning


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (
            "The council voted on Monday to close the ferry line.",
            "The council voted today to close the line.",
        ),
        (
            "Mayor Lena Brandt called the line too dear to keep.",
            "“The line has been far too dear to keep for years,” Brandt said.",
        ),
        (
            "The council voted on Monday to close it.",
            "The council voted " + "and voted again " * 12 + "to close it.",
        ),
    ],
)
def test_less_good_to_print(better: str, worse: str) -> None:
    assert discount(worse) < discount(better) == 1.0


def test_todays_possessive_is_no_date() -> None:
    assert discount("Today's ferries are faster than those of the last century.") == 1.0


@pytest.mark.parametrize(
    ("text", "forward"),
    [
        ("The council will vote on Monday.", True),
        ("Fishermen are calling on Brandt to veto the bill.", True),
        ("Brandt and Okoro are set to meet on Monday.", True),
        ("The vote, which Brandt said was long due, is scheduled to begin at noon.", True),
        ("Brandt announced on Monday that she will run again.", False),
        ("The council voted on Monday.", False),
    ],
)
def test_announces(text: str, forward: bool) -> None:
    assert announces(text) is forward


def test_what_follows_a_cut_is_no_sentence() -> None:
    story = reading("a", "Ada Okoro will run for the No. 2 job in the party, she told reporters on Monday.")
    first, second = story.sentences
    assert unfit(story, first) == "not a finished sentence"
    assert unfit(story, second) == "begins in the middle of a sentence"


def test_a_reporting_clause_alone_says_nothing() -> None:
    story = reading("a", "“The line will close in May.” Brandt said in a letter on Monday.")
    clause = story.sentences[-1]
    speaker = Speaker(
        clause.start, clause.start + 6, "Brandt", "Brandt", clause.start, clause.start + 6, "named", 1.0, ""
    )
    quote = Quote(
        1, 20, "The line will close.", "direct", "said", clause.start + 7, clause.start + 11, speaker
    )
    assert unfit(replace(story, quotes=(quote,)), clause) == "names the speaker of another sentence"
    assert (
        unfit(replace(story, quotes=(quote,)), story.sentences[0])
        == "its speaker is named in another sentence"
    )
