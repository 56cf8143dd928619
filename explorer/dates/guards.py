"""What looks like a date and is none: each guard gives the reason, or None.

Guards see the words around a candidate and nothing of its resolution.
"""

import re
from collections.abc import Callable

from explorer.dates.specs import Calendar, Candidate, NoDate, Length, Repeat, Vague
from explorer.dates.tokens import Tokens
from explorer.model.edtf import MONTHS

_PREPOSITIONS = frozenset(
    "in by since of from until till to before after during between for on and or through throughout early mid late "
    "around about circa the year years fiscal at towards toward into - – — ( [ / , following this last next beginning "
    "ending ended starting than already back ca c spring summer fall autumn winter".split()
)
_STRONG = frozenset(
    "in by since from until till during before after between through throughout early mid late circa "
    "( [ – year years fiscal of towards into ending ended ca - —".split()
)
_CURRENCY = frozenset(
    "$ € £ ¥ ₹ us$ # № usd eur gbp rs no nos number page p pp flight route highway room model chapter "
    "section article figure table vol volume".split()
)
_MEASURES = frozenset(
    "% percent people persons users employees workers soldiers troops men women children dollars euros pounds yen yuan "
    "units cars vehicles homes jobs miles kilometers kilometres km metres meters feet ft kg tons tonnes mph rpm hp mhz mb gb "
    "points pages copies shares votes seats calories watts volts hours days weeks months years times degrees "
    "square m² acres hectares deaths cases million billion thousand others".split()
)
_MODELS = frozenset(
    "iphone ipad windows office galaxy boeing airbus model series type mazda audi bmw pentium visa "
    "version".split()
)
_HEDGES = frozenset("about some nearly over than least almost only approximately roughly exactly".split())
_MODAL_BEFORE = frozenset("it he she they we you i that this which who there and or one".split())
_CITATION = re.compile(
    r"\d+\s+[A-Z][A-Za-z.]{0,9}\.(?:\s?[A-Z0-9][\w.]{0,6})?\s+\d+[^(\n]{0,12}\($"
)  # 410 U.S. 113 (
_NEAR = 12  # tokens between a measured value and its "so far"
_NAMES = frozenset(("april", "may", "june", "august"))
_ENGLISH_MONTHS = frozenset(month.lower() for month in MONTHS)


def objection(candidate: Candidate, tokens: Tokens) -> str | None:
    """Give the reason why a candidate is no date, None where there is none."""
    spec = candidate.spec
    if isinstance(spec, NoDate):
        return spec.why
    if isinstance(spec, Calendar):
        for guard in _CALENDAR_GUARDS:
            why = guard(candidate, spec, tokens)
            if why is not None:
                return why
    if isinstance(spec, Vague):
        return _vague(candidate, spec, tokens)
    return None


def _year(candidate: Candidate, spec: Calendar, tokens: Tokens) -> str | None:
    if candidate.rule not in ("bare year",):
        return None
    index = candidate.last - 1
    before, after = tokens.word(index - 1), tokens.word(index + 1)
    if before in _CURRENCY or before == "." and tokens.word(index - 2) in ("no", "nos"):
        return f"a number after “{tokens.raw(index - 1)}”"
    if after in ("%", "°") or before in ("+", "=", "*", "x"):
        return "a number with a sign"
    if _is_inside_number(index, tokens):
        return "part of a longer number or address"
    if before in ("©", "copyright"):
        return "a copyright notice"
    if before == "(" and _CITATION.search(
        tokens.text[max(0, tokens.starts[index] - 40) : tokens.starts[index]]
    ):
        return "a citation of a court's decision"
    if (
        before == "-"
        and tokens.is_glued(index)
        and tokens.is_glued(index - 1)
        and tokens.word(index - 2) not in ("mid", "early", "late", "pre", "post")
        and not re.fullmatch(r"\d{4}", tokens.word(index - 2))
    ):
        return "part of a name or of a longer number"
    if after in _MEASURES:
        return f"a number of {after}"
    if (
        tokens.raw(index - 1)[:1].isupper()
        and before in _MODELS
        or re.search(r"[a-z][A-Z]", tokens.raw(index - 1))
    ):
        return "the number of a model"
    return _weak_year(spec.year or 0, before, after, tokens, index)


def _is_inside_number(index: int, tokens: Tokens) -> bool:
    """Tell whether a year is glued to more: 2019/7, v.2019, 2019-555; a range of years is none of these."""
    if tokens.is_glued(index) and tokens.word(index - 1) in (".", "/", "@", "_", ":"):
        return tokens.is_glued(index - 1)
    after, beyond = tokens.word(index + 1), tokens.word(index + 2)
    if not (tokens.is_glued(index + 1) and tokens.is_glued(index + 2)):
        return False
    if after in ("-", "/") and len(beyond) == 4 and beyond.isdigit():
        return False
    return (after in ("/", "@", "_", ":", ".") and beyond.isalnum()) or (after == "-" and beyond.isdigit())


def _weak_year(year: int, before: str, after: str, tokens: Tokens, index: int) -> str | None:
    is_plural = (
        len(after) > 3 and after.endswith("s") and after.isalpha() and not tokens.raw(index + 1)[0].isupper()
    )
    if before in _HEDGES and (is_plural or after in _MEASURES):
        return f"a number after “{before}”"
    if 1900 <= year <= 2099:
        if (
            is_plural
            and before not in _PREPOSITIONS
            and before not in ("'s",)
            and not after.endswith("ss")
            and before.islower()
        ):
            return f"a number of {after}"
        return None
    if (
        before in _STRONG
        and not is_plural
        and after not in ("-",)
        or (before == "," or before == "and")
        and after in (")", ",", ".")
    ):
        return (
            None
            if not (before in ("of", "from", "to", "by", "-") and (after.isalpha() and is_plural))
            else "a number"
        )
    return "a number that no word makes a year"


def _short_form(candidate: Candidate, spec: Calendar, tokens: Tokens) -> str | None:
    """May, March, Sun: words of other meanings."""
    if (
        spec.month is None
        or spec.day is not None
        or spec.year is not None
        or spec.within is not None
        or spec.step is not None
    ):
        return None
    index = candidate.last - 1
    raw, before, after = tokens.raw(index), tokens.word(candidate.first - 1), tokens.word(index + 1)
    if raw == ".":
        raw = tokens.raw(index - 1)
    if candidate.mod is not None:
        return None if raw[:1].isupper() else "not written as a month"
    word = raw.lower()
    if word not in _ENGLISH_MONTHS:
        return None
    is_framed = before in _STRONG or before in (
        "last",
        "next",
        "this",
        "to",
        "each",
        "every",
        "and",
        "or",
        "late",
        "early",
        "for",
        "on",
        ",",
        "than",
    )
    if not raw[:1].isupper():
        return "not written as a month"
    if word in ("march", "may") and not is_framed:
        return f"“{raw}” as a verb, a march or a name"
    if (
        word == "may"
        and before in (",", "and", "or", "on", "for")
        and (after.isalpha() and after not in _PREPOSITIONS)
    ):
        return f"“{raw}” as a verb or a name"
    if (
        word == "march"
        and before in ("on", ",", "and", "or", "for", "this", "of")
        and after in ("on", "of", "for", "to", "in", "against")
    ):
        return "“March” as a walk"
    if (
        word in _NAMES
        and tokens.raw(index + 1)[:1].isupper()
        and tokens.raw(index + 1)[1:2].islower()
        and before not in _STRONG
    ):
        return f"“{raw}” as a name"
    if raw.isupper() and len(raw) > 3 and not is_framed:
        return f"“{raw}” as a name"
    return None


def _abbreviation(candidate: Candidate, spec: Calendar, tokens: Tokens) -> str | None:
    words = tokens.between(candidate.first, candidate.last)
    if (
        re.match(r"(?:may|mar|march|sun|sat|wed|mon|dec|jan)\b", words)
        and spec.month is not None
        and spec.year is None
    ):
        return "not written as a date"
    return None


def _day_of_month(candidate: Candidate, spec: Calendar, tokens: Tokens) -> str | None:
    """In "March 5 million" and "may 7 people" the number counts something."""
    if spec.day is None or spec.month is None or spec.year is not None:
        return None
    after = tokens.word(candidate.last)
    if after in _MEASURES or (
        after in (".", ",")
        and tokens.is_glued(candidate.last)
        and tokens.word(candidate.last + 1).isdigit()
        and tokens.is_glued(candidate.last + 1)
    ):
        return f"a number of {after}" if after.isalpha() else "part of a longer number"
    before = tokens.word(candidate.first - 1)
    if before in ("$", "€", "£", "no"):
        return "an amount"
    return None


def _weekday_name(candidate: Candidate, spec: Calendar, tokens: Tokens) -> str | None:
    if spec.weekday is None or spec.month is not None:
        return None
    raw = next(
        (
            tokens.raw(i)
            for i in range(candidate.first, candidate.last)
            if tokens.word(i).endswith("day") and tokens.word(i) not in ("holiday",)
        ),
        "",
    )
    if raw and not raw[0].isupper():
        return "not written as a weekday"
    return None


def _counts_something(candidate: Candidate, tokens: Tokens) -> bool:
    """Tell whether a number stands near: "so far" dates a measured value and nothing else."""
    near = range(candidate.first - _NEAR, candidate.last + _NEAR)
    return any(tokens.word(index)[:1].isdigit() for index in near)


def _vague(candidate: Candidate, spec: Vague, tokens: Tokens) -> str | None:
    words = tokens.between(candidate.first, candidate.last).lower()
    if words in ("so far", "to date") and not _counts_something(candidate, tokens):
        return f"“{words}” without a measured value"
    before, after = tokens.word(candidate.first - 1), tokens.word(candidate.last)
    if words == "the past" and (
        after.isalpha() and after not in ("and", "when", "but", "as", "to", "were", "was", "have", "had", "has")
    ):
        return "“the past” before a noun"
    if (
        words in ("once", "now", "soon", "shortly")
        and after in ("-", "again", "that", "after", "before", "as", "more", "every")
        and words != "now"
    ):
        return f"“{words}” as another word"
    if words == "once" and (
        before in ("at", "all", "more", "than", "only", "just", "not")
        or after in ("a", "the", "they", "he", "she", "it", "you", "we", "i", "in", "you")
    ):
        return "“once” as a number or a conjunction"
    if words == "future" and (before in ("s", "'s") or after in ("s", "contracts")):
        return "futures"
    if words == "recent" and after in ("years", "months"):
        return "part of a duration"
    return None


_CALENDAR_GUARDS: tuple[Callable[[Candidate, Calendar, Tokens], str | None], ...] = (
    _year,
    _abbreviation,
    _short_form,
    _day_of_month,
    _weekday_name,
)
