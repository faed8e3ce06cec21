"""Laws of editions in a row, tried on any mixture of stories."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest.compose import StoryFindings
from digest.model import Briefing, Reading
from digest.serialise import dump, load
from tests.compose.editions import FIRST, SECOND, THIRD, frozen, since, story
from tests.compose.factory import made, reading, topic

NAMES = "abcdef"
Stories = dict[str, int]  # story id → how many articles it has


def article(name: str, number: int) -> Reading:
    return reading(
        f"{name}{number}", f"Title {name} {number}", f"Sentence {number} of story {name} was said."
    )


def members(stories: Stories) -> dict[str, list[Reading]]:
    return {name: [article(name, n) for n in range(count)] for name, count in stories.items() if count}


def found(stories: Stories) -> list[StoryFindings]:
    return [story(name, *those) for name, those in members(stories).items()]


def edition(stories: Stories, **options: object) -> Briefing:
    readings = [r for those in members(stories).values() for r in those]
    topics = [topic(f"t-{f.story.id}", f) for f in found(stories)]
    return made(*topics, readings=readings, **options)  # type: ignore[arg-type]


def grown(before: Stories, more: Stories) -> Stories:
    return {name: before.get(name, 0) + more.get(name, 0) for name in NAMES}


STORIES = st.dictionaries(st.sampled_from(NAMES), st.integers(0, 2))


@given(STORIES, STORIES)
def test_every_story_is_new_or_developing_or_still_open(before: Stories, more: Stories) -> None:
    first = frozen(FIRST, edition(before, date=FIRST[:10]))
    now = grown(before, more)
    fresh = [article(name, before.get(name, 0) + n) for name, count in more.items() for n in range(count)]
    briefing = edition(now, since=since(first, new=tuple(fresh)))
    assert briefing.news is not None
    states = {s.id: s.news.state for t in briefing.topics for s in t.stories if s.news}
    still = [line.id for line in briefing.news.still_open]
    assert sorted([*states, *still]) == sorted(name for name, count in now.items() if count)
    assert {n for n, state in states.items() if state == "new"} == {
        n for n, count in more.items() if count and not before.get(n)
    }
    assert set(still) == {n for n, count in before.items() if count and not more.get(n)}
    assert briefing.news.corrections == ()


@given(STORIES, st.booleans())
def test_the_same_sources_again_are_no_news(stories: Stories, read_again: bool) -> None:
    first = frozen(FIRST, edition(stories, date=FIRST[:10]))
    second = edition(stories if read_again else {}, since=since(first))
    assert (second.topics, second.in_brief) == ((), ())
    third = edition({}, since=since(frozen(SECOND, second), edition=THIRD), date=THIRD[:10])
    assert second.news
    assert third.news
    assert sorted(line.id for line in third.news.still_open) == sorted(n for n, c in stories.items() if c)
    assert {line.headline.edition for line in third.news.still_open} <= {FIRST}


@given(STORIES, STORIES)
def test_every_citation_stands_whatever_is_carried_over(before: Stories, more: Stories) -> None:
    first = frozen(FIRST, edition(before, date=FIRST[:10]))
    fresh = [article(name, 5 + n) for name, count in more.items() for n in range(count)]
    topics = [topic(f"t-{r.article.id}", story(r.article.id, r)) for r in fresh]
    briefing = made(*topics, readings=fresh, since=since(first, new=tuple(fresh)))
    assert load(dump(briefing)) == briefing
    assert briefing.news
    for line in briefing.news.still_open:
        citation = line.headline.citation
        assert citation is not None
        passage = briefing.passages[citation.passage - 1]
        assert (
            passage.text[citation.start - passage.start : citation.end - passage.start] == line.headline.text
        )
        assert passage.reference == citation.reference
        marked = [(m.start + passage.start, m.end + passage.start) for m in passage.marks]
        assert any(start <= citation.start and citation.end <= end for start, end in marked)
