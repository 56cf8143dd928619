"""Whether four digits are a year: by what stands before and after them.

A number like those of our own times, or of those that the text is about, is a year unless something speaks
against it; another needs a word that makes it one ("in 1066"). The words are in `resources/dates/guards.toml`.
"""

import re
from collections import Counter

from explorer.dates.english.citations import citation_objection, listed
from explorer.dates.grammar.tokens import Tokens
from explorer.dates.specs import Calendar, Candidate

FRAMES = listed("frames")
MEASURES = listed("measures")
_WEAK_FRAMES = FRAMES | listed("weak_frames")
_LABELS, _SHORT_LABELS, _COLON_LABELS = listed("labels"), listed("short_labels"), listed("colon_labels")
_NUMBERED = listed("codes") | listed("numbered")
_PRODUCTS, _PLANS, _MAKES, _STREETS = listed("products"), listed("plans"), listed("makes"), listed("streets")
_AMOUNTS, _HEDGES, _MOVEMENTS = listed("amounts"), listed("hedges"), listed("movements")
_VERBS = listed("counting")
_PARTS = frozenset(("early", "mid", "late", "pre", "post", "end"))
_ERAS = frozenset(("c", "ca", "fl", "b", "d", "r"))  # "c. 1850", "fl. 1200", "b. 1950"
_LINKS = frozenset(("-", "–", "—", "/", ",", "and", "&", "or", "to"))
_DASHES = frozenset(("-", "–", "—", "‑"))
_ONE = frozenset(("a", "an", "his", "her", "my", "'s", "their"))
_QUOTES = frozenset("\"“”'‘’«»")
_BEFORE_ADDRESS = frozenset(("at", ",", ":", "near", "outside", "is", "=", ".", ""))
_AFTER_NAME = frozenset((".", ",", ";", "is", "was", "and", "or", "as", "sold", "by"))
_COUNTING = frozenset(
    ("over", "all", "these", "those", "both", "no", "with")
)  # begin sentences before a number
_HUMP = re.compile(r"[a-z][A-Z]")  # as in names of products
_NO_YEARS = frozenset(("nearly", "almost", "least"))  # never stand before a year
_CHAIN = 8  # years in a row that a label before the first can reach
_FEWEST_SURE = 2  # dates in full that make a decade one of the text's
_LONGEST_RANGE = 200  # years


def told_decades(candidates: list[Candidate]) -> frozenset[int]:
    """Give the decades that a text is surely about: those of years beside a month or a season, and the next."""
    years = (one.spec.year for one in candidates if isinstance(one.spec, Calendar) and _is_sure(one.spec))
    counts = Counter(year // 10 + step for year in years if year for step in (-1, 0, 1))
    return frozenset(decade for decade, count in counts.items() if count >= _FEWEST_SURE)


def _is_sure(spec: Calendar) -> bool:
    return spec.year is not None and spec.year > 0 and (spec.month is not None or spec.season is not None)


def year_objection(year: int, index: int, tokens: Tokens, *, is_told: bool = False) -> str | None:
    """Give the reason why a number, the token at `index`, is no year; `is_told`: the text is about its time."""
    head, is_usual = _head(index, tokens), is_told or 1900 <= year <= 2099
    return (
        label_objection(head, tokens)
        or part_of_more(index, tokens)
        or citation_objection(head, index, tokens)
        or _named(index, tokens)
        or _counting(index, tokens, is_usual=is_usual)
        or (None if is_usual else _unframed(year, index, tokens))
    )


def range_objection(index: int, tokens: Tokens) -> str | None:
    """Give the reason why 2016-17, its first token at `index`, is no range of years."""
    head, after = _head(index, tokens), tokens.word(index + 3)
    why = label_objection(head, tokens) or citation_objection(head, index, tokens)
    return f"a number of {after}" if why is None and after in MEASURES else why


def _head(index: int, tokens: Tokens) -> int:
    """Give the first of years in a row: what stands before "1998, 2001 and 2003" goes for all of them."""
    words = tokens.words
    for _ in range(_CHAIN):
        link = index - 1
        if link < 1 or words[link] not in _LINKS:
            return index
        link -= words[link - 1] == "," and words[link] in ("and", "or")
        if link < 1 or not _is_year_like(words[link - 1]):
            return index
        index = link - 1
    return index


def _is_year_like(word: str) -> bool:
    return len(word) == 4 and word[0] in "12" and word.isdecimal()


def label_objection(index: int, tokens: Tokens) -> str | None:
    """Give the reason why a number is that of a room, a page, a model; None where no label stands before it."""
    raw, before, earlier = tokens.raw(index - 1), tokens.word(index - 1), tokens.word(index - 2)
    if before == "#" and not tokens.is_glued(index):
        return None  # a heading of Markdown
    if before in _LABELS or before in _SHORT_LABELS or raw in _NUMBERED:
        return f"a number after “{raw}”"
    is_short = before == "." and earlier in _SHORT_LABELS and tokens.is_glued(index - 1)
    if is_short or (before == ":" and earlier in _COLON_LABELS):
        return f"a number after “{tokens.raw(index - 2)}”"
    if before in ("+", "=", "*"):
        return "a number with a sign"
    return "the number of a model" if raw in _PRODUCTS or _HUMP.search(raw) else None


def part_of_more(index: int, tokens: Tokens) -> str | None:
    """Object to a year in a longer number: 2019/7, v.2019, 2019-555, 020 7946 2000; not to a range."""
    before = tokens.word(index - 1)
    is_glued_left = tokens.is_glued(index) and tokens.is_glued(index - 1)
    if before == "/" and _is_year_like(tokens.word(index - 2)) and _follows(index, tokens):
        return None
    if is_glued_left and before in (".", "/", "@", "_", ":"):
        return "part of a longer number or address"
    if is_glued_left and before in _DASHES and not _starts_range(tokens.word(index - 2)):
        return "part of a name or of a longer number"
    if _is_in_row(before, index, tokens):
        return "part of a longer number"
    if not (tokens.is_glued(index + 1) and tokens.is_glued(index + 2)):
        return None
    after, beyond = tokens.word(index + 1), tokens.word(index + 2)
    if after in ("-", "/") and len(beyond) == 4 and beyond.isdigit() and beyond[0] != "0":
        return None
    is_longer = (after in ("/", "@", "_", ":", ".") and beyond.isalnum()) or (after == "-" and beyond.isdigit())
    return "part of a longer number or address" if is_longer else None


def _is_in_row(before: str, index: int, tokens: Tokens) -> bool:
    """Tell whether figures that are no date stand before a number: "020 7946 2000", "0 21130 04 2018"."""
    if not before.isdecimal() or _is_year_like(before) or not _is_beside(index, tokens):
        return False
    is_after_more = tokens.word(index - 2).isdecimal() and _is_beside(index - 1, tokens)
    return len(before) > 2 or (is_after_more and len(tokens.word(index - 2)) > 2)


def _follows(index: int, tokens: Tokens) -> bool:
    """Tell whether a year is the one after that before it: 2019/2020."""
    return int(tokens.word(index)) - int(tokens.word(index - 2)) == 1


def _is_beside(index: int, tokens: Tokens) -> bool:
    return tokens.starts[index] - tokens.ends[index - 1] == 1 and "\n" not in tokens.between(
        index - 1, index + 1
    )


def _starts_range(word: str) -> bool:
    return word in _PARTS or (len(word) == 4 and word.isdecimal())


def _named(index: int, tokens: Tokens) -> str | None:
    """Object to what is a name: of a plan, a book, a car, a house in a street."""
    raw, after = tokens.raw(index - 1), tokens.word(index + 1)
    if raw in _PLANS:
        return "the goal in the name of a plan"
    is_owned = tokens.word(index - 1) == "'s" and tokens.raw(index - 2)[:1].isupper()
    if (raw in _QUOTES and after in _QUOTES and raw) or (is_owned and after in _AFTER_NAME):
        return "the title of a work"
    is_colour = raw.isalpha() and raw.islower() and tokens.word(index - 2) in _ONE  # "a silver 2015 Honda"
    if tokens.raw(index + 1) in _MAKES and (tokens.word(index - 1) in _ONE or is_colour):
        return "the year of a model"
    is_address = raw.lower() in _BEFORE_ADDRESS and _is_street(index + 1, tokens)
    return "the number of a house" if is_address or _is_block(index, tokens) else None


def _is_block(index: int, tokens: Tokens) -> bool:
    """Tell whether a number is that of houses between two streets: "the 1900 block of East 7th Street"."""
    is_hundred = tokens.word(index).endswith("00") and tokens.word(index + 1) == "block"
    return is_hundred and tokens.word(index + 2) in ("of", "on") and not tokens.raw(index + 3).islower()


def _is_street(index: int, tokens: Tokens) -> bool:
    """Tell whether a street's name begins here: Broadway, Oak St., Pennsylvania Avenue."""
    for at in range(index, index + 4):
        if tokens.raw(at) in _STREETS:
            return True
        if not tokens.raw(at)[:1].isupper():
            return False
    return False


def _counting(index: int, tokens: Tokens, *, is_usual: bool) -> str | None:
    """Object to a number of things, by what it counts or by what comes before it."""
    return _counted(index, tokens) or _announced(index, tokens) or _of_things(index, tokens, is_usual=is_usual)


def _counted(index: int, tokens: Tokens) -> str | None:
    """Object to a number by what follows it: workers, a month, of them."""
    after, beyond, third = (tokens.word(index + ahead) for ahead in (1, 2, 3))
    if after in MEASURES or after == "°":
        return f"a number of {after}"
    if after in _DASHES and f"{beyond}s" in MEASURES and tokens.is_glued(index + 2):
        return f"a number of {beyond}s"
    if after in _DASHES and third in MEASURES and beyond.isdigit():
        return f"a number of {third}"
    is_of_them = after == "of" and beyond in ("them", "us", "those", "these")
    return "a number of things" if is_of_them or _is_rate(index, tokens) else None


def _announced(index: int, tokens: Tokens) -> str | None:
    """Object to a number by what comes before it: a crowd of, employs, nearly, rose to, at."""
    before, earlier = tokens.word(index - 1), tokens.word(index - 2)
    is_plural = _is_plural(index + 1, tokens)
    if before in _VERBS or (before in _HEDGES and earlier in _VERBS):
        return f"a number after “{earlier if before in _HEDGES else before}”"
    is_sure = is_plural or before in _NO_YEARS or tokens.word(index + 1) in ("were", "are", "have")
    if before in _HEDGES and is_sure:
        return f"a number after “{before}”"
    is_amount = before == "of" and earlier in _AMOUNTS
    if is_amount or (before == "to" and earlier in _MOVEMENTS and not is_plural):
        return f"a number after “{tokens.between(index - 2, index)}”"
    return "a number after “at”" if before == "at" and not is_plural else None


def _of_things(index: int, tokens: Tokens, *, is_usual: bool) -> str | None:
    """Object to a number before a plural that no word makes a year: "said 2000 shops closed"."""
    before, after = tokens.word(index - 1), tokens.word(index + 1)
    is_name = tokens.raw(index - 1)[:1].isupper() and before not in _COUNTING
    is_counted = _is_plural(index + 1, tokens) and not is_name and before.isalpha()
    return f"a number of {after}" if is_counted and is_usual and before not in _WEAK_FRAMES else None


def _is_plural(index: int, tokens: Tokens) -> bool:
    word = tokens.word(index)
    is_word = len(word) > 3 and word.isalpha() and tokens.raw(index)[0].islower()
    return is_word and word.endswith("s") and not word.endswith("ss")


def _is_rate(index: int, tokens: Tokens) -> bool:
    after, beyond = tokens.word(index + 1), tokens.word(index + 2)
    return after == "per" or (
        after in ("a", "an") and beyond in ("month", "day", "week", "year", "hour", "head")
    )


def _unframed(year: int, index: int, tokens: Tokens) -> str | None:
    """Object to a number unlike those of our times that no word makes a year."""
    before, after = tokens.word(index - 1), tokens.word(index + 1)
    is_plural = _is_plural(index + 1, tokens)
    if before == "." and tokens.word(index - 2) in _ERAS:
        return None
    if _is_range(year, index, tokens):
        return None
    is_framed = before in FRAMES and after != "-" and not is_plural
    is_last = after in (")", ",", ".", "") or "\n" in tokens.text[tokens.ends[index] : tokens.ends[index] + 1]
    is_listed = before in (",", "and") and is_last
    is_closed = after in (")", ",", ".", "-", "–") and before in ("(", "-", "–")
    is_told = is_framed or is_listed or is_closed or _is_heading(index, tokens)
    return None if is_told else "a number that no word makes a year"


def _is_heading(index: int, tokens: Tokens) -> bool:
    """Tell whether a number has a paragraph to itself, or opens a line that a colon or a dash goes on."""
    text, start, end = tokens.text, tokens.starts[index], tokens.ends[index]
    if text[max(0, start - 1) : start] not in ("", "\n"):
        return False
    return text.startswith(("\n\n", ": ", " - ", " – ", " — "), end)


def _is_range(year: int, index: int, tokens: Tokens) -> bool:
    """Tell whether a number is one end of a range that years could have: 1861-1863."""
    for link, other in ((index + 1, index + 2), (index - 1, index - 2)):
        is_joined = tokens.word(link) in _DASHES and _is_year_like(tokens.word(other))
        if is_joined and 0 < abs(int(tokens.word(other)) - year) <= _LONGEST_RANGE:
            return (int(tokens.word(other)) > year) == (other > index)
    return False
