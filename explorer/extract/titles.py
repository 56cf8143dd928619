"""Titles: a short readable fact per mention, at most 70 characters, never cut inside a word.

A template where actor, deed and amount are known ("FTC fines TikTok $5.7 M"); else the clause, compressed.
"""

import re

from explorer.extract import countries, lexicon
from explorer.extract.compress import LIMIT, compressed
from explorer.extract.records import Told
from explorer.model.mention import Bound, PartyRole, PartyType, Quantity, Status

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "KRW": "₩"}
_SCALES = ((1e12, " tn"), (1e9, " bn"), (1e6, " M"))
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


def _company(told: Told, role: PartyRole | None = None) -> str | None:
    names = [p.name for p in told.parties if p.type is PartyType.COMPANY and (role is None or p.role is role)]
    return names[0] if names else None


def _authority(told: Told) -> str | None:
    party = next(
        (p for p in told.parties if p.type in (PartyType.AGENCY, PartyType.COURT, PartyType.GOVERNMENT)), None
    )
    if party is not None:
        return _brief(party.name)
    return countries.names_by_code().get(told.countries[0]) if told.countries else None


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
    if "settle" in words:
        return f"{company} {_verb(told, 'settles', 'settle')} for {amount(money)}"
    return f"{company} {_verb(told, 'pays', 'pay')} {amount(money)}"


def _acquisition(told: Told) -> str | None:
    names = [p.name for p in told.parties if p.type is PartyType.COMPANY]
    words, trigger = told.text[told.span.start : told.span.end], _trigger_text(told)
    if len(names) < 2 or not re.match(r"(?:acquir|b(?:uy|ought)|purchas|agree)", trigger):
        return None
    money = _money(told)
    is_passive = bool(re.search(r"\b(?:acquired|bought|purchased) by\b", words))
    buyer, bought = (names[1], names[0]) if is_passive else (names[0], names[1])
    if re.search(r"\bstake\b|\b(?:unit|business|division|part|assets)\b", words):
        return None
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
    if company is None or measured is None:
        return None
    high = next(
        (q for q in told.quantities if q.low is not None and q.high == q.value and q.low == measured.value),
        None,
    )
    sum_ = f"{amount(measured)} to {amount(high)}" if high else amount(measured)
    return f"{company} targets {sum_}" if "%" not in sum_ else None


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
    vehicles = next(
        (q for q in told.quantities if q.unit in ("vehicles", "units", "items", "phones", "motorcycles")), None
    )
    return f"{company} {_verb(told, 'recalls', 'recall')} {amount(vehicles)}" if vehicles else None


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
