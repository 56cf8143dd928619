"""The unit that a sentence means by a number: a bare "400 million" behind "daily activity" is daily users.

It must not know how numbers are written.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from explorer.model.mention import Quantity, Span

_PERIODS = ("daily users", "monthly users", "weekly users")
_NEAR = 0.15  # how far a number may lie from one told before to be the same measure
_LIVE = re.compile(r"\s(?:live|living)(?=\s*[.,;)])")
_AHEAD = re.compile(r"\)?\s+of\s+(?:[\w'’.-]+\s+){0,4}[\w-]+")
_FAR = 240  # characters before a number in which its meaning is looked for
_SHARE_BEFORE = re.compile(
    r"(?:\b(?:at|low of|high of|low|high|price of|record of|to|its|around|from|above|below|near|"
    r"of)\s+(?:about |just |around )?|\bIPO price (?:of|at) )$"
)
_SHARE_WORDS = re.compile(
    r"\b(?:shares?|stock|stocks|IPO price|closed|trading|traded|per share|apiece)\b", re.IGNORECASE
)
PER_SHARE = re.compile(
    r"\s?(?:-|/|\b(?:a|per|each)\s)\s?share\b|\s(?:apiece|each)\b(?=.*share)|\s(?:loss |gain |of )?EPS\b",
    re.IGNORECASE,
)
_EPS_BEFORE = re.compile(r"\b(?:EPS|earnings per share)\b[^.;,]{0,24}$", re.IGNORECASE)
_PER_USER = re.compile(r"\b(?:per user|ARPU)\b", re.IGNORECASE)
_METRICS = (
    (
        re.compile(
            r"daily[- ](?:active|activity|users?|life|lives?|living|actives|audience)|\bDAUs?\b", re.IGNORECASE
        ),
        "daily users",
    ),
    (
        re.compile(
            r"monthly[- ](?:active|activity|users?|life|lives?|living|actives|audience)|\bMAUs?\b",
            re.IGNORECASE,
        ),
        "monthly users",
    ),
    (re.compile(r"\b(?:downloads?|installs?|installations)\b", re.IGNORECASE), "downloads"),
    (re.compile(r"\bsubscri(?:bers?|ptions?)\b", re.IGNORECASE), "subscribers"),
    (re.compile(r"\b(?:users?|user base|userbase)\b|\bwho installed\b", re.IGNORECASE), "users"),
    (
        re.compile(r"\brecall(?:s|ed|ing)?\b|\b(?:vehicle|car) (?:deliveries|sales)\b", re.IGNORECASE),
        "vehicles",
    ),
    (re.compile(r"\bcustomers?\b", re.IGNORECASE), "customers"),
)


def unit(text: str, sentence: Span, span: Span, written: str, value: float, has_scale: bool) -> str:
    """Give the unit that the sentence means: a bare "400 million" behind "daily activity" is daily users."""
    before = text[max(sentence.start, span.start - _FAR) : span.start]
    if len(written) == 3 and written.isupper():
        return _money_as_meant(text, sentence, before, span.end, written, value, has_scale)
    if written == "users":
        around = text[max(sentence.start, span.start - _FAR) : span.end + 24]
        period = re.search(r"\b(daily|monthly|weekly)\b", around, re.IGNORECASE)
        return f"{period[1].lower()} users" if period else written
    if written or not (has_scale or value >= 1000):
        return written
    ahead = _AHEAD.match(text, span.end, sentence.end)
    return (_nearest_metric(ahead[0]) if ahead else "") or _nearest_metric(before)


def beside(text: str, sentence: Span, told: Sequence[Quantity], earlier: Sequence[Quantity]) -> list[Quantity]:
    """Give the numbers of a sentence the measure of their neighbours.

    Users without a period are those of the last measured period where the number is near the one told before;
    a bare large number beside monthly users is the daily users, if it is less; "to reach 218, up from 210
    million" shares its scale.
    """
    read = list(told)
    monthly = max((q.value for q in read if q.unit == "monthly users"), default=0.0)
    for i, one in enumerate(read):
        known = [q for q in (*earlier, *read[:i], *read[i + 1 :]) if q.unit in _PERIODS]
        if one.unit in _PERIODS and 0 < one.value < 1000:
            scale = max((q.value for q in known), default=0.0)
            factor = next((f for f in (1e9, 1e6) if f <= scale and _is_near(one.value * f, known + read)), 1.0)
            read[i] = one = replace(one, value=one.value * factor)
        if one.unit == "users" and (near := [q for q in known if _is_near(one.value, [q])]):
            read[i] = replace(one, unit=near[-1].unit)
        elif (
            not one.unit
            and one.value >= 1000
            and (one.value < monthly or _LIVE.match(text, one.span.end, sentence.end))
        ):
            read[i] = replace(one, unit="daily users")
    return read


def _is_near(value: float, others: Sequence[Quantity]) -> bool:
    return any(abs(value - q.value) <= _NEAR * abs(q.value) for q in others if "users" in q.unit)


_CONTRAST = re.compile(
    r"\b(?:from|to|versus|vs\.?|against|compared (?:with|to)|than|reach|total of)\s+(?:a |an |about |some )?$"
)


_MONEY_NOUN = re.compile(
    r"\s+(?:in|of)\s+(?:net |annual |quarterly )?(?:revenues?|sales|profits?|cash|debt|losses|earnings)\b"
)


def as_before(text: str, start: int, end: int, before: Sequence[Quantity]) -> str:
    """Give a bare number the unit of the one before it: "27 aircraft, compared with 28"."""
    if _MONEY_NOUN.match(text, end):
        return next((q.unit for q in reversed(before) if len(q.unit) == 3 and q.unit.isupper()), "")
    measured = [q.unit for q in before if q.unit and q.unit not in ("%", "times", "percentage points")]
    is_compared = bool(_CONTRAST.search(text, max(0, start - 30), start))
    return measured[-1] if measured and is_compared else ""


def _nearest_metric(before: str) -> str:
    best, place = "", -1
    for pattern, unit in _METRICS:
        for match in pattern.finditer(before):
            if match.start() > place:
                best, place = unit, match.start()
    return best


def _money_as_meant(
    text: str, sentence: Span, before: str, end: int, unit: str, value: float, has_scale: bool
) -> str:
    if has_scale or abs(value) >= 1_000_000:
        return unit
    if PER_SHARE.match(text, end, sentence.end) or _EPS_BEFORE.search(before):
        return f"{unit}/share"
    if _PER_USER.search(before):
        return f"{unit}/user"
    around = text[max(0, sentence.start - 160, end - 500) : min(len(text), end + 30)]
    if _SHARE_BEFORE.search(before) and _SHARE_WORDS.search(around):
        return f"{unit}/share"
    return unit
