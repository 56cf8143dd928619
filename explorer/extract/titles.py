"""Titles: a short readable fact per mention, at most 70 characters, never cut inside a word.

A template where actor, deed and amount are known ("FTC fines TikTok $5.7 M"); else the clause, compressed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.extract import countries
from explorer.extract.records import Trigger
from explorer.model.mention import Bound, Found, Party, PartyRole, PartyType, Quantity, Span, Status

LIMIT = 70
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


@dataclass(frozen=True, slots=True)
class Told:
    """What a title is made of."""

    text: str
    span: Span
    date: Span | None
    kind: str
    status: Status
    parties: Sequence[Party]
    countries: Sequence[str]
    quantities: Sequence[Quantity]
    trigger: Trigger | None


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


_BRIEF = {
    "Federal Trade Commission": "FTC",
    "Securities and Exchange Commission": "SEC",
    "Federal Communications Commission": "FCC",
    "Food and Drug Administration": "FDA",
    "Federal Aviation Administration": "FAA",
    "Department of Justice": "DOJ",
    "Federal Reserve": "Fed",
    "European Commission": "EU Commission",
    "European Central Bank": "ECB",
}


def _brief(name: str) -> str:
    if name in _BRIEF or len(name) <= 24:
        return _BRIEF.get(name, name)
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    return initials if len(initials) >= 3 else name


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

_LEADING = re.compile(
    r"^(?:(?:and|but|or|so|then|however|meanwhile|separately|in addition|ironically|of course|still|yet|also|"
    r"that|which|when|as|while|because|where|by contrast|at the same time|as early as)\b[\s,]*)+",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*[(\[【][^)\]】]{0,60}[)\]】]")
_PREPOSITION = (
    r"(?:(?:on|in|at|by|since|from|during|until|as of|as early as|in the|throughout|around|about|"
    r"for)\s+(?:the\s+)?)?"
)
_ACCORDING = re.compile(r"(?:^|,?\s*)\baccording to [^,]{2,60}(?:,\s*|$)", re.IGNORECASE)
_WEAK_END = re.compile(
    r"(?:[\s,;:–—-]+(?:the|a|an|of|to|in|on|at|by|for|with|and|or|but|as|from|that|which|who|its|his|her|"
    r"their|is|was|were|are|has|had|have|will|would|than|over|into|about|more|such|said|if|when|after|before|"
    r"be|been|this|up|not))+$",
    re.IGNORECASE,
)


def compressed(told: Told) -> str:
    """Shorten a clause: without its date, brackets and sources, cut at a boundary."""
    words = told.text[told.span.start : told.span.end]
    if told.date is not None and told.span.start <= told.date.start and told.date.end <= told.span.end:
        date = re.escape(told.text[told.date.start : told.date.end])
        words = re.sub(
            rf"(?:(?<=\s)|^){_PREPOSITION}{date}(?:\s*(?:,|:|--|—)\s*|\b)",
            "",
            words,
            count=1,
            flags=re.IGNORECASE,
        )
    words = _BRACKETS.sub("", words)
    words = _ACCORDING.sub(" ", words)
    words = " ".join(re.sub(r"[“”\"*•]", "", words).split())
    words = re.sub(r"\s+([,.;:])", r"\1", words)
    words = _LEADING.sub("", words.lstrip(" ,;:.-–—"))
    words = _unsaid(words, told)
    words = _named(words, _meant(told)).rstrip(" ,;:.-–—!")
    words = _cut(words)
    return words[:1].upper() + words[1:] if words else (_company(told) or "Undated statement")


_SAYING = re.compile(
    r"^(?P<who>.{2,60}?)\s(?:also |has |had |later )?(?:said|says|say|announced|reported|reports|stated|"
    r"revealed|confirmed)"
    r"(?:\s(?:on|in) [A-Z]?\w+)?(?:\s(?:in a (?:statement|filing)|on its website|late|"
    r"early))*\s+(?:that\s+)?(?P<what>(?=it |they |he |she |[A-Z]|the |its |a |an |his |her ).+)$",
)
_WHO_PRONOUN = re.compile(r"^(?:it|they|he|she)\s")


def _unsaid(words: str, told: Told) -> str:
    """Drop "X said" before what was said; X stays where a pronoun means it."""
    match = _SAYING.match(words)
    if match is None or told.kind == "statement" or told.status is Status.ALLEGED:
        return words
    what = match["what"]
    return _WHO_PRONOUN.sub(match["who"] + " ", what) if _WHO_PRONOUN.match(what) else what


def _meant(told: Told) -> str | None:
    """Give the company that a pronoun at the head of a clause means."""
    inferred = (p.name for p in told.parties if p.type is PartyType.COMPANY and p.found is Found.INFERRED)
    return next(inferred, None) or _company(told)


def _named(words: str, company: str | None) -> str:
    if company is None:
        return words
    words = re.sub(
        r"^(?:it|he|she|they|we)(?=\s)(?!\s+(?:is|was) (?:the first|learned|reported|worth))",
        company,
        words,
        flags=re.IGNORECASE,
    )
    return re.sub(r"^(?:its|their|our)\b", f"{company}’s", words, flags=re.IGNORECASE)


def _cut(words: str) -> str:
    if len(words) <= LIMIT:
        return words
    for mark in (
        r",\s",
        r"\s(?:which|who|after|because|while|when|as|although|in an effort|in order|amid|following)\s",
    ):
        places = [m.start() for m in re.finditer(mark, words) if 28 <= m.start() <= LIMIT]
        if places:
            return _WEAK_END.sub("", words[: places[-1]])
    head = words[: LIMIT - 1]
    head = head[: head.rfind(" ")] if " " in head else ""
    return _WEAK_END.sub("", head).rstrip(" ,;:–—-") + "…" if head else ""


def shortened(words: str, limit: int) -> str:
    """Cut words at a space so that they are no longer than a limit."""
    if len(words) <= limit:
        return words
    head = words[: limit - 1]
    return _WEAK_END.sub("", head[: head.rfind(" ")] if " " in head else head) + "…"
