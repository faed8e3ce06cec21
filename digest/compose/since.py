"""What composing knows of the editions before: frozen briefings, and what became of their sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from digest.model import Article, Briefing, BriefStory, Citation, Passage, Reference


@dataclass(frozen=True, slots=True)
class Earlier:
    """An edition made before, as it was frozen."""

    key: str  # date and slot: "2026-03-12 06:30"
    briefing: Briefing

    def reference(self, citation: Citation) -> Reference:
        """The source that a citation of this edition leads to."""
        return self.briefing.references[citation.reference - 1]

    def passage(self, citation: Citation) -> Passage:
        """The passage that a citation of this edition leads to."""
        return self.briefing.passages[citation.passage - 1]


@dataclass(frozen=True, slots=True)
class Since:
    """What came since the edition before, and the editions that today's stories stood in.

    ``earlier`` holds the edition before, and of those before it each that printed a story of today last, and
    each that cites a source edited or withdrawn since. More do no harm. What a key of ``revised`` names is
    among today's readings; an id that the input gives may stay the same while its text changes.
    """

    edition: str  # key of the edition to make: "2026-03-13 06:30"
    after: str  # local time from which on it covers, to the minute: "2026-03-12T06:30"
    until: str  # and to which
    late: bool  # it was missed and is made later
    files: int  # files that were checked
    new: frozenset[str]  # ids of the articles that came since, revisions of older ones with them
    earlier: tuple[Earlier, ...]  # the edition before first, then the older ones; never empty
    revised: Mapping[str, Article]  # id of an article edited since → the article that stood in its place
    withdrawn: frozenset[str]  # ids of articles that stood under some path then, and under none now
    former: frozenset[str] = frozenset()  # ids cited by ``earlier`` that stood under none even then


@dataclass(frozen=True, slots=True)
class Told:
    """A story as one edition told it."""

    edition: Earlier  # whose numbers the citations are
    key: str  # of the edition that it stood in: of a line under "still open" the one that the line names
    topic: str  # name of its topic then
    id: str
    headline: str
    citation: Citation | None  # of the headline; None: its source was gone already then
    article_ids: frozenset[str]
    story: BriefStory | None  # None: it was named in one line


def told(earlier: Earlier) -> Iterator[Told]:
    """Every story of an edition: those printed whole, those only named, those that were still open."""
    briefing = earlier.briefing
    for topic in briefing.topics:
        for story in topic.stories:
            ids = frozenset(briefing.references[n - 1].article_id for n in story.references)
            text, citation = story.headline.text, story.headline.citation
            yield Told(earlier, earlier.key, topic.name, story.id, text, citation, ids, story)
    for named in briefing.more:
        text, citation = named.headline.text, named.headline.citation
        yield _named(earlier, earlier.key, named.topic, named.id, text, citation)
    for line in briefing.news.still_open if briefing.news else ():
        printed = line.headline
        yield _named(earlier, printed.edition, line.topic, line.id, printed.text, printed.citation)


def _named(
    earlier: Earlier, key: str, topic: str, story_id: str, headline: str, citation: Citation | None
) -> Told:
    """A story of which an edition printed its headline alone."""
    ids = frozenset({earlier.reference(citation).article_id} if citation else ())
    return Told(earlier, key, topic, story_id, headline, citation, ids, None)
