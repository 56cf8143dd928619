"""Whether four digits are a year: by what stands before and after them.

A number like those of our own times is a year unless something speaks against it; another needs a word that
makes it one ("in 1066").
"""

import re

from explorer.dates.tokens import Tokens

# Words that make a number after them a year.
FRAMES = frozenset(
    "in by since from until till during before after between through throughout early mid late circa ca ( "
    "[ - – — year years fiscal of towards into ending ended".split()
)
MEASURES = frozenset(
    "% percent people persons users employees workers soldiers troops men women children dollars euros "
    "pounds yen yuan units cars vehicles homes jobs miles kilometers kilometres km metres meters feet ft "
    "kg tons tonnes mph rpm hp mhz mb gb points pages copies shares votes seats calories watts volts "
    "hours days weeks months years times degrees square m² acres hectares deaths cases million billion "
    "thousand others".split()
)
_WEAK_FRAMES = FRAMES | frozenset(
    "to for on and or around about the at toward / , following this last next beginning starting than "
    "already back c spring summer fall autumn winter".split()
)
_LABELS = frozenset(
    "$ € £ ¥ ₹ us$ # № usd eur gbp rs no nos number page p pp flight route highway room model chapter "
    "section article figure table vol volume".split()
)
_MODELS = frozenset(
    "iphone ipad windows office galaxy boeing airbus series type mazda audi bmw visa version".split()
)
_HEDGES = frozenset("about some nearly over than least almost only approximately roughly exactly".split())
_PARTS = frozenset(("early", "mid", "late", "pre", "post"))
_CITATION = re.compile(  # 410 U.S. 113 (
    r"\d+\s+[A-Z][A-Za-z.]{0,9}\.(?:\s?[A-Z0-9][\w.]{0,6})?\s+\d+[^(\n]{0,12}\($"
)
_CITATION_REACH = 40


def year_objection(year: int, index: int, tokens: Tokens) -> str | None:
    """Give the reason why a number, the token at `index`, is no year."""
    before, after = tokens.word(index - 1), tokens.word(index + 1)
    return (
        _labelled(index, before, tokens)
        or _inside(index, before, tokens)
        or _cited(index, before, tokens)
        or _counting(year, index, before, after, tokens)
    )


def _labelled(index: int, before: str, tokens: Tokens) -> str | None:
    raw = tokens.raw(index - 1)
    if before in _LABELS or (before == "." and tokens.word(index - 2) in ("no", "nos")):
        return f"a number after “{raw}”"
    if before in ("+", "=", "*"):
        return "a number with a sign"
    if (raw[:1].isupper() and before in _MODELS) or re.search(r"[a-z][A-Z]", raw):
        return "the number of a model"
    return None


def _inside(index: int, before: str, tokens: Tokens) -> str | None:
    """Object to a year glued to more: 2019/7, v.2019, 2019-555; a range of years is none of these."""
    is_glued_left = tokens.is_glued(index) and tokens.is_glued(index - 1)
    if is_glued_left and before in (".", "/", "@", "_", ":"):
        return "part of a longer number or address"
    if is_glued_left and before == "-" and not _starts_range(tokens.word(index - 2)):
        return "part of a name or of a longer number"
    if not (tokens.is_glued(index + 1) and tokens.is_glued(index + 2)):
        return None
    after, beyond = tokens.word(index + 1), tokens.word(index + 2)
    if after in ("-", "/") and len(beyond) == 4 and beyond.isdigit():
        return None
    is_longer = (after in ("/", "@", "_", ":", ".") and beyond.isalnum()) or (after == "-" and beyond.isdigit())
    return "part of a longer number or address" if is_longer else None


def _starts_range(word: str) -> bool:
    return word in _PARTS or re.fullmatch(r"\d{4}", word) is not None


def _cited(index: int, before: str, tokens: Tokens) -> str | None:
    if before in ("©", "copyright"):
        return "a copyright notice"
    start = tokens.starts[index]
    if before == "(" and _CITATION.search(tokens.text[max(0, start - _CITATION_REACH) : start]):
        return "a citation of a court's decision"
    return None


def _counting(year: int, index: int, before: str, after: str, tokens: Tokens) -> str | None:
    if after in MEASURES or after == "°":
        return f"a number of {after}"
    is_plural = (
        len(after) > 3 and after.isalpha() and after.endswith("s") and tokens.raw(index + 1)[0].islower()
    )
    if before in _HEDGES and is_plural:
        return f"a number after “{before}”"
    if 1900 <= year <= 2099:
        is_counted = is_plural and not after.endswith("ss") and before.islower() and before != "'s"
        return f"a number of {after}" if is_counted and before not in _WEAK_FRAMES else None
    is_framed = before in FRAMES and after != "-" and not (is_plural and before in ("of", "from", "by", "-"))
    is_listed = before in (",", "and") and after in (")", ",", ".")
    is_closed = after in (")", ",", ".", "-", "–") and before.isalpha() is False and before in ("(", "-", "–")
    return (
        None
        if (is_framed and not is_plural) or is_listed or is_closed
        else "a number that no word makes a year"
    )
