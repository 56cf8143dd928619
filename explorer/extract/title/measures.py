"""Deeds that are a number: sizes reached, targets, figures of business; and which amount a date stands beside.

Each template gives None where the clause is not plainly of its form. It must not know the other deeds.
"""

import re
from dataclasses import replace

from explorer.extract import clauses
from explorer.extract.records import Told
from explorer.extract.title import acting
from explorer.extract.title.brief import amount
from explorer.extract.title.wording import any_of
from explorer.model.mention import Bound, Found, Quantity, Status

_SIZES = (
    "users", "downloads", "subscribers", "customers", "members", "views", "followers", "creators", "accounts",
)  # fmt: skip


def money(told: Told) -> Quantity | None:
    """Give the first amount of money behind the trigger, else the first of all."""
    sums = [q for q in told.quantities if len(q.unit) == 3 and q.unit.isupper() and q.equivalent_of is None]
    start = told.trigger.span.start if told.trigger else told.span.start
    return next((q for q in sums if q.span.start >= start), sums[0] if sums else None)


def _size(told: Told) -> Quantity | None:
    """Give the number of users or the like that stands nearest to the date, on its line."""
    sizes = [q for q in told.quantities if q.unit.endswith(_SIZES)]
    if not sizes or told.date is None:
        return sizes[0] if sizes else None
    kind = max((q.unit for q in sizes), key=len)
    bare = [
        replace(q, unit=kind)
        for q in told.quantities
        if q.value >= _MANY and (not q.unit or kind.endswith(" " + q.unit))
    ]
    return min([*bare, *sizes], key=lambda size: _distance(told, size))


_MANY = 1_000_000


def _distance(told: Told, quantity: Quantity) -> int:
    assert told.date is not None
    first, last = sorted((told.date, quantity.span))
    between = told.text[first.end : last.start]
    return len(between) + 200 * between.count("\n")


_HAS = re.compile(
    r"\b(?:(?P<has>has|have|had|having|count(?:s|ed)?|report(?:s|ed)?|number(?:s|ed)?|claim(?:s|ed)?|boast(?:s|ed)?|"
    r"stood at|stands at|total of)|"
    r"(?P<reaches>reach\w*|hit|hits|climb\w* to|grew to|rose to|risen to|grown to)|"
    r"(?P<passes>pass\w*|exceed\w*|surpass\w*|topp?(?:s|ed)|cross\w*|brok\w*)|(?P<adds>add(?:s|ed)?|gain(?:s|ed)?))\b",
    re.IGNORECASE,
)
_PER_PLACE = re.compile(r"\s+in (?:the )?[A-Z]\w+(?: [A-Z]\w+)?\b(?! \d)(?!\s\d)")
_MONTHS = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December|[A-Z][a-z]{2}\b\.?$"
)
_PARTIAL = re.compile(
    r"\bof (?:its|them|whom|which|the)\W*$|\b(?:lost|lose\w*|fewer|shed|drop\w*|fell|"
    r"who|whose|number of|without|not|never|"
    r"paid|paying|average|out of)\b|\b(?:another|first|only|record)\W+$",
    re.IGNORECASE,
)


_SHARE_OF_IT = re.compile(r"\s+of (?:them|these|those|which|whom)\b")


def milestone(told: Told) -> str | None:
    """Give the title of a size reached: "Spotify passes 400 M monthly users"."""
    size = _size(told)
    if size is None or told.status not in (Status.HAPPENED, Status.PLANNED):
        return None
    first = _first_of_list(told, size)
    if _SHARE_OF_IT.match(told.text, size.span.end):
        size = first  # "80 million customers, 2.1 million of them in Mexico"
    before = told.text[told.span.start : first.span.start]
    found = list(_HAS.finditer(before))
    company = acting.actor(told, first.span.start - told.span.start)
    if company and not found and not clauses.has_verb(acting.words_of(told), 0, len(acting.words_of(told))):
        return f"{company}: {_BOUNDS.get(size.bound, '') if size.bound else ''}{amount(size)}"
    if company is None or not found or len(before) - found[-1].end() > 30 or _PARTIAL.search(before[-60:]):
        return None
    if any(map(clauses.is_participle, before[found[-1].end() :].split())):
        return None  # "it had already repaid 900 customers"
    if re.search(r"\b(?:half|third|quarter|percent|per cent|%|each|every)\b", before[-40:]):
        return None
    if (
        told.date
        and told.date.end < size.span.start
        and _OTHER_TIME.search(told.text[told.date.end : size.span.start])
    ):
        return None
    way = found[-1].lastgroup
    number = amount(size)
    place = _PER_PLACE.match(told.text, size.span.end, told.span.end)
    where = place.group() if place and not _MONTHS.search(place.group()) else ""
    bound = _BOUNDS.get(size.bound, "") if size.bound else ""
    if told.status is Status.PLANNED:
        return f"{company} to reach {number}{where}" if way in ("reaches", "passes") else None
    if way == "adds":
        return f"{company} adds {number}{where}"
    if way == "reaches" and not bound:
        return f"{company} reaches {number}{where}"
    if way == "passes" or (way == "reaches" and bound == "over "):
        return f"{company} passes {number}{where}"
    return f"{company} has {bound}{number}{where}"


_OTHER_TIME = re.compile(r"\b(?:after|before|when|since|while)\b")


def _first_of_list(told: Told, size: Quantity) -> Quantity:
    """Give the first amount of a list of amounts with dates: "had 150 million in June, 250 million in July"."""
    for other in told.quantities:
        if other.span.end > size.span.start or not other.unit.endswith(_SIZES):
            continue
        between = told.text[other.span.end : size.span.start]
        if "|" in between or not clauses.has_verb(between, 0, len(between)):
            return other
    return size


_BOUNDS = {Bound.OVER: "over ", Bound.UNDER: "under ", Bound.UP_TO: "up to ", Bound.AT_LEAST: "at least "}
_AIM = re.compile(
    r"\b(?:target|goal|aim|expect|forecast|guid|predict|project|outlook|anticipat)\w*\b", re.IGNORECASE
)
_METRIC = re.compile(rf"\b{any_of('metrics')}\b", re.IGNORECASE)


def target(told: Told) -> str | None:
    """Give the title of a forecast or a goal: "Snap expects revenue of $450 M to $470 M"."""
    measured = next((q for q in told.quantities if q.unit and q.unit != "times"), None)
    if measured is None or told.status is not Status.PLANNED:
        return None
    high = next(
        (q for q in told.quantities if q.low is not None and q.high == q.value and q.low == measured.value),
        None,
    )
    words = told.text[told.span.start : measured.span.start]
    aim = list(_AIM.finditer(words))
    if not aim or measured.unit == "%" or _OTHERS.search(words):
        return None
    if _TO_DO.search(words[aim[-1].end() :]):
        return None
    company = acting.actor(told, aim[0].start())
    if company is None:
        return None
    sum_ = f"{amount(measured)} to {amount(high)}" if high else amount(measured)
    verb = "targets" if re.match(r"target|goal|aim", aim[-1].group(), re.IGNORECASE) else "expects"
    metric = _METRIC.search(words[-60:])
    return f"{company} {verb} {metric.group()} of {sum_}" if metric else f"{company} {verb} {sum_}"


_TO_DO = re.compile(r"\bto\s+(?!reach\b|have\b|be\b|achieve\b|hit\b)[a-z]+")
_OTHERS = re.compile(
    r"\b(?:analysts?|economists?|investors|consensus|wall street|not|miss\w*|below|from|cut|lower\w*|"
    r"rais\w*)\b",
    re.IGNORECASE,
)
_MOVE = re.compile(
    r"\b(?:shares?|stock)\b.*?\b(?:(?P<up>rose|rise|jump\w*|surg\w*|gain\w*|climb\w*|soar\w*)|"
    r"fell|fall|drop\w*|plung\w*|slid\w*|tumbl\w*|slump\w*|sank|lost)\b",
    re.IGNORECASE,
)


def finance(told: Told) -> str | None:
    """Give the title of a move of shares: "Meta shares down 26 %"."""
    words = acting.words_of(told)
    percent = next((q for q in told.quantities if q.unit == "%"), None)
    if percent is None or told.status is not Status.HAPPENED:
        return None
    move = _MOVE.search(words)
    if move and re.search(r"\b(?:whose|which)\b", words[: move.start()]):
        return None
    near = move is not None and abs(percent.span.start - told.span.start - move.end()) < 30
    if not near or move is None or re.search(r"[;]|\band\b", words[move.start() : move.end()]):
        return None
    company = acting.company(told)
    if company is None:
        return None
    about = words[max(0, move.start() - 40) : move.start() + 60]
    party = next(p for p in told.parties if p.name == company)
    if party.found is Found.NAMED and acting.place(party, about, told) is None:
        return None
    return f"{company} shares {'up' if move['up'] else 'down'} {amount(percent)}"


def figure(told: Told) -> str | None:
    """Give the title of a figure of business: "Nokia: net profit of €1.2 bn"."""
    sum_ = money(told)
    if sum_ is None or told.status is not Status.HAPPENED:
        return None
    words = acting.words_of(told).lower()
    metric = re.search(
        r"\b(?P<metric>net (?:income|profit|loss|earnings)|operating (?:income|profit|loss)|revenues?|"
        r"profits?|turnover)\b(?P<gap>.{0,40}$)",
        words[: sum_.span.start - told.span.start],
    )
    company = acting.company(told) if metric and not re.search(r"[,;]", metric["gap"]) else None
    return f"{company}: {metric['metric']} of {amount(sum_)}" if metric and company else None
