"""A text as tokens: where they stand, and one letter of the lexicon for each.

One pass of one regular expression whose parts cannot match the same characters twice: linear in the text.
"""

import re
from dataclasses import dataclass

from explorer.dates.lexicon import BREAK, NUMBERLIKE, OTHER, Lexicon

_TOKEN = re.compile(
    r"\n[^\S\n]*\n"  # a blank line
    r"|[12]\d{3}-\d\d-\d\dT\d\d[\d:.]{0,12}(?:Z|[+-]\d\d:?\d\d)?"  # ISO date and time
    r"|\d{4}-\d\d-\d\d(?![\d-])"
    r"|\d{1,2}([/.-])\d{1,2}\1\d{2,4}(?![\w/]|\.\d)(?!-\d{1,4}(?![\d/.]))"
    r"|\d{4}([/.])\d{1,2}\2\d{1,2}(?![\w/-])"  # 3/4/2021, 2021/4/3
    r"|\d{1,2}:\d\d(?::\d\d)?(?!:?\d)(?:[ap]m\b)?|\d{1,2}\.\d\d[ap]m\b"  # clock
    r"|\d{2,4}年(?:\d{1,2}月(?:\d{1,2}[日号號])?)?|\d{1,2}月\d{1,2}[日号號]"
    r"|\d{4}년\s?\d{1,2}월(?:\s?\d{1,2}일)?"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d{1,3})?(?![\w,])|\d+\.\d+"  # 75,000 and 1.5
    r"|[AaPp]\.\s?[Mm]\b\.?|[BA]\.[CD]\.(?:E\.)?"
    r"|['’]s\b"
    r"|[^\W_぀-ヿ㐀-鿿]+|[぀-ヿ㐀-鿿]+|[^\w\s]|_",  # Chinese runs into its numbers
    re.UNICODE,
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A tokenised text: token `i` is `text[starts[i]:ends[i]]`, and `letters[i]` is its letter."""

    text: str
    starts: list[int]
    ends: list[int]
    letters: str

    def word(self, index: int) -> str:
        """Give a token in lower case, "" outside the text."""
        if 0 <= index < len(self.starts):
            return self.text[self.starts[index] : self.ends[index]].lower()
        return ""

    def raw(self, index: int) -> str:
        """Give a token as written, "" outside the text."""
        if 0 <= index < len(self.starts):
            return self.text[self.starts[index] : self.ends[index]]
        return ""

    def between(self, first: int, last: int) -> str:
        """Give the text of the tokens `first` to `last`, the latter excluded."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""

    def is_glued(self, index: int) -> bool:
        """Tell whether a token follows the one before it without a space."""
        return 0 < index < len(self.starts) and self.starts[index] == self.ends[index - 1]


def tokenise(text: str, lexicon: Lexicon) -> Tokens:
    """Cut a text into tokens."""
    starts: list[int] = []
    ends: list[int] = []
    letters: list[str] = []
    known, letter_of = lexicon.letters, lexicon.letter
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = text[start:end].lower().replace("’", "'")
        letter = known.get(word)
        if letter is None:
            # Asked here, not there: most words of a text are unknown, and a call costs more than a look.
            letter = letter_of(word) if word[0] in NUMBERLIKE else BREAK if word[0] == "\n" else OTHER
        starts.append(start)
        ends.append(end)
        letters.append(letter)
    return Tokens(text, starts, ends, "".join(letters))
