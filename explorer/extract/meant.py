"""The unit that a sentence means by a number: a bare "400 million" behind "daily activity" is daily users.

It must not know how numbers are written.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from explorer.model.mention import Quantity, Span

_PERIODS = ("daily users", "monthly users", "weekly users")
SUM = "money"  # a sum without currency, until the text has been read
_NEAR = 0.15  # how far a number may lie from one told before to be the same measure
_SALES_ARE_MONEY = 1e9  # no maker sells so many pieces
_LIVE = re.compile(r"\s(?:live|living)(?=\s*[.,;)])")
_AHEAD = re.compile(r"\)?\s+of\s+(?:[\w'’.-]+\s+){0,4}[\w-]+")
_FAR = 240  # characters before a number in which its meaning is looked for
_SHARE_BEFORE = re.compile(
    r"\b(?:(?:as\s)?(?:low|high)(?:\s(?:of|as|at))?|price\s(?:of|at)|record\sof|at|to|its|around|from|above|below|near|of|worth|"
    r"and|under|over|for|pay|pays|paid|paying|receive|receives|received|offer|offered|offering|bid|than|closed|trading|was)\s(?:(?:about|just|around|only|nearly|almost|roughly|some|a|record|an?\sall-time)\s){0,2}$"
)
_SHARE_WORDS = re.compile(
    r"\b(?:shares?|shareholders?|stock|stocks|stockholders?|IPO|closed|trading|traded|apiece)\b", re.IGNORECASE
)
_PER_SHARE = re.compile(
    r"\s?(?:-|/|\b(?:for\s)?(?:a|per|each|every)\s)\s?(?:(?-i:[A-Z][\w&.]*)\s){0,3}(?:ordinary\s|common\s)?share\b"
    r"|\s(?:loss |gain |of )?EPS\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\s(?:apiece|each)\b")
_SHARES = re.compile(r"\bshares?\b", re.IGNORECASE)
_PER = re.compile(
    r"\s?(?:/\s?|(?:a|an|per|each)\s)(?P<unit>barrel|bbl|metric ton|tonne|ton|troy ounce|ounce|gallon|bushel|"
    r"pound|kilogram|kilo|kg|litre|liter|hour|dose|ticket|seat|user|subscriber|customer|unit|vehicle|car|acre|hectare|"
    r"square foot|square met(?:re|er)|megawatt[- ]hour|kilowatt[- ]hour|MWh|kWh|mmBtu|bitcoin)\b",
    re.IGNORECASE,
)
_PER_NAMES = {"bbl": "barrel", "metric ton": "tonne", "troy ounce": "ounce", "kilo": "kilogram", "kg": "kilogram",
              "liter": "litre", "square meter": "square metre", "megawatt-hour": "MWh", "megawatt hour": "MWh",
              "kilowatt-hour": "kWh", "kilowatt hour": "kWh"}  # fmt: skip
_PRICED = (
    (re.compile(r"\b(?:crude|Brent|WTI|West Texas Intermediate|oil (?:price|futures|rose|fell|gained|lost|traded|settled|"
                r"climbed|dropped|slid|jumped|slipped|closed|ended)\w*)\b", re.IGNORECASE), "barrel"),
    (re.compile(r"\b(?:spot gold|gold (?:price|futures|rose|fell|gained|lost|traded|climbed|dropped|slid|jumped|slipped|"
                r"hit|touched|reached|was|closed)\w*|bullion|platinum|palladium)\b", re.IGNORECASE), "ounce"),
)  # fmt: skip
_AT_PRICE = re.compile(
    r"\b(?:at|to|from|above|below|around|near|hit|touched|reached|by|gained|lost|up|down|rose|fell|dropped|climbed|of|was)"
    r"\s(?:about\s|just\s|around\s|nearly\s|as\s(?:low|high)\sas\s)?$"
)
_EPS_BEFORE = re.compile(r"\b(?:EPS|earnings per share)\b[^.;,]{0,24}$", re.IGNORECASE)
_PER_USER = re.compile(r"\b(?:per user|ARPU)\b", re.IGNORECASE)
_SUM_NOUNS = (
    r"revenues?|turnover|profits?|income|earnings|EBITDA|cash|debts?|loss(?:es)?|liquidity|capital|funding|financing|"
    r"loans?|credit|assets|deposits|savings|costs?|damages|fines|penalties|compensation|aid|equity|bonds?|investments?|"
    r"dividends?|bailout|guarantees|bookings|spending|expenditure|taxes|tax|funds|receipts|royalties|goodwill|"
    r"write-?downs?|charges|provisions|exports|imports|subsidies|grants|proceeds|value|market value|market capitali[sz]ation"
)
_SUM_BEHIND = re.compile(
    rf"\s+(?:in|of|worth of)\s+(?:[a-z-]+\s+){{0,2}}?(?:{_SUM_NOUNS}|sales)\b", re.IGNORECASE
)
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
    (re.compile(r"\b(?:staff|workforce|headcount|employees|workers|jobs|people|layoffs|crowd|laid off|killed|injured|"
                r"population|employ(?:s|ed)?|hired?)\b", re.IGNORECASE), ""),
    (re.compile(rf"\b(?:{_SUM_NOUNS})\b", re.IGNORECASE), SUM),
)


def is_money(unit: str) -> bool:
    """Tell whether a unit is a currency."""
    return (len(unit) == 3 and unit.isupper()) or unit == SUM


def users(text: str, sentence: Span, span: Span) -> str:
    """Give users the period that the sentence tells."""
    around = text[max(sentence.start, span.start - _FAR) : span.end + 24]
    period = re.search(r"\b(daily|monthly|weekly)\b", around, re.IGNORECASE)
    return f"{period[1].lower()} users" if period else "users"


def bare(text: str, sentence: Span, span: Span, value: float) -> str:
    """Give the unit that the sentence means by a bare number: "400 million" behind "daily activity" is daily users."""
    if _SUM_BEHIND.match(text, span.end, sentence.end):
        return SUM
    ahead = _AHEAD.match(text, span.end, sentence.end)
    before = text[max(sentence.start, span.start - _FAR) : span.start]
    unit = (_nearest_metric(ahead[0]) if ahead else "") or _nearest_metric(before)
    if not unit and value >= _SALES_ARE_MONEY and re.search(r"\bsales\b", before, re.IGNORECASE):
        return SUM
    return unit


def named(text: str, sentence: Span, counted: Quantity) -> str:
    """Give the unit of a product's name in the plural: cars, where cars are told, or the name itself."""
    before = text[max(sentence.start, counted.span.start - _FAR) : counted.span.start]
    return "vehicles" if _nearest_metric(before) == "vehicles" else counted.unit.lower()


def of_text(found: Sequence[Quantity]) -> list[Quantity]:
    """Give sums without a currency that of the sum told before, or else behind; drop what measures nothing."""
    read: list[Quantity] = []
    known = next((q.unit for q in found if is_money(q.unit) and q.unit != SUM), "")
    for one in found:
        if one.unit == SUM:
            if known:
                read.append(replace(one, unit=known))
            continue
        known = one.unit if is_money(one.unit) else known
        if one.unit:
            read.append(one)
    return read


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


_OF_THEM = re.compile(r"\sof\s(?:them|these|those|which)\b")
_CONTRAST = re.compile(
    r"\b(?:from|to|versus|vs\.?|against|compared (?:with|to)|than|reach|total of)\s+(?:a |an |about |some )?$"
)


def is_compared(text: str, start: int) -> bool:
    """Tell whether a number is told beside the one before it: "compared with", "from", "against"."""
    return bool(_CONTRAST.search(text, max(0, start - 30), start))


def as_before(text: str, start: int, end: int, before: Sequence[Quantity]) -> str:
    """Give a bare number the unit of the one before it: "27 aircraft, compared with 28", "two of them"."""
    measured = [q.unit for q in before if q.unit and q.unit not in ("%", "times", "percentage points")]
    if not measured:
        return ""
    is_meant = is_compared(text, start) or _OF_THEM.match(text, end)
    return measured[-1] if is_meant else ""


def _nearest_metric(before: str) -> str:
    best, place = "", -1
    for pattern, unit in _METRICS:
        for match in pattern.finditer(before):
            if match.start() > place:
                best, place = unit, match.start()
    return best


def money(text: str, sentence: Span, sum_: Quantity, *, is_scaled: bool) -> tuple[str, int]:
    """Give the unit of a sum and where it ends: a price of a share, of a barrel, or the sum itself."""
    unit, end = sum_.unit, sum_.span.end
    if is_scaled or abs(sum_.value) >= 1_000_000:
        return unit, end
    before = text[max(sentence.start, sum_.span.start - _FAR) : sum_.span.start]
    if per := _PER_SHARE.match(text, end, sentence.end):
        return f"{unit}/share", end if "EPS" in per[0] else per.end()
    if (each := _EACH.match(text, end)) and _SHARES.search(text, sentence.start, sentence.end):
        return f"{unit}/share", each.end()
    if per := _PER.match(text, end, sentence.end):
        return f"{unit}/{_PER_NAMES.get(per['unit'].lower(), per['unit'])}", per.end()
    if _EPS_BEFORE.search(before):
        return f"{unit}/share", end
    if _PER_USER.search(before):
        return f"{unit}/user", end
    if _AT_PRICE.search(before) and (ware := next((ware for words, ware in _PRICED if words.search(before)), "")):
        return f"{unit}/{ware}", end
    around = text[max(0, sentence.start - 160, end - 500) : min(len(text), end + 30)]
    if _SHARE_BEFORE.search(before) and _SHARE_WORDS.search(around):
        return f"{unit}/share", end
    return unit, end
