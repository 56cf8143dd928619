"""Chinese and Japanese texts as tokens: they put no space between words, so the words of dates cut them.

At each place the longest word that the language's file knows is taken, else a run of numerals, else all
characters up to the next that may begin either. Longer words in which a word of a date stands by chance
(青年, 今日头条) are in the file too, and have no meaning. Linear in the text: words are short.
"""

import re
from collections.abc import Iterable
from functools import partial
from typing import Any

from explorer.dates.grammar.lexicon import BREAK, Letters, Lexicon
from explorer.dates.grammar.tokens import Tokens

NUMERALS = "〇零一二两三四五六七八九十百千万廿卅"
_PLAIN_NUMERAL = "七"  # a numeral that is nothing else
_BLANK = "\n\n"
_CJK = "぀-ヿ㐀-鿿々〆"
_FIGURES = (
    r"\n[^\S\n]*\n"  # a blank line
    r"|[12]\d{3}-\d\d-\d\dT\d\d[\d:.]{0,12}(?:Z|[+-]\d\d:?\d\d)?"  # ISO date and time
    r"|\d{4}-\d\d-\d\d(?![\d-])"
    r"|\d{1,2}([/.])\d{1,2}\1\d{2,4}(?![\d/])|\d{4}([/.])\d{1,2}\2\d{1,2}(?![\d/])"  # 2019/4/15
    r"|\d{1,2}:\d\d(?::\d\d)?(?![\d:])"  # clock
    r"|\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,3})?(?![\d,])|\d+\.\d+"  # 75,000 and 1.5
)
# Figures and letters of full width, as Chinese and Japanese computers write them, and marks like the English.
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord(wide): plain
    for wide, plain in {"　": " ", "〜": "~", "○": "〇", "。": "!", "「": "“", "」": "”"}.items()
}


def folded(text: str, words: dict[str, Any]) -> str:
    """Write full-width figures narrow and the language's variants of a character alike; the length stays."""
    return text.translate({**_WIDE, **{ord(old): new for old, new in words.get("fold", {}).items()}})


def cutter(known: Iterable[str]) -> re.Pattern[str]:
    """Make the expression that cuts a text at the known words, longest first."""
    by_first: dict[str, list[str]] = {}
    for word in sorted({word for word in known if _is_cjk(word)}, key=lambda one: (-len(one), one)):
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    words = "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in sorted(by_first.items()))
    starters = "".join(sorted(by_first)) + NUMERALS
    return re.compile(
        # Asked for a character of theirs first: all the words are looked through only where one may begin.
        f"{_FIGURES}|(?=[{_CJK}])(?:{words})|(?:(?=[{NUMERALS}])(?!{words})[{NUMERALS}])+|[^\\W_{_CJK}]+"
        f"|[{_CJK}](?:(?![{starters}])[{_CJK}])*|[^\\w\\s]|_"
    )


def _is_cjk(word: str) -> bool:
    return re.match(f"[{_CJK}]", word) is not None and word not in NUMERALS


def cjk_tokenise(text: str, lexicon: Lexicon, cut: re.Pattern[str]) -> Tokens:
    """Cut a folded text into tokens."""
    places = [match.span() for match in cut.finditer(text)]
    words = [_BLANK if text[start] == "\n" else text[start:end].lower() for start, end in places]
    letters = "".join(map(partial(_letter, lexicon.letters), words))
    return Tokens(text, words, [start for start, _ in places], [end for _, end in places], letters)


def _letter(letters: Letters, word: str) -> str:
    if word == _BLANK:
        return BREAK
    return (
        letters[_PLAIN_NUMERAL]
        if len(word) > 1 and word[0] in NUMERALS and word not in letters
        else letters[word]
    )
