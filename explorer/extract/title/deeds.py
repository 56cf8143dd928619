"""Deeds in few words where actor, verb, object and amount are surely known: "FTC fines TikTok $5.7 M".

One template per kind; each gives None where the clause is not plainly of its form. It must not know how a
clause is compressed.
"""

import re
from collections.abc import Callable

from explorer.extract.place import countries
from explorer.extract.records import Told
from explorer.extract.title import acting, measures
from explorer.extract.title.brief import amount
from explorer.extract.title.tense import third
from explorer.extract.title.wording import any_of
from explorer.model.mention import Found, PartyRole, PartyType, Quantity, Status


def of(told: Told) -> str | None:
    """Give the title of a plain deed."""
    maker = _FIRST.get(told.kind)
    return maker(told) if maker and told.status in (Status.HAPPENED, Status.PLANNED) else None


def instead(told: Told) -> str | None:
    """Give the title of a deed whose clause is too long to keep its amount."""
    maker = _INSTEAD.get(told.kind)
    return maker(told) if maker and told.status in (Status.HAPPENED, Status.PLANNED) else None


def _gap(told: Told, quantity: Quantity) -> str:
    """Give the words between the trigger and an amount."""
    return told.text[told.trigger.span.end : quantity.span.start] if told.trigger else ""


_BANS = (
    (re.compile("ground"), "ground"),
    (re.compile("suspend"), "suspend"),
    (re.compile("block"), "block"),
    (re.compile("ban|prohibit|outlaw|blacklist"), "ban"),
)
_USE = re.compile(
    r"\s+(?:\w+\s+){0,3}?(?:from using|(?:the )?use of|access to|downloads of|"
    r"downloading(?: of)?)\s+(?:the\s+)?(?=[A-Z])"
)


def _ban(told: Told) -> str | None:
    words = acting.trigger_text(told)
    base = next((base for stem, base in _BANS if stem.match(words)), None)
    authority = acting.authority(told) if base else None
    if authority is None or base is None or told.trigger is None:
        return None
    head = told.text[told.span.start : told.trigger.span.start]
    company = acting.target(told)
    if company is None and acting.PASSIVE.search(head):
        company = acting.actor(told, len(head))
        return f"{authority} {third(base)} {company}" if company and told.status is Status.HAPPENED else None
    use = _USE.match(acting.behind(told))
    if company is None and use:
        company = next(
            (p.name for p in told.parties if acting.behind(told)[use.end() :].startswith(p.name)), None
        )
    verb = acting.verb(told, base)
    return f"{authority} {verb} {company}" if company and verb else None


def _reinstatement(told: Told) -> str | None:
    company = acting.company(told) if told.status is Status.HAPPENED else None
    place = countries.names_by_code().get(told.countries[0]) if told.countries else None
    words = acting.trigger_text(told)
    if company is None:
        return None
    if words.startswith("back"):
        return f"{company} is back in {place}" if place else f"{company} is back"
    if re.search(r"\b(?:lift|overturn|revers|scrap|end|remov)\w*.*\bban", words):
        of = (
            re.match(r"\s+(?:on|of)\s+(?:the\s+)?(?:\w+\s+){0,3}", told.text[told.trigger.span.end :])
            if told.trigger
            else None
        )
        behind = told.text[told.trigger.span.end : told.span.end] if told.trigger else ""
        if of and not any(p.name in behind for p in told.parties):
            return None
        return f"Ban on {company} is lifted" + (f" in {place}" if place else "")
    return None


_FINED = re.compile(r"\bfine[sd]\b(?!\s+of)|\b(?:been|being|be) fined\b", re.IGNORECASE)
_IMPOSED = re.compile(
    r"\b(?:impos|hit|slap|issu|hand|lev|hand|receiv)\w*\b.{0,60}\b(?:fine|penalty)\b", re.IGNORECASE
)


def _settlement(told: Told) -> str | None:
    money, words = measures.money(told), acting.words_of(told)
    if money is None or told.status is not Status.HAPPENED:
        return None
    agreed = re.search(r"\bagree\w* to pay (?:\w+ ){0,4}$", words[: money.span.start - told.span.start])
    if agreed and (payer := acting.actor(told, agreed.start())):
        return f"{payer} agrees to pay {amount(money)}"
    if "settle" in words.lower():
        return None
    if re.search(
        r"\bfor (?:each|every)\b|\bnot\b.{0,20}\b(?:fine|penal)|\bappeal|\boverturn|\bcould\b|\bup to\b", words
    ):
        return None
    company = acting.company(told) if _FINED.search(words) or _IMPOSED.search(words) else None
    if company:
        authority = acting.authority(told)
        return (
            f"{authority} fines {company} {amount(money)}"
            if authority
            else f"{company} is fined {amount(money)}"
        )
    return None


_PAYS = re.compile(r"(?P<to>\b(?:agree\w*|order\w*)\s+to\s+)?\bpa(?:y|ys|id|ying)\b[^,;]{0,40}$", re.IGNORECASE)


def _settled(told: Told) -> str | None:
    money, words = measures.money(told), acting.words_of(told)
    company = acting.company(told) if money else None
    if company is None or money is None:
        return None
    pays = _PAYS.search(words[: money.span.start - told.span.start])
    if pays and words.find(company) > pays.start():  # it is paid, or told of behind the sum
        company = acting.actor(told, pays.start())
        if company is None:
            return None
    happened = told.status is Status.HAPPENED
    if pays and pays["to"]:
        verb = "is ordered" if pays["to"].lower().startswith("order") else "agrees"
        return f"{company} {verb} to pay {amount(money)}"
    if pays and pays.group().lower().startswith("paying") and re.search(r"\bagreeing\s+to\s+$", words):
        return f"{company} agrees to pay {amount(money)}"
    if re.search(r"\bwill pay\b[^,;]{0,40}$", words[: money.span.start - told.span.start]):
        return f"{company} to pay {amount(money)}"
    if re.search(
        r"\bsettl(?:e[sd]?|ing)\b[^;]{0,90}$", words[: money.span.start - told.span.start], re.IGNORECASE
    ):
        return f"{company} {'settles' if happened else 'to settle'} for {amount(money)}"
    return f"{company} {'pays' if happened else 'to pay'} {amount(money)}" if pays else None


_PART = re.compile(rf"\b{any_of('parts')}\b")


def _acquisition(told: Told) -> str | None:
    words, trigger = acting.words_of(told), told.trigger
    if trigger is None or not re.match(r"(?:acquir|b(?:uy|ought)|purchas)", acting.trigger_text(told)):
        return None
    at = trigger.span.start - told.span.start
    named = [p for p in told.parties if p.type is PartyType.COMPANY and p.found is Found.NAMED]
    if _PART.search(words[at : at + 80]):
        return None
    before = [p for p in named if acting.place(p, words[:at], told) is not None]
    passive = re.match(r"(?:acquired|bought|purchased) by\b", words[at:])
    if len(before) != 1:
        return None
    if passive:
        behind = [p for p in named if p not in before and acting.place(p, words[at:], told) is not None]
        if len(behind) != 1 or told.status is not Status.HAPPENED:
            return None
        buyer, verb, bought = behind[0].name, "buys", before[0].name
    else:
        verb_, bought_ = acting.verb(told, "buy"), acting.target(told)
        if verb_ is None or bought_ is None or bought_ == before[0].name:
            return None
        buyer, verb, bought = before[0].name, verb_, bought_
    money = measures.money(told)
    price = (
        re.search(r"\b(?:for|at|worth|of)\s+(?:\w+\s+){0,4}$", told.text[trigger.span.end : money.span.start])
        if money
        else None
    )
    return f"{buyer} {verb} {bought}" + (f" for {amount(money)}" if money and price else "")


def _investment(told: Told) -> str | None:
    money = measures.money(told)
    if money is None or told.trigger is None or not acting.trigger_text(told).startswith("rais"):
        return None
    verb = acting.verb(told, "raise") if len(_gap(told, money)) <= 20 else None
    company = acting.actor(told, told.trigger.span.start - told.span.start) if verb else None
    return f"{company} {verb} {amount(money)}" if company else None


def _legal(told: Told) -> str | None:
    words = acting.trigger_text(told)
    company = acting.target(told) if words.startswith(("su", "investigat", "charge", "accus")) else None
    authority = acting.authority(told) if company else None
    if company is None or authority is None:
        return None
    for stem, base in (("su", "sue"), ("investigat", "investigate"), ("charge", "charge"), ("accus", "accuse")):
        if re.match(rf"{stem}(?:e|es|ed|ing|s)?\b", words) and any(
            p.role is PartyRole.ACTOR and p.type is not PartyType.COMPANY for p in told.parties
        ):
            verb = acting.verb(told, base)
            return f"{authority} {verb} {company}" if verb else None
    return None


_SCALES = ("thousand", "million", "billion")
_RATIOS = ("times", "percentage points", "basis points")


def _other(told: Told) -> str | None:
    if told.trigger is None or not re.match(r"recall", acting.trigger_text(told)):
        return None
    things = next((q for q in told.quantities if q.unit.islower() and q.unit not in _RATIOS), None)
    if things is None or len(_gap(told, things)) > 25:
        return None
    company = acting.actor(told, told.trigger.span.start - told.span.start)
    verb = acting.verb(told, "recall")
    if company is None or verb is None:
        return None
    noun = re.search(r"[a-z]+$", things.text)
    if noun and noun.group() in _SCALES:
        return None  # "2.5 million Galaxy Note 7 phones": the words between name what is recalled
    number = amount(things).removesuffix(things.unit)
    return f"{company} {verb} {number}{noun.group() if noun else things.unit}"


_FOUNDED = re.compile(
    r"^(?:(?:which |that )?(?:was |were )?founded\b|.{2,40},? (?:(?:which )?was )?founded (?:in|on)\b)",
    re.IGNORECASE,
)


def _launch(told: Told) -> str | None:
    words = acting.words_of(told)
    if told.status is not Status.HAPPENED or len(words) >= 80 or not _FOUNDED.match(words):
        return None
    if not acting.trigger_text(told).startswith("found"):
        return None
    company = acting.company(told) or next((p.name for p in told.parties if words.startswith("Founded")), None)
    return f"{company} is founded" if company else None


_FIRST: dict[str, Callable[[Told], str | None]] = {
    "ban": _ban,
    "reinstatement": _reinstatement,
    "settlement": _settlement,
    "acquisition": _acquisition,
    "investment": _investment,
    "milestone": measures.milestone,
    "target": measures.target,
    "finance": measures.finance,
    "launch": _launch,
    "other": _other,
}
_INSTEAD: dict[str, Callable[[Told], str | None]] = {
    "settlement": _settled,
    "finance": measures.figure,
    "legal": _legal,
}
