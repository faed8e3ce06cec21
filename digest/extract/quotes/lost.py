"""Direct speech whose quotation marks are lost in a bad copy.

"I think both sides want it, the official said." What shows it: the first person in a sentence that
somebody else's reporting clause ends. In a text that has no marks at all the evidence reaches further,
over the paragraph.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from digest.extract.quotes.clauses import Content
from digest.extract.quotes.edges import strip_end
from digest.extract.quotes.frames import frame_of
from digest.extract.quotes.marks import Stretch
from digest.extract.quotes.said import Said
from digest.extract.quotes.tokens import Tokens
from digest.model import Paragraph

_FIRST_PERSON = frozenset(
    {"I", "me", "my", "mine", "We", "we", "us", "our", "Our", "ours", "My", "I’m", "I’ve"}
)


def find_lost(
    tokens: Tokens, stretches: Sequence[Stretch], paragraphs: Sequence[Paragraph], contents: Sequence[Content]
) -> Iterator[Said]:
    """Unmarked direct speech, in order of its reporting clauses."""
    marked = {stretch.paragraph for stretch in stretches if not stretch.single}
    for content in contents:
        number = tokens.paragraph[content.first]
        if content.frame != "preposed" or number in marked or number < 0 or content.mention is None:
            continue
        if tokens.word[content.mention.head] in _FIRST_PERSON:
            continue
        first = bisect_left(tokens.start, paragraphs[number].start)
        stop = bisect_left(tokens.start, paragraphs[number].end)
        own = _speaks(tokens, content.first, content.last + 1)
        around = not marked and (_speaks(tokens, first, stop) or tokens.lemma[content.cue] == "continue")
        if not (own or around):
            continue
        cue = (content.cue_first, content.cue_last)
        start = content.first
        if not marked and not _reported(tokens, first, content.first):
            start = first
        end = tokens.end[content.last]
        yield Said(
            tokens.start[start], end, "direct", cue, content.mention, "lost marks", content.how, marked=False
        )
        rest = tokens.sentence_end[content.cue]
        if not marked and rest < stop and not _reported(tokens, rest, stop):
            yield Said(
                tokens.start[rest],
                tokens.end[strip_end(tokens, rest, stop - 1)],
                "direct",
                cue,
                content.mention,
                "lost marks, goes on",
                content.how,
                marked=False,
            )


def _speaks(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether somebody speaks of himself among some tokens."""
    return any(tokens.word[i] in _FIRST_PERSON for i in range(first, stop))


def _reported(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether another report stands among some tokens."""
    for index in range(first, stop):
        frame = frame_of(tokens, index)
        finite = tokens.tag[index] in ("VBD", "VBZ")
        if tokens.lower[index] == "according" or (frame is not None and frame.act == "said" and finite):
            return True
    return False
