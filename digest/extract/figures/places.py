"""From characters of a text to tokens of its parse."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from spacy.tokens import Doc, Token

_FAR = 150  # tokens


class Places:
    """The tokens of a parse by the characters that they stand on."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._starts = [token.idx for token in doc]

    def token_from(self, char: int) -> int:
        """Index of the first token that begins at or after the character."""
        return bisect_left(self._starts, char)

    def token_over(self, char: int) -> Token | None:
        """The token that the character belongs to; None past the end."""
        index = bisect_right(self._starts, char) - 1
        return self.doc[index] if 0 <= index < len(self.doc) else None

    def tokens_over(self, start: int, end: int) -> list[Token]:
        """The tokens that touch the characters ``start`` to ``end``."""
        first = max(0, bisect_right(self._starts, start) - 1)
        return list(self.doc[first : self.token_from(end)])

    def sentence_of(self, char: int) -> tuple[int, int]:
        """First and last (exclusive) token of the sentence that the character is in.

        A sentence that never ends is cut: nothing so far away belongs to a figure.
        """
        token = self.token_over(char)
        if token is None:
            return 0, len(self.doc)
        sentence = token.sent
        return max(sentence.start, token.i - _FAR), min(sentence.end, token.i + _FAR)
