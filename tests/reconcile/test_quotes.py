"""One utterance in several outlets, the order for print, and the voices of a story."""

from __future__ import annotations

from typing import Literal

import pytest

from digest.model import Article, Paragraph, Published, Quote, Reading, Speaker
from digest.reconcile import find_voices, group_quotes

Kind = Literal["direct", "mixed", "indirect"]
Sourcing = Literal["named", "institution", "unnamed", "document"]
Line = tuple[str, str] | tuple[str, str, Kind] | tuple[str, str, Kind, Sourcing]


def reading(outlet: str, day: int, *lines: Line) -> Reading:
    """A reading of an article that is nothing but quotes: (words, speaker, kind, sourcing)."""
    text, quotes = "", []
    for words, name, *rest in lines:
        kind: Kind = rest[0] if rest else "direct"  # type: ignore[assignment]
        sourcing: Sourcing = rest[1] if len(rest) > 1 else "named"  # type: ignore[assignment]
        start = len(text) + 1
        text += f"“{words}” {name} said. "
        at = start + len(words) + 2
        speaker = Speaker(at, at + len(name), name, name, at, at + len(name), sourcing, 0.97, "by hand")
        quotes.append(Quote(start, start + len(words), words, kind, "said", None, None, speaker))
    article = Article(
        id=outlet,
        path=f"{outlet}.txt",
        source_sha256="",
        title=outlet,
        text=text,
        publisher=outlet,
        published=Published(f"2024-05-{day:02}", "day", "by hand", "stated"),
        paragraphs=(Paragraph(0, len(text), 1),),
    )
    return Reading(article=article, quotes=tuple(quotes))


def test_one_utterance_is_one_group_with_the_earliest_first() -> None:
    words = "We will find a path to peace before the winter"
    (group,) = group_quotes([reading("Herald", 3, (words, "Roe")), reading("Post", 2, (words, "Ana Roe"))])
    assert [outlet for outlet, _ in group.quotes] == ["Post", "Herald"]
    assert group.note == "First in Post, 2 May 2024."


def test_other_words_are_named_with_their_outlet() -> None:
    one = reading("Herald", 2, ("We will find a path of peace before the winter comes", "Roe"))
    other = reading("Post", 3, ("We will find a path to peace before the winter comes", "Roe"))
    (group,) = group_quotes([one, other])
    assert group.note == "Post has “to” for “of”. First in Herald, 2 May 2024."


def test_a_cut_version_is_shown_as_such() -> None:
    whole = reading("Herald", 2, ("We will find a path to peace before the winter, and no later", "Roe"))
    cut = reading("Post", 3, ("We will find a path to peace before the winter", "Roe"))
    (group,) = group_quotes([whole, cut])
    assert group.quotes[group.best][0] == "Herald"
    assert group.note == "Post has a shorter version. First in Herald, 2 May 2024."


def test_the_earliest_appearance_is_not_named_where_the_days_are_one() -> None:
    words = "We will find a path to peace before the winter"
    (group,) = group_quotes([reading("Herald", 3, (words, "Roe")), reading("Post", 3, (words, "Roe"))])
    assert group.note is None


def test_the_earliest_appearance_is_named_where_another_is_printed() -> None:
    cut = reading("Post", 2, ("We will find a path to peace before the winter", "Roe"))
    whole = reading("Herald", 3, ("We will find a path to peace before the winter, and no later", "Roe"))
    (group,) = group_quotes([whole, cut])
    assert group.note == "Post has a shorter version. First in Post, 2 May 2024."


def test_a_report_without_marks_joins_the_words() -> None:
    quoted = reading("Herald", 2, ("We will rebuild the Halvern dam before the floods of spring", "Roe"))
    told = reading("Post", 3, ("the Halvern dam would be rebuilt before the floods", "Roe", "indirect"))
    (group,) = group_quotes([quoted, told])
    assert len(group.quotes) == 2
    assert group.note == "Paraphrased in Post. First in Herald, 2 May 2024."


VARIANTS = [
    # (words in the one outlet, words in the other, whether they are one utterance)
    pytest.param(
        "We shall rebuild the bridge at Orlen before winter and pay the ferrymen",
        "Before winter the Orlen bridge will be rebuilt, and the ferrymen will be paid",
        True,
        id="two translations",
    ),
    pytest.param(
        "We shall rebuild the bridge at Orlen before winter and pay the ferrymen",
        "Before winter the Orlen bridge will not be rebuilt, and the ferrymen will be paid",
        False,
        id="the one denies what the other says",
    ),
    pytest.param(
        "We shall rebuild 12 bridges at Orlen before winter and pay the ferrymen",
        "Before winter 14 Orlen bridges will be rebuilt, and the ferrymen will be paid",
        False,
        id="another number",
    ),
    pytest.param(
        "We shall rebuild the bridge at Orlen before winter and pay the ferrymen",
        "The bridge at Orlen was a mistake of those who governed before",
        False,
        id="another statement on the same bridge",
    ),
]


@pytest.mark.parametrize(("one", "other", "same"), VARIANTS)
def test_other_words_for_the_same_are_linked(one: str, other: str, same: bool) -> None:
    groups = group_quotes([reading("Herald", 2, (one, "Ana Roe")), reading("Post", 3, (other, "Roe"))])
    assert len(groups) == (1 if same else 2)
    if same:
        assert groups[0].note == "Quoted in other words in Herald. First in Herald, 2 May 2024."


def test_another_person_of_the_same_surname_stays_apart() -> None:
    one = "We shall rebuild the bridge at Orlen before winter and pay the ferrymen"
    other = "Before winter the Orlen bridge will be rebuilt, and the ferrymen will be paid"
    assert (
        len(group_quotes([reading("Herald", 2, (one, "Ana Roe")), reading("Post", 3, (other, "Jim Roe"))]))
        == 2
    )


def test_who_contradicts_comes_second() -> None:
    story = reading(
        "Herald",
        2,
        ("We will never sign this treaty, and 40 towns agree with us", "Roe"),
        ("We must have the treaty now, and 30 towns want it signed by May", "Lind"),
        ("That is false, as every farmer in the valley knows", "Poe"),
    )
    names = [g.quotes[g.best][1].speaker.name for g in group_quotes([story])]  # type: ignore[union-attr]
    assert names == ["Roe", "Poe", "Lind"]


def test_different_utterances_stay_apart() -> None:
    one = reading("Herald", 2, ("We will find a path to peace before the winter", "Roe"))
    other = reading("Post", 3, ("Nobody has asked the farmers what they want", "Roe"))
    assert len(group_quotes([one, other])) == 2


def test_the_same_short_words_of_others_stay_apart() -> None:
    one = reading("Herald", 2, ("No comment at all", "Roe"))
    other = reading("Post", 3, ("No comment at all here", "Poe"))
    assert len(group_quotes([one, other])) == 2


def test_speakers_take_turns() -> None:
    story = reading(
        "Herald",
        2,
        ("We will never sign this unacceptable treaty, and 40 towns agree", "Roe"),
        ("We must reject it now because the danger is clear", "Roe"),
        ("The treaty is good for the farmers of both countries", "Poe"),
    )
    names = [g.quotes[g.best][1].speaker.name for g in group_quotes([story])]  # type: ignore[union-attr]
    assert names == ["Roe", "Poe", "Roe"]


def test_fragments_that_mean_nothing_alone_are_left_out() -> None:
    assert group_quotes([reading("Herald", 2, ("a mess", "Roe"), ("of the city", "Poe", "mixed"))]) == ()


def test_the_order_of_the_readings_does_not_matter() -> None:
    stories = [
        reading("Herald", 2, ("We will find a path to peace before the winter", "Roe")),
        reading("Post", 3, ("We will find a path to peace before the winter", "Roe")),
        reading("Courier", 1, ("The treaty is good for the farmers of both countries", "Poe")),
    ]
    assert group_quotes(stories) == group_quotes(stories[::-1])


def test_voices_of_two_ministries_are_two() -> None:
    ministries = ("the health ministry", "the interior ministry", "The Health Ministry")
    said: list[Line] = [("We will sign the treaty", name, "direct", "institution") for name in ministries]
    assert len(find_voices([reading("Herald", 2, *said)])) == 2


def test_voices_are_counted_once_and_open_their_passages() -> None:
    story = [
        reading("Herald", 2, ("We will sign", "Ana Roe"), ("It rose", "The report", "direct", "document")),
        reading("Post", 3, ("We will not wait", "Roe"), ("Maybe", "an official", "direct", "unnamed")),
    ]
    voices = find_voices(story)
    assert [voice.kind for voice in voices] == ["named", "unnamed", "document"]
    assert [outlet for outlet, _ in voices[0].quotes] == ["Herald", "Post"]
    assert voices[0].fullest == 0  # "Ana Roe" of the Herald


@pytest.mark.parametrize(
    ("speakers", "number"),
    [
        ([("Herald", "Al Roe"), ("Post", "Al B. Roe Jr.")], 1),
        ([("Herald", "Al Roe"), ("Herald", "Al Roe Jr.")], 2),  # one article names father and son
        ([("Herald", "Al Roe Jr."), ("Herald", "Roe")], 1),
        ([("Herald", "Al Roe"), ("Post", "Bo Roe")], 2),
        ([("Herald", "Al O'Roe"), ("Post", "Al O’Roe")], 1),
    ],
)
def test_outlets_write_one_name_in_several_ways(speakers: list[tuple[str, str]], number: int) -> None:
    outlets = dict.fromkeys(outlet for outlet, _ in speakers)
    said = {outlet: [("We will sign", name) for o, name in speakers if o == outlet] for outlet in outlets}
    assert len(find_voices([reading(outlet, 2, *lines) for outlet, lines in said.items()])) == number


def test_a_surname_taken_for_an_institution_is_the_person() -> None:
    story = [
        reading("Herald", 2, ("We will sign", "Roe", "direct", "institution")),
        reading("Post", 3, ("We will not wait", "Ana Roe")),
    ]
    (voice,) = find_voices(story)
    assert (voice.kind, voice.fullest) == ("named", 1)


def test_a_short_first_name_is_the_long_one() -> None:
    one = reading("Herald", 1, ("The ferry is safe to use again from now on", "Liz Varrow"))
    other = reading("Post", 2, ("The harbour will open on Monday at the latest", "Elizabeth Varrow"))
    (voice,) = find_voices([one, other])
    assert len(voice.quotes) == 2


def test_an_appeal_to_readers_is_no_quote_of_the_story() -> None:
    assert not group_quotes([reading("Herald", 1, ("Please like and share this page", "Ana Roe"))])


def test_what_two_utterances_share_with_a_third_does_not_make_them_one() -> None:
    whole = "We will find a path to peace before the winter and we will rebuild every school in the valley"
    one = reading("Herald", 1, ("We will find a path to peace before the winter", "Roe"))
    other = reading("Post", 2, ("We will rebuild every school in the valley", "Roe"))
    both = reading("Courier", 3, (whole, "Roe"))
    (group,) = group_quotes([one, other, both])
    assert group.quotes[group.best][0] == "Courier"
    assert len(group.quotes) == 3
    assert len(group_quotes([one, other])) == 2


def test_an_institution_is_named_with_its_capitals() -> None:
    lines = ("The dam holds for now and nobody has to leave", "the regional water protection authority")
    long = reading("Herald", 1, (*lines, "direct", "institution"))
    short = reading("Post", 2, (lines[0], "Water Protection Authority", "direct", "institution"))
    (voice,) = find_voices([long, short])
    assert voice.fullest is not None
    speaker = voice.quotes[voice.fullest][1].speaker
    assert speaker is not None
    assert speaker.name == "Water Protection Authority"
