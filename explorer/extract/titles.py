"""Titles: a short readable fact per mention, at most 70 characters, never cut inside a word.

A template where actor, deed and amount are known ("FTC fines TikTok $5.7 M"); else the clause, compressed.
"""

import re

from explorer.extract import countries, lexicon, names, subjects
from explorer.extract.compress import LIMIT, compressed
from explorer.extract.records import Told
from explorer.model.mention import Bound, Found, Party, PartyRole, PartyType, Quantity, Status

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "KRW": "₩"}
_SCALES = ((1e12, " tn"), (1e9, " bn"), (1e6, " M"))
_RATIOS = ("times", "percentage points", "basis points")
_SIZES = (
    "users",
    "downloads",
    "subscribers",
    "customers",
    "members",
    "views",
    "followers",
    "creators",
    "accounts",
)


def of(told: Told) -> str:
    """Give the title of a mention."""
    maker = _TEMPLATES.get(told.kind)
    title = maker(told) if maker and told.status is not Status.DENIED else None
    if title is None or len(title) > LIMIT:
        title = compressed(told)
    return title


def amount(quantity: Quantity) -> str:
    """Write a quantity briefly: "$5.7 M", "400 M daily users", "20 %", "8.2 times"."""
    value, unit = abs(quantity.value), quantity.unit
    sign = "−" if quantity.value < 0 else ""
    number = _short(value)
    base, _, per = unit.partition("/")
    if len(base) == 3 and base.isupper():
        money = f"{_SIGNS[base]}{number}" if base in _SIGNS else f"{number} {base}"
        return sign + money + (f" a {per}" if per else "")
    return f"{sign}{number} {unit}".strip()


def _short(value: float) -> str:
    for factor, letter in _SCALES:
        if value >= factor:
            return f"{value / factor:.4g}{letter}"
    return f"{value:,.0f}" if value >= 1000 else f"{value:.6g}"


_MEANT = re.compile(
    r"\b(?:it|its|we|our|they|them|the (?:\w+ )?(?:company|app|group|firm|service|platform|carrier|airline|"
    r"bank|carmaker|maker|network|site|chain|retailer|lender|startup))\b",
    re.IGNORECASE,
)


def _company(told: Told) -> str | None:
    """Give the first company that is named, or that a pronoun or "the company" of the clause means."""
    companies = [p for p in told.parties if p.type is PartyType.COMPANY]
    if companies and companies[0].found is Found.INFERRED and not _is_meant(told):
        companies = [p for p in companies if p.found is not Found.INFERRED]
    return companies[0].name if companies else None


def _is_meant(told: Told) -> bool:
    words = told.text[told.span.start : told.span.end]
    return bool(_MEANT.search(words)) or subjects.lacks_subject(words)


_PUBLIC = (PartyType.AGENCY, PartyType.COURT, PartyType.GOVERNMENT)


def _authority(told: Told) -> str | None:
    """Give who acts by public power: named before an active verb or behind "by", and no one else."""
    if told.trigger is None:
        return None
    text, span, trigger = told.text, told.span, told.trigger.span
    behind = text[trigger.start : min(span.end, trigger.end + 60)]
    by = re.search(r"\bby (?:the )?", behind)
    passive = re.search(
        r"\b(?:was|were|is|are|been|being|be)\s+(?:\w+ly\s+)?$", text[span.start : trigger.start]
    )
    if passive and by is None:
        return None
    if by is not None and passive:
        return _public_in(told, text[trigger.start + by.end() : span.end], at_head=True)
    return _public_in(told, text[span.start : trigger.start])


_CLAUSE_END = re.compile(r"[,;:]\s|\s(?:and|but|which|who|that|as|when|while|after)\s")


def _public_in(told: Told, words: str, *, at_head: bool = False) -> str | None:
    """Give the power that is named in some words: the last whole clause of them, or their head."""
    parts = _CLAUSE_END.split(words)
    near = parts[0] if at_head else parts[-1] if parts[-1].strip() else words
    for party in told.parties:
        if party.type in _PUBLIC and party.found is not Found.INFERRED and _is_named(party, near):
            return _brief(party.name)
    for code in told.countries:
        name = countries.names_by_code().get(code)
        if name is None:
            continue
        at = re.escape(name)
        place = rf"^{at}\b(?!['’]s)" if at_head else rf"\b{at}(?:\s\w+){{0,2}}$"
        if re.search(place, near.strip()):
            return name
    return None


def _is_named(party: Party, words: str) -> bool:
    return _place(party, words) is not None


def _place(party: Party, words: str) -> int | None:
    """Give where some words name a party, by its name, its short form or the name's first word."""
    first = party.name.split()[0]
    for form in (party.name, _brief(party.name), first if len(first) > 3 else party.name):
        match = re.search(rf"\b{re.escape(form)}(?!\w)", words, re.IGNORECASE)
        if match is not None:
            return match.start()
    return next((hit.span.start for hit in names.find(words) if hit.name == party.name), None)


def _brief(name: str) -> str:
    """Give a long agency the short form by which it is known."""
    return lexicon.brief_agencies().get(name, name) if len(name) > 14 else name


def _money(told: Told) -> Quantity | None:
    return next(
        (q for q in told.quantities if len(q.unit) == 3 and q.unit.isupper() and q.equivalent_of is None), None
    )


def _size(told: Told) -> Quantity | None:
    return next((q for q in told.quantities if q.unit.endswith(_SIZES)), None)


def _verb(told: Told, happened: str, base: str) -> str:
    """Give a verb in the mood of the status: "buys", "to buy", "said to buy"."""
    if told.status is Status.PLANNED:
        return f"to {base}"
    return f"reportedly {happened}" if told.status is Status.ALLEGED else happened


def _trigger_text(told: Told) -> str:
    return told.text[told.trigger.span.start : told.trigger.span.end].lower() if told.trigger else ""


_BANS = (
    ("ground", "grounds", "ground"),
    ("suspen", "suspends", "suspend"),
    ("block", "blocks", "block"),
    ("revok", "revokes licence of", "revoke licence of"),
)


def _ban(told: Told) -> str | None:
    company, authority, words = _company(told), _authority(told), _trigger_text(told)
    if company is None:
        return None
    happened, base = next(((h, b) for stem, h, b in _BANS if words.startswith(stem)), ("bans", "ban"))
    if not re.match(r"(?:ban|ground|suspen|block|prohibit|outlaw|blacklist|revok)", words):
        return None
    if authority is not None:
        return f"{authority} {_verb(told, happened, base)} {company}"
    return None


def _reinstatement(told: Told) -> str | None:
    company = _company(told)
    place = countries.names_by_code().get(told.countries[0]) if told.countries else None
    words = _trigger_text(told)
    if company is None or told.status is not Status.HAPPENED:
        return None
    if words.startswith("back"):
        return f"{company} is back in {place}" if place else f"{company} is back"
    if re.search(r"\b(?:lift|overturn|revers|scrap|end|remov)\w*.*\bban", words):
        return f"Ban on {company} is lifted" + (f" in {place}" if place else "")
    return None


def _settlement(told: Told) -> str | None:
    company, money, words = _company(told), _money(told), told.text[told.span.start : told.span.end].lower()
    authority = _authority(told)
    if company is None or money is None:
        return None
    if (
        re.search(r"\bfine[sd]?\b|\bpenalt|\bfining\b", words)
        and authority is not None
        and not re.search(r"\bfined by\b.*\bsettle", words)
    ):
        return f"{authority} {_verb(told, 'fines', 'fine')} {company} {amount(money)}"
    if re.search(r"\b(?:fined|fines)\b", words) and "settle" not in words:
        return f"{company} {_verb(told, 'is fined', 'be fined')} {amount(money)}"
    if "settle" in words:
        return f"{company} {_verb(told, 'settles', 'settle')} for {amount(money)}"
    return f"{company} {_verb(told, 'pays', 'pay')} {amount(money)}"


def _acquisition(told: Told) -> str | None:
    words, trigger = told.text[told.span.start : told.span.end], told.trigger
    if trigger is None or not re.match(r"(?:acquir|b(?:uy|ought)|purchas)", _trigger_text(told)):
        return None
    if re.search(r"\b(?:stake|shares?|unit|business|division|part|assets|share)\b", words):
        return None
    named = [p for p in told.parties if p.type is PartyType.COMPANY and p.found is Found.NAMED]
    at = trigger.span.start - told.span.start
    before = [p for p in named if _is_named(p, words[:at])]
    behind = [p for p in named if p not in before and _is_named(p, words[at:])]
    if len(before) != 1 or len(behind) != 1:
        return None
    buyer, bought = before[0].name, behind[0].name
    if re.search(r"\b(?:acquired|bought|purchased) by\b", words):
        buyer, bought = bought, buyer
    money = _money(told)
    return f"{buyer} {_verb(told, 'buys', 'buy')} {bought}" + (f" for {amount(money)}" if money else "")


def _investment(told: Told) -> str | None:
    company, money = _company(told), _money(told)
    if company is None or money is None or not re.match(r"rais", _trigger_text(told)):
        return None
    return f"{company} {_verb(told, 'raises', 'raise')} {amount(money)}"


def _milestone(told: Told) -> str | None:
    company, size = _company(told), _size(told)
    words = told.text[told.span.start : told.span.end].lower()
    if company is None or size is None:
        return None
    if re.search(r"\badd(?:s|ed|ing)?\b", words[: max(0, size.span.start - told.span.start)]):
        return f"{company} {_verb(told, 'adds', 'add')} {amount(size)}"
    verb = ("passes", "pass") if size.bound is Bound.OVER else ("has", "have")
    if size.bound is not Bound.OVER and re.search(r"\b(?:reach|hit)\w*", words):
        verb = ("reaches", "reach")
    return f"{company} {_verb(told, *verb)} {amount(size)}"


def _target(told: Told) -> str | None:
    company = _company(told)
    measured = next((q for q in told.quantities if q.unit and q.unit != "times"), None)
    if company is None or measured is None or told.status is not Status.PLANNED:
        return None
    high = next(
        (q for q in told.quantities if q.low is not None and q.high == q.value and q.low == measured.value),
        None,
    )
    words = told.text[told.span.start : measured.span.start]
    aim = list(_AIM.finditer(words))
    sum_ = f"{amount(measured)} to {amount(high)}" if high else amount(measured)
    if not aim or "%" in sum_:
        return None
    verb = "targets" if re.match(r"target|goal|aim", aim[-1].group(), re.IGNORECASE) else "expects"
    metric = _METRIC.search(words[-60:])
    return f"{company} {verb} {metric.group()} of {sum_}" if metric else f"{company} {verb} {sum_}"


_AIM = re.compile(
    r"\b(?:target|goal|aim|expect|forecast|guid|predict|project|outlook|anticipat)\w*\b", re.IGNORECASE
)
_METRIC = re.compile(
    r"\b(?:adjusted EBITDA|EBITDA|net (?:income|profit|loss|sales)|operating (?:income|profit|loss)|"
    r"revenue|sales|profit|earnings)\b",
    re.IGNORECASE,
)


def _finance(told: Told) -> str | None:
    company = _company(told)
    words = told.text[told.span.start : told.span.end].lower()
    percent = next((q for q in told.quantities if q.unit == "%"), None)
    if company is None or told.status is not Status.HAPPENED:
        return None
    move = re.search(
        r"\bshares?\b.*?\b(?P<move>rose|jump\w*|surg\w*|gain\w*|climb\w*|soar\w*|fell|drop\w*|plung\w*|"
        r"slid\w*|tumbl\w*|slump\w*|sank|lost)\b",
        words,
    )
    if move and percent and abs(percent.span.start - told.span.start - move.end()) < 30:
        way = "up" if re.match(r"rose|jump|surg|gain|climb|soar", move["move"]) else "down"
        return f"{company} shares {way} {amount(percent)}"
    money = _money(told)
    metric = re.search(
        r"\b(?P<metric>net (?:income|profit|loss|earnings)|operating (?:income|profit|loss)|revenues?|"
        r"profits?|turnover)\b(?P<gap>.{0,40}$)",
        words[: money.span.start - told.span.start] if money else "",
    )
    if money and metric and not re.search(r"[,;]", metric["gap"]):
        return f"{company}: {metric['metric']} of {amount(money)}"
    return None


def _legal(told: Told) -> str | None:
    company, authority, words = _company(told), _authority(told), _trigger_text(told)
    if company is None or authority is None:
        return None
    for stem, happened, base in (
        ("sue", "sues", "sue"),
        ("suing", "sues", "sue"),
        ("investigat", "investigates", "investigate"),
        ("charge", "charges", "charge"),
        ("accus", "accuses", "accuse"),
    ):
        if words.startswith(stem) and any(
            p.role is PartyRole.ACTOR and p.type is not PartyType.COMPANY for p in told.parties
        ):
            return f"{authority} {_verb(told, happened, base)} {company}"
    return None


def _other(told: Told) -> str | None:
    company = _company(told)
    if company is None or not re.match(r"recall", _trigger_text(told)):
        return None
    goods = next((q for q in told.quantities if q.unit.islower() and q.unit not in _RATIOS), None)
    return f"{company} {_verb(told, 'recalls', 'recall')} {amount(goods)}" if goods else None


def _launch(told: Told) -> str | None:
    company = _company(told)
    if (
        company is not None
        and re.search(r"found", _trigger_text(told))
        and told.status is Status.HAPPENED
        and told.span.end - told.span.start < 60
    ):
        return f"{company} is founded"
    return None


_TEMPLATES = {
    "ban": _ban,
    "reinstatement": _reinstatement,
    "settlement": _settlement,
    "acquisition": _acquisition,
    "investment": _investment,
    "milestone": _milestone,
    "target": _target,
    "finance": _finance,
    "legal": _legal,
    "launch": _launch,
    "other": _other,
}
