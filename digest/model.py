"""The nouns of Digest: frozen data, standard library only.

Data flows one way; every stage takes one noun and gives the next::

    path ─ingest→ Article ─annotate→ Annotated ─extract→ Reading ─cluster→ Story, Topic
         ─reconcile→ QuoteGroup, FigureRow ─compose→ Briefing ─render→ bytes

The invariant that everything rests on: **the text at a span equals the text that is printed.**
It is checked when a briefing is composed, and again, by anyone, with ``digest verify``.

Offsets are characters (Unicode code points) of ``Article.text`` or ``Article.title``; ends are
exclusive. Dates are ISO 8601 strings cut to their precision (``2021-12``, ``2021-12-30``,
``2021-12-30T15:30``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import sha256
from typing import Literal

# Of a field that a frozen file has only where it says something, so that older files stay as they are.
LATER = {"later": True}

Part = Literal["text", "title"]
Precision = Literal["minute", "day", "month", "year"]
Sourcing = Literal["named", "institution", "unnamed", "document"]  # what kind of source speaks


# ─────────────────────────────────────────────────────────────── sources


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` to ``end`` of one part of an article: the atom of citation."""

    article_id: str
    start: int
    end: int
    part: Part = "text"


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published, and how that is known."""

    when: str  # ISO 8601, cut to the precision
    precision: Precision
    evidence: str  # the words of the source that it rests on, or a sentence that says what else
    how: Literal["stated", "inferred"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of ``Article.text``."""

    start: int
    end: int
    line: int  # 1-based line of the source file on which it begins; 0 where lines mean nothing


@dataclass(frozen=True, slots=True)
class SetAside:
    """A line of the source that is not body, and why."""

    line: int  # 1-based line of the source file; 0 where lines mean nothing
    text: str
    reason: str  # "caption", "agency credit", "comment form", …


@dataclass(frozen=True, slots=True)
class Article:
    """One cleaned source document."""

    id: str  # as given by the input, else the first 16 hex digits of the hash of title and text
    path: str  # as the user named it; "-" for standard input; "file.jsonl#3" for record 3 (1-based)
    source_sha256: str  # hash of the bytes of the file (for a record: of its line or element)
    title: str  # "" where the source has none
    text: str  # paragraphs of body only, exactly as the source has them, joined by "\n\n"
    publisher: str | None = None
    url: str | None = None
    published: Published | None = None  # None: unknown
    language: str = "en"  # ISO 639-1
    paragraphs: tuple[Paragraph, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    flags: tuple[str, ...] = ()  # things an editor should know: "mixed-script letters", "quote marks lost"
    story: str | None = None  # the story that the input says it belongs to

    @property
    def text_sha256(self) -> str:
        """SHA-256 of ``text`` in UTF-8, as 64 hex digits: what the spans are offsets of."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def part(self, part: Part) -> str:
        """The whole text of a part."""
        return self.title if part == "title" else self.text

    def at(self, span: Span) -> str:
        """The characters at a span of this article."""
        return self.part(span.part)[span.start : span.end]


@dataclass(frozen=True, slots=True)
class NotRead:
    """A source that could not be read."""

    path: str
    reason: str  # what is wrong and what to do about it


# ─────────────────────────────────────────────────────────────── findings
# Findings of one article carry plain offsets of Article.text (or title, where ``part`` says so).


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article."""

    start: int
    end: int
    paragraph: int  # index into Article.paragraphs; -1 for a title
    terms: tuple[str, ...]  # lower-cased lemmas of its content words, in order, repeats kept
    dangling: str | None = None  # why it cannot stand alone ("opens with 'he'"), None: it can
    part: Part = "text"


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity mention."""

    start: int
    end: int
    text: str
    label: str  # PERSON, ORG, GPE, LOC, NORP, FAC, EVENT, … as spaCy's en_core_web_* name them
    name: str  # the fullest form of the name in this article: "Psaki" → "Jen Psaki"
    part: Part = "text"


@dataclass(frozen=True, slots=True)
class Link:
    """A mention and the fullest name of the same person or institution in the same text."""

    start: int  # the mention, characters of ``Article.text``: "she", "the president", "Psaki"
    end: int
    name_start: int  # the fullest name, characters of ``Article.text``
    name_end: int
    confidence: float  # 0..1, measured: the share of links of this kind that are right
    how: str  # "surname", "pronoun", "role", "acronym", …
    named: bool = True  # False: no name is given, and the fullest description stands in its place


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or time expression and what it means."""

    start: int
    end: int
    text: str
    when: str  # ISO 8601, cut to the precision; the first day of a span of days
    precision: Precision
    how: Literal["stated", "inferred"]  # inferred: worked out from the date of publication
    until: str | None = None  # last day of a span of days
    part: Part = "text"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it, as the source gives it. All offsets are of Article.text."""

    start: int  # the mention at the quote: "she", "Psaki", "a senior State Department official"
    end: int
    text: str
    name: str  # the fullest form in the article; equals ``text`` where there is none fuller
    name_start: int
    name_end: int
    sourcing: Sourcing
    confidence: float  # 0..1, calibrated: the share of speakers at this level that are right
    how: str  # "subject of 'said'", "according to", "the sentence before"
    role: str | None = None  # "White House press secretary", verbatim
    role_start: int | None = None
    role_end: int | None = None
    unnamed_because: str | None = None  # "declined to be named", verbatim
    relayed_by: Speaker | None = None  # who gave the words to the reporter, where it is another


@dataclass(frozen=True, slots=True)
class Quote:
    """Something said, with its speaker. Offsets are the content, without its outer marks."""

    start: int
    end: int
    text: str
    kind: Literal["direct", "mixed", "indirect"]
    cue: str | None
    cue_start: int | None
    cue_end: int | None
    speaker: Speaker | None  # None: not certain enough to say, or the source does not say
    marked: bool = True  # False: direct speech whose marks are lost in this copy
    act: Literal["said", "held"] = "said"  # held: a view, wish or plan that the article reports of somebody


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that says something, with what it counts and who says so."""

    start: int
    end: int
    text: str  # number, qualifier and unit as printed: "about 10,000", "$48.2 million"
    type: str  # number, percentage, currency, dimension, duration, age, temperature, ordinal, …
    value: Decimal | None  # exact; the low end of a range; None where no number can be given
    high: Decimal | None = None  # the high end of a range
    unit: str | None = None  # normalised: "percentage", "US dollar" → "USD", "kilometre"
    counted: str | None = None  # what is counted, verbatim: "troops"
    counted_start: int | None = None
    counted_end: int | None = None
    qualifier: str | None = None  # verbatim: "more than", "about", "up to"
    change: Literal["up", "down"] | None = None  # "rose 3.2%": up
    as_of: str | None = None  # ISO 8601, where the text dates the figure
    stated_by: str | None = None  # verbatim, or the fullest name of it in the article
    stated_by_start: int | None = None
    stated_by_end: int | None = None
    status: Literal["reported", "planned", "denied", "doubted"] | None = None  # None: plainly stated
    subject: str | None = None  # whose figure it is, verbatim: the subject of its clause ("Russia")
    subject_start: int | None = None
    subject_end: int | None = None
    where: str | None = (
        None  # the place of this figure alone, verbatim: "in Crimea" of "42,000 more in Crimea"
    )
    where_start: int | None = None
    where_end: int | None = None
    event: str | None = None  # what the counted did or suffered, verbatim: "were hurt", "left the valley"
    event_start: int | None = None
    event_end: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One article and everything found in it: plain data that can be pickled and stored."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    title: Sentence | None = None
    entities: tuple[Entity, ...] = ()
    moments: tuple[Moment, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()


# ─────────────────────────────────────────────────────────────── across articles


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the words of some articles come from: copies of one report share an origin."""

    id: str  # the id of the earliest article of it
    article_ids: tuple[str, ...]  # earliest first
    why: str  # "exact copies", "87 % of the words shared; credited to the Associated Press"


@dataclass(frozen=True, slots=True)
class Why:
    """The evidence for a story, in words and in parts."""

    entities: tuple[str, ...]  # names that its articles share, most telling first
    terms: tuple[str, ...]  # words that they share
    dates: tuple[str, ...]  # ISO 8601: when the event was, as the articles say or were published
    text: str  # one sentence: why these are together
    kept_apart: str | None = None  # the nearest other story, and what speaks against it
    kept_apart_from: str | None = None  # that story's id


@dataclass(frozen=True, slots=True)
class Story:
    """The articles that report one event."""

    id: str
    article_ids: tuple[str, ...]  # earliest first
    first: str | None  # ISO 8601 of the event, as well as it is known
    last: str | None
    why: Why


@dataclass(frozen=True, slots=True)
class Topic:
    """The stories that belong to one line of developments."""

    id: str
    name: str  # made from its own most telling words or names
    stories: tuple[Story, ...]  # in time order
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class QuoteGroup:
    """One utterance, in one or several articles."""

    quotes: tuple[tuple[str, Quote], ...]  # (article id, quote), earliest first, fullest marked below
    best: int  # index of the one to print
    note: str | None = None  # how the wordings differ, in words


@dataclass(frozen=True, slots=True)
class Voice:
    """One source that speaks in a story, and where it does."""

    kind: Sourcing
    quotes: tuple[tuple[str, Quote], ...]  # (article id, quote), one of each article, earliest first
    fullest: int | None  # index of the quote that has its fullest name; None: no name is certain


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One quantity, as one or several sources give it."""

    figures: tuple[tuple[str, Figure], ...]  # (article id, figure), earliest first
    best: int  # index of the one to print
    relation: Literal["single", "agree", "differ", "development", "sharper"]
    origins: int  # independent origins
    reason: str  # why these are one row, in words


@dataclass(frozen=True, slots=True)
class StorySummary:
    """What a briefing says of one story: spans only."""

    story_id: str
    headline: Span
    sentences: tuple[Span, ...]  # in reading order


@dataclass(frozen=True, slots=True)
class DatedStatement:
    """A sentence that says when something happened or will."""

    span: Span  # the sentence
    moment: Span  # the date expression in it
    when: str
    precision: Precision
    how: Literal["stated", "inferred"]


@dataclass(frozen=True, slots=True)
class StatementGroup:
    """What one or several origins report: sentences that say the same, or nearly."""

    spans: tuple[Span, ...]  # sentences, the one to print first
    relation: Literal["agree", "differ", "single"]
    origins: int  # independent origins
    reason: str  # in words: "reported by 3 origins", "12 against 14"


# ─────────────────────────────────────────────────────────────── the briefing


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a printed text stands."""

    reference: int  # number of the Reference
    passage: int  # number of the Passage
    start: int  # characters of the article's part
    end: int
    part: Part = "text"


@dataclass(frozen=True, slots=True)
class Line:
    """A verbatim statement and its proof."""

    text: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class BriefQuote:
    """A quote as a briefing prints it."""

    text: str
    kind: Literal["direct", "mixed", "indirect"]
    marked: bool
    cue: str | None
    citation: Citation
    also: tuple[Citation, ...]  # the same utterance in other articles
    note: str | None = None  # how the wordings differ, in words
    speaker: str | None = None  # None: printed as "said in the article"
    speaker_citation: Citation | None = None
    role: str | None = None
    role_citation: Citation | None = None
    sourcing: Sourcing | None = None
    unnamed_because: str | None = None  # verbatim, where the source says why
    relayed_by: str | None = None
    relayed_by_citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class BriefFigure:
    """One source's figure in a row of the key-figures table."""

    text: str
    type: str
    value: Decimal | None
    high: Decimal | None
    unit: str | None
    counted: str | None
    counted_citation: Citation | None
    qualifier: str | None
    change: Literal["up", "down"] | None
    as_of: str | None
    stated_by: str | None
    stated_by_citation: Citation | None
    status: Literal["reported", "planned", "denied", "doubted"] | None
    citation: Citation
    where: str | None = None  # the place of this figure alone: "in Crimea"
    where_citation: Citation | None = None
    event: str | None = None  # what the counted did or suffered: "were hurt"
    event_citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class BriefRow:
    """A row of the key-figures table: one quantity, every source that gives it."""

    figures: tuple[BriefFigure, ...]
    best: int
    relation: Literal["single", "agree", "differ", "development", "sharper"]
    origins: int
    reason: str


@dataclass(frozen=True, slots=True)
class BriefEvent:
    """A line of a timeline."""

    when: str
    precision: Precision
    how: Literal["stated", "inferred"]
    date_text: str  # the words of the source that give the date
    date_citation: Citation
    line: Line
    future: bool  # after the date of the edition


@dataclass(frozen=True, slots=True)
class BriefGroup:
    """What several origins report alike or differently, or one of them alone."""

    relation: Literal["agree", "differ", "single"]
    origins: int  # independent origins; the lines are one of each
    lines: tuple[Line, ...]  # the one to print first; where they differ, first the two that do
    reason: str  # in words: "reported by 3 origins", "12 against 14"


@dataclass(frozen=True, slots=True)
class BriefVoice:
    """One source that speaks in a story."""

    kind: Sourcing  # named: on the record; institution: an official statement
    name: str | None  # the fullest form met, or what a source calls it instead; None: it is not certain
    name_citation: Citation | None
    citations: tuple[Citation, ...]  # a quote or a report of its words in each article that has one


@dataclass(frozen=True, slots=True)
class Watched:
    """A term of the reader's watch list, and where a story has it."""

    term: str  # as the reader wrote it
    line: Line  # the words of the source


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure that is no longer what an earlier edition printed."""

    row: int  # of the story's figures, from 0: what it is now
    earlier: BriefFigure  # as it was printed then
    edition: str  # key of that edition: "2026-03-12 06:30"


@dataclass(frozen=True, slots=True)
class StoryNews:
    """What a story has that the editions before did not; of a new story, that is everything."""

    state: Literal["new", "developing"]
    since: str | None  # key of the edition that last printed it whole; None: it is new
    articles: tuple[int, ...]  # numbers of the references that it has got since
    revised: tuple[int, ...] = ()  # those of them that are a new wording of an article it had
    statements: tuple[int, ...] = ()  # sentences of the summary, from 0
    quotes: tuple[int, ...] = ()  # from 0
    figures: tuple[int, ...] = ()  # rows, from 0
    moved: tuple[Moved, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefStory:
    """One story of the briefing."""

    id: str
    headline: Line
    when: str | None
    summary: tuple[Line, ...]
    quotes: tuple[BriefQuote, ...]
    figures: tuple[BriefRow, ...]
    why: Why
    references: tuple[int, ...]
    origins: int  # independent origins among its articles
    sourcing: tuple[BriefVoice, ...]  # whom it rests on: by kind, and as they first speak
    agreement: tuple[BriefGroup, ...] = ()  # beyond the summary; empty for a story of one origin
    news: StoryNews | None = field(default=None, metadata=LATER)  # None: the edition does not say what is new
    watched: tuple[Watched, ...] = field(default=(), metadata=LATER)


@dataclass(frozen=True, slots=True)
class BriefTopic:
    """One topic of the briefing."""

    id: str
    name: str
    headline: Line
    first: str | None
    last: str | None
    stories: tuple[BriefStory, ...]  # in time order; those with a watched term first
    timeline: tuple[BriefEvent, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A numbered source."""

    number: int
    article_id: str
    path: str
    source_sha256: str
    title: str
    publisher: str | None
    url: str | None
    published: Published | None
    text_sha256: str  # hash of Article.text, that the spans are offsets of
    flags: tuple[str, ...]
    copies_of: int | None  # number of the reference that this one is a copy of


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of a passage: offsets are characters of ``Passage.text``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """The passage that a citation stands on, with the cited spans marked."""

    number: int
    reference: int
    part: Part
    start: int  # characters of the article's part
    end: int
    line: int  # line of the source file; 0 where lines mean nothing
    text: str
    marks: tuple[Mark, ...]  # in order, not overlapping


@dataclass(frozen=True, slots=True)
class SetAsideCount:
    """What was set aside in one source."""

    reference: int
    reason: str
    lines: int


@dataclass(frozen=True, slots=True)
class Printed:
    """Words as an earlier edition printed them."""

    text: str
    edition: str  # key of that edition
    citation: Citation | None  # None: the source is gone or says it no more; that edition alone proves it


@dataclass(frozen=True, slots=True)
class OpenStory:
    """A story with nothing new, in one line."""

    id: str
    topic: str  # name of its topic
    headline: Printed


@dataclass(frozen=True, slots=True)
class NamedStory:
    """A story that the size of the edition left no room for, in one line."""

    id: str
    topic: str  # name of its topic
    headline: Line
    state: Literal["new", "developing"] | None  # None: the edition does not say what is new


@dataclass(frozen=True, slots=True)
class Muted:
    """Stories left out, since each of their articles has a term that the reader does not want."""

    terms: tuple[str, ...]  # those found in them
    stories: int
    articles: int


@dataclass(frozen=True, slots=True)
class Changed:
    """Words that an earlier edition printed and their source says no more."""

    printed: str
    edition: str  # key of the edition that printed them, the latest
    now: Line | None  # the nearest words of the source as it is now; None: there is nothing like them


@dataclass(frozen=True, slots=True)
class Correction:
    """A source that was edited or withdrawn after it was cited."""

    kind: Literal["edited", "withdrawn"]
    story: str  # id
    headline: str  # of the story, as that edition printed it
    source: str  # title of the source, or the name of its file, as printed then
    publisher: str | None
    reference: int | None  # the source as it is now; None: withdrawn
    changes: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class News:
    """What an edition says of itself as one of a series."""

    edition: str  # its key: "2026-03-13 06:30"
    before: str  # key of the edition before
    after: str  # local time from which on it covers, to the minute: "2026-03-12T06:30"
    until: str  # and to which
    late: bool  # it was missed and made later
    files: int  # files that were checked
    still_open: tuple[OpenStory, ...] = ()
    corrections: tuple[Correction, ...] = ()
    gone: int = 0  # sources cited before that vanished at once, as when a folder is cleaned; else 0


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything that one dated edition says, complete and frozen: renderers add nothing."""

    schema_version: str
    title: str  # of the publication
    date: str  # of the edition, YYYY-MM-DD
    language: str
    in_brief: tuple[Line, ...]
    topics: tuple[BriefTopic, ...]
    references: tuple[Reference, ...]
    passages: tuple[Passage, ...]
    not_read: tuple[NotRead, ...]
    set_aside: tuple[SetAsideCount, ...]
    pipeline: str  # name and version of the language pipeline that ran
    generator: str  # name and version of Digest
    notes: tuple[str, ...] = field(default=())  # things the reader should know of this edition
    news: News | None = field(default=None, metadata=LATER)  # None: an edition by itself
    more: tuple[NamedStory, ...] = field(default=(), metadata=LATER)
    muted: tuple[Muted, ...] = field(default=(), metadata=LATER)
