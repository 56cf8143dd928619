"""The unit that a sentence means by a number: a bare "400 million" behind "daily activity" is daily users.

It must not know how numbers are written.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from explorer.extract.amount import counted
from explorer.extract.lexicon import lowered, table
from explorer.model.mention import Quantity, Span

SUM = "money"  # a sum without currency, until the text has been read
PERIODS = ("daily users", "monthly users", "weekly users")
_LARGE = 1_000  # from here on a bare number behind "reached" measures what was told before
_MANY = 100  # from here on it is so many pieces, where their sales are told
_NEAR = 0.15  # how far a number may lie from one told before to be the same measure
_BACK = 50  # quantities before and behind that a number can be near
_SALES_ARE_MONEY = 1e9  # no maker sells so many pieces
_FAR = 240  # characters before a number in which its meaning is looked for
_LIVE_USERS = re.compile(r"\blive users\b", re.IGNORECASE)
_LIVE = re.compile(r"\s(?:live|living)(?=\s*[.,;)])")
_AHEAD = re.compile(r"\)?\s+of\s+(?:[\w'’.-]+\s+){0,4}[\w-]+")
_SALES = re.compile(r"\bsales\b", re.IGNORECASE)
_PERIOD = re.compile(r"\b(daily|monthly|weekly)\b", re.IGNORECASE)
_OF_THEM = re.compile(
    r"\s(?:of\s(?:them|these|those|which)|more(?!\sthan)|(?:more|less|fewer)\sthan\s(?:[A-Z]|in\b|the\b|its\b))"
)
_OF_WHOLE = re.compile(r"\bof\s(?:the|its|their|those|these|all)\s$", re.IGNORECASE)
_PARALLEL = re.compile(
    r"\s(?:in|at|on|from|for|by)\s[^.;:]{2,40}?(?:,\s|,?\s(?:and|but)\s)"
    r"(?:about\s|only\s|another\s|some\s|nearly\s|around\s|over\s|more\sthan\s)?"
)
_PLACE = re.compile(r"\s(?:in|at|on|from|for|by|elsewhere|abroad|last|this)\b")
_CONTRAST_ENDS = frozenset("from to versus vs vs. against with than reach of a an about some".split())
_CONTRAST = re.compile(
    r"\b(?:from|to|versus|vs\.?|against|compared (?:with|to)|than|reach|total of)\s+(?:a |an |about |some )?$"
)
_INDIAN = re.compile(r"\b(?:crores?|lakhs?|cr|lacs?)\b")  # scales that count rupees where no currency is told
_RATIOS = ("%", "times", "percentage points")


def is_money(unit: str) -> bool:
    """Tell whether a unit is a currency."""
    return (len(unit) == 3 and unit.isupper()) or unit == SUM


def users(text: str, sentence: Span, span: Span) -> str:
    """Give users the period that the sentence tells."""
    period = _PERIOD.search(text, max(sentence.start, span.start - _FAR), span.end + 24)
    return f"{period[1].lower()} users" if period else "users"


def named(text: str, sentence: Span, counted: Quantity) -> str:
    """Give the unit of a product's name in the plural: cars, where cars are told, or the name itself."""
    before = text[max(sentence.start, counted.span.start - _FAR) : counted.span.start]
    return "vehicles" if _nearest_metric(before) == "vehicles" else counted.unit.lower()


def bare(text: str, sentence: Span, number: Quantity, known: Sequence[Quantity], *, is_scaled: bool) -> str:
    """Give the unit that the sentence means by a bare number; `known` are the quantities told before in it."""
    start, end = number.span.start, number.span.end
    is_reached = is_scaled or (
        number.value >= _MANY and bool(_reached().search(text, max(sentence.start, start - 30), start))
    )
    unit = _measured(text, sentence, number.span, number.value) if is_reached else ""
    return unit or _as_before(text, start, end, known)


def _measured(text: str, sentence: Span, span: Span, value: float) -> str:
    """Give the measure told before: a bare "400 million" behind "daily activity" is daily users."""
    if _sum_behind().match(text, span.end, sentence.end):
        return SUM
    ahead = _AHEAD.match(text, span.end, sentence.end)
    before = text[max(sentence.start, span.start - _FAR) : span.start]
    if unit := _traded_goods(before) if value >= _MANY else "":
        return unit
    if value < _LARGE:
        return ""
    unit = (_nearest_metric(ahead[0]) if ahead else "") or _nearest_metric(before)
    return SUM if not unit and value >= _SALES_ARE_MONEY and _SALES.search(before) else unit


def _traded_goods(before: str) -> str:
    """Give the goods of which a bare number tells sales: "ticket sales hit", "shipments of tablets fell to"."""
    told = next(reversed(list(_traded().finditer(before))), None)
    if told is None or _nearest_metric(before[told.end() :]):
        return ""
    units = (counted.unit_of(word) for word in (told["of"] or told["noun"] or "").split())
    return next((unit for unit in units if unit), "")


def is_compared(text: str, start: int) -> bool:
    """Tell whether a number is told beside the one before it: "compared with", "from", "against"."""
    floor = max(0, start - 30)
    ahead = text[floor:start].split()
    return bool(ahead) and ahead[-1] in _CONTRAST_ENDS and bool(_CONTRAST.search(text, floor, start))


def _as_before(text: str, start: int, end: int, before: Sequence[Quantity]) -> str:
    """Give a bare number the unit of the one before it: "27 aircraft, compared with 28", "two of them"."""
    measured = [q.unit for q in before[-_BACK:] if q.unit and q.unit not in _RATIOS and not q.equivalent_of]
    if _OF_THEM.match(text, end):
        measured = [unit for unit in measured if not is_money(unit.partition("/")[0])]
        return measured[-1] if measured else ""
    if not measured:
        return ""
    last = before[-1].span
    if (
        _PARALLEL.fullmatch(text[last.end : start])
        and _PLACE.match(text, end)
        and before[-1].unit == measured[-1]
    ):
        return measured[-1]
    is_part = text[last.end : start] == ", " and _OF_WHOLE.search(text, max(0, last.start - 12), last.start)
    return measured[-1] if is_part or is_compared(text, start) else ""


def _nearest_metric(before: str) -> str:
    best, place = "", -1
    low = lowered(before)
    for pattern, unit in _metrics():
        for match in pattern.finditer(low):
            if match.end() > place:
                best, place = unit, match.end()
    return best


def beside(text: str, sentence: Span, told: Sequence[Quantity], earlier: Sequence[Quantity]) -> list[Quantity]:
    """Give the numbers of a sentence the measure of their neighbours.

    Users without a period are those of the last measured period where the number is near the one told before;
    a bare large number beside monthly users is the daily users, if it is less; "to reach 218, up from 210
    million" shares its scale.
    """
    read = _live_users(text, told)
    monthly = max((q.value for q in read if q.unit == "monthly users"), default=0.0)
    for i, one in enumerate(read):
        if one.unit in PERIODS or one.unit == "users":
            others = [*earlier[-_BACK:], *read[max(0, i - _BACK) : i], *read[i + 1 : i + 1 + _BACK]]
            read[i] = _beside_users(one, [q for q in others if q.unit in PERIODS], others)
        elif not one.unit and (one.value < monthly or _LIVE.match(text, one.span.end, sentence.end)):
            read[i] = replace(one, unit="daily users")
    return read


def _live_users(text: str, told: Sequence[Quantity]) -> list[Quantity]:
    """Tell apart two counts of "live users", a machine's words for those of the day and of the month."""
    live = [q for q in told if _LIVE_USERS.search(text, max(0, q.span.start - 30), q.span.end)]
    if len(live) != 2 or live[0].value == live[1].value:
        return list(told)
    less = min(live, key=lambda q: q.value)
    return [replace(q, unit="daily users" if q is less else "monthly users") if q in live else q for q in told]


def _beside_users(one: Quantity, known: Sequence[Quantity], others: Sequence[Quantity]) -> Quantity:
    if one.unit == "users":
        near = [q for q in known if _is_near(one.value, [q])]
        return replace(one, unit=near[-1].unit) if near else one
    if not 0 < one.value < _LARGE:
        return one
    most = max((q.value for q in known), default=0.0)
    factor = next((f for f in (1e9, 1e6) if f <= most and _is_near(one.value * f, others)), 1.0)
    return replace(one, value=one.value * factor)


def _is_near(value: float, others: Sequence[Quantity]) -> bool:
    return any(abs(value - q.value) <= _NEAR * abs(q.value) for q in others if "users" in q.unit)


def of_text(found: Sequence[Quantity]) -> list[Quantity]:
    """Give sums without a currency that of the sum told before, or else behind; drop what measures nothing."""
    read: list[Quantity] = []
    known = next((q.unit for q in found if is_money(q.unit) and q.unit != SUM), "")
    for one in found:
        if one.unit == SUM:
            currency = known or ("INR" if _INDIAN.search(one.text) else "")
            if currency:
                read.append(replace(one, unit=currency))
            continue
        known = one.unit if is_money(one.unit) and not one.equivalent_of else known
        if one.unit:
            read.append(one)
    return read


@cache
def _metrics() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Give the measures that a bare number can take up, for small letters; a noun of money is one too."""
    entries = table("meant.toml")["metric"]
    assert isinstance(entries, list)
    told = [(str(entry["pattern"]), str(entry["unit"])) for entry in entries]
    return tuple(
        (re.compile(rf"\b(?:{words})\b"), unit)
        for words, unit in (*told, (f"{_sums()}|{_words('sums', 'verbs')}", SUM))
    )


@cache
def _traded() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?P<noun>[\w-]+)\s)?(?:{_words('traded', 'nouns')})\b(?:\sof(?P<of>(?:\s[\w-]+){{1,4}}))?",
        re.IGNORECASE,
    )


def _words(section: str, key: str) -> str:
    """Give the words of a section, written over several lines, as one pattern."""
    entries = table("meant.toml")[section]
    assert isinstance(entries, dict)
    return str(entries[key]).replace("\n", "")


def _sums() -> str:
    return _words("sums", "nouns")


@cache
def _sum_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:in|of|worth of)\s+(?:[a-z-]+\s+){{0,2}}?(?:{_sums()}|sales)\b", re.IGNORECASE)


@cache
def _reached() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:{_words('reached', 'words')})\s)$", re.IGNORECASE)
