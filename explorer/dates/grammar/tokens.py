"""A text as tokens: where they stand, and one letter of the lexicon for each.

One pass of one regular expression whose parts cannot match the same characters twice: linear in the text. Its
loops are the interpreter's own, in C, as this is the only step that touches every word.
"""

import re
from dataclasses import dataclass
from itertools import accumulate
from operator import sub

from explorer.dates.grammar.lexicon import BREAK, Lexicon

BLANK = "\n\n"  # the word of a blank line

# A token in small letters with the space before it; a blank line is one, a single line break is space. Every
# character that is no space belongs to some token. The most frequent come first.
_TOKEN = re.compile(
    r"[^\S\n]*+(?:\n(?![^\S\n]*+\n)[^\S\n]*+|)(?:"  # "…|)" is tried faster than "…)?"
    r"[ap]\.\s?m\b\.?|[ab]\.[cd]\.(?:e\.)?"
    r"|[a-z]++\b"
    r"|['’]s\b|[^\w\s]"
    r"|\n[^\S\n]*+\n"  # a blank line
    r"|[12]\d{3}-\d\d-\d\dt\d\d[\d:.]{0,12}(?:z|[+-]\d\d:?\d\d)?"  # ISO date and time
    r"|\d{4}-\d\d-\d\d(?![\d-])"
    r"|\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)\d{2,4}(?![\w/]|\.\d)(?!-\d{1,4}(?![\d/.]))"  # 3/4/2021
    r"|\d{4}(?:/\d{1,2}/|\.\d{1,2}\.)\d{1,2}(?![\w/-])"  # 2021/4/3
    r"|\d{1,2}:\d\d(?::\d\d)?(?!:?\d)(?:[ap]m\b)?|\d{1,2}\.\d\d[ap]m\b"  # clock
    r"|\d{2,4}年(?:\d{1,2}月(?:\d{1,2}[日号號])?)?|\d{1,2}月\d{1,2}[日号號]"
    r"|\d{4}년\s?\d{1,2}월(?:\s?\d{1,2}일)?"
    r"|\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,3})?(?![\w,])|\d++\.\d+"  # 75,000 and 1.5
    r"|[^\W_぀-ヿ㐀-鿿]++|[぀-ヿ㐀-鿿]++|_)",  # Chinese runs into its numbers
    re.UNICODE,
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A tokenised text: token `i` is `text[starts[i]:ends[i]]`, `words[i]` in lower case, with `letters[i]`."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    letters: str

    def word(self, index: int) -> str:
        """Give a token in lower case, "" outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

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


def spaced(phrase: str) -> str:
    """Write a phrase with a space between all its tokens, as patterns and captures do: "l ' année"."""
    return " ".join(map(str.strip, _TOKEN.findall(phrase.lower().replace("’", "'"))))


def tokenise(text: str, lexicon: Lexicon) -> Tokens:
    """Cut a text into tokens."""
    # The only letter that is two in lower case is put aside: places in both texts are the same.
    spaced = _TOKEN.findall(text.rstrip().replace("İ", "I").lower())
    words = list(map(str.strip, spaced))
    ends = list(accumulate(map(len, spaced)))
    starts = list(map(sub, ends, map(len, words)))
    letters = "".join(map(lexicon.letters.__getitem__, words))
    at = letters.find(BREAK)
    while at >= 0:  # blank lines, of which nothing is left without space
        words[at], starts[at] = BLANK, ends[at - 1] if at else 0
        at = letters.find(BREAK, at + 1)
    return Tokens(text, words, starts, ends, letters)
