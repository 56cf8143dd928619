"""Deeds in few words where actor, verb, object and amount are surely known: "FTC fines TikTok $5.7 M".

One template per kind; each gives None where the clause is not plainly of its form. It must not know how a
clause is compressed.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from explorer.extract import clauses, countries, lexicon, names, subjects
from explorer.extract.brief import amount
from explorer.extract.records import Told
from explorer.extract.tense import third
from explorer.model.mention import Bound, Found, Party, PartyRole, PartyType, Quantity, Status

_SIZES = (
    "users", "downloads", "subscribers", "customers", "members", "views", "followers", "creators", "accounts",
)  # fmt: skip
_MEANT = re.compile(
    r"\b(?:it|its|we|our|us|they|them|the (?:\w+ )?(?:company|app|group|firm|service|platform|carrier|airline|"
    r"bank|carmaker|maker|network|site|chain|retailer|lender|startup))\b",
    re.IGNORECASE,
)
_PUBLIC = (PartyType.AGENCY, PartyType.COURT, PartyType.GOVERNMENT)
_CLAUSE_END = re.compile(r"[,;:]\s|\s(?:and|but|which|who|that|as|when|while|after)\s")
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be)\s+(?:\w+ly\s+)?$")


def of(told: Told) -> str | None:
    """Give the title of a plain deed."""
    maker = _FIRST.get(told.kind)
    return maker(told) if maker and told.status in (Status.HAPPENED, Status.PLANNED) else None


def instead(told: Told) -> str | None:
    """Give the title of a deed whose clause is too long to keep its amount."""
    maker = _INSTEAD.get(told.kind)
    return maker(told) if maker and told.status in (Status.HAPPENED, Status.PLANNED) else None


# who


def _words(told: Told) -> str:
    return told.text[told.span.start : told.span.end]


def _company(told: Told) -> str | None:
    """Give the first company that is named, or that a pronoun or "the company" of the clause means."""
    companies = [p for p in told.parties if p.type is PartyType.COMPANY]
    if companies and companies[0].found is Found.INFERRED and not _is_meant(_words(told)):
        companies = [p for p in companies if p.found is not Found.INFERRED]
    return companies[0].name if companies else None


def _is_meant(words: str) -> bool:
    return bool(_MEANT.search(words)) or subjects.lacks_subject(words)


def _actor(told: Told, end: int) -> str | None:
    """Give the only company named before an offset of the clause, or the one that its pronoun subject means."""
    head = _words(told)[:end]
    companies = [p for p in told.parties if p.type is PartyType.COMPANY]
    named = [p for p in companies if p.found is Found.NAMED and _place(p, head) is not None]
    named.sort(key=lambda party: _place(party, head) or 0)
    if named:
        opens = re.match(
            rf"\W*(?:the )?{re.escape(named[0].name)}(?! and\b|['’]s|,? (?-i:[A-Z]))", head, re.IGNORECASE
        )
        return named[0].name if len(named) == 1 or opens else None
    meant = next((p for p in companies if p.found is Found.INFERRED), None)
    return meant.name if meant is not None and _is_meant(head or _words(told)) else None


def _authority(told: Told) -> str | None:
    """Give who acts by public power: named before an active verb or behind "by", and no one else."""
    if told.trigger is None:
        return None
    text, span, trigger = told.text, told.span, told.trigger.span
    behind = text[trigger.start : min(span.end, trigger.end + 60)]
    by = re.search(r"\bby (?:the )?", behind)
    passive = _PASSIVE.search(text[span.start : trigger.start])
    if passive and by is None:
        return None
    if by is not None and passive:
        return _public_in(told, text[trigger.start + by.end() : span.end], at_head=True)
    return _public_in(told, text[span.start : trigger.start])


def _public_in(told: Told, words: str, *, at_head: bool = False) -> str | None:
    """Give the power that is named in some words: the last whole clause of them, or their head."""
    parts = _CLAUSE_END.split(words)
    near = parts[0] if at_head else parts[-1] if parts[-1].strip() else words
    for party in told.parties:
        if party.type in _PUBLIC and party.found is not Found.INFERRED and _place(party, near) is not None:
            return _short_name(party.name)
    for code in told.countries:
        name = countries.names_by_code().get(code)
        if name is None:
            continue
        at = re.escape(name)
        place = rf"^{at}\b(?!['’]s)" if at_head else rf"\b{at}(?:\s\w+){{0,2}}$"
        if re.search(place, near.strip()):
            return name
    return None


def _place(party: Party, words: str) -> int | None:
    """Give where some words name a party, by its name, its short form or the name's first word."""
    first = party.name.split()[0]
    for form in (party.name, _short_name(party.name), first if len(first) > 3 else party.name):
        match = re.search(rf"\b{re.escape(form)}(?!\w)", words, re.IGNORECASE)
        if match is not None:
            return match.start()
    return next((hit.span.start for hit in names.find(words) if hit.name == party.name), None)


def _short_name(name: str) -> str:
    """Give a long agency the short form by which it is known."""
    return lexicon.brief_agencies().get(name, name) if len(name) > 14 else name


# what

_CONTROL = re.compile(
    r"\b(?P<verb>agree|plan|offer|aim|want|intend|vow|promise|refuse|decline|fail|try|seek|decide)\w*\s+to\s+$",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:not|never|no|may|might|could|can|should|would|wouldn['’]t|didn['’]t|fail\w*|refus\w*|talks|if|whether|to|"
    r"ordered|asked|propos\w*|plan\w*|threat\w*|attempt\w*|bid|offer\w*|calls?|called|consider\w*|"
    r"block\w*|reject\w*)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_NOUN = re.compile(r"(?:\b(?:the|an?|its|their|his|her|this|that|of|for|no|any)|['’]s)\s+(?:[\w-]+\s+)?$")


def _deed(told: Told, base: str) -> str | None:
    """Give the verb of the trigger in the mood of the clause: "buys", "to buy", "agrees to buy"."""
    if told.trigger is None:
        return None
    head = told.text[told.span.start : told.trigger.span.start]
    control = _CONTROL.search(head)
    if control:
        return f"{third(control['verb'].lower())} to {base}"
    if told.status is Status.PLANNED:
        is_ahead = re.search(r"\b(?:will|would|shall|to)\s+(?:also\s+)?$", head)
        return f"to {base}" if is_ahead and not re.search(r"\bnot\b", head[-20:]) else None
    first = re.match(r"\w+", _trigger_text(told))
    if _UNSURE.search(head) or _NOUN.search(head) or first is None or first.group().endswith("ing"):
        return None
    return None if _PASSIVE.search(head) else third(base)


def _trigger_text(told: Told) -> str:
    return told.text[told.trigger.span.start : told.trigger.span.end].lower() if told.trigger else ""


def _behind(told: Told) -> str:
    """Give the words behind the first word of the trigger."""
    if told.trigger is None:
        return ""
    first = re.match(r"\w+", told.text[told.trigger.span.start :])
    return told.text[told.trigger.span.start + (first.end() if first else 0) : told.span.end]


_OBJECT = re.compile(
    r"^(?:\s+(?:the|an?|its|all|both|[\w’'-]*[a-z][\w’'-]*))??(?:\s+(?!(?:from|in|of|for|by|on|to|with|at|and|that)\b)"
    r"[a-z][\w’'-]*){0,5}?\s*$"
)
_AFTER_OBJECT = re.compile(
    r"(?:\s+(?:Inc|Corp|Ltd|plc|AG|SA|Group|Holdings?|Co)\b\.?)?(?:\s*$|\s*[,.;:()]|\s+(?:for|in|on|from|at|by|over|after|"
    r"last|this|and|with|to|as|of|because|until|following|under|nationwide|yesterday|today|early|late|"
    r"Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|€|\$|£|\d|together|when|while|outright|again|altogether)|\s+[€$£\d])"
)


def _object(told: Told) -> str | None:
    """Give the company that is the direct object of the trigger, by its name or a pronoun."""
    behind = _behind(told)
    for party in told.parties:
        if party.type is not PartyType.COMPANY:
            continue
        if party.found is Found.INFERRED:
            match = _MEANT.search(behind)
            if match and not behind[: match.start()].strip() and _AFTER_OBJECT.match(behind, match.end()):
                return party.name
            continue
        for hit in names.find(behind) if party.name not in behind else ():
            if hit.name == party.name and _is_object(behind, hit.span.start, hit.span.end):
                return party.name
        at = behind.find(party.name)
        if at >= 0 and _is_object(behind, at, at + len(party.name)):
            return party.name
    return None


def _is_object(behind: str, start: int, end: int) -> bool:
    return bool(_OBJECT.match(behind[:start])) and bool(_AFTER_OBJECT.match(behind, end))


# how much


def _money(told: Told) -> Quantity | None:
    """Give the first amount of money behind the trigger, else the first of all."""
    sums = [q for q in told.quantities if len(q.unit) == 3 and q.unit.isupper() and q.equivalent_of is None]
    start = told.trigger.span.start if told.trigger else told.span.start
    return next((q for q in sums if q.span.start >= start), sums[0] if sums else None)


def _gap(told: Told, quantity: Quantity) -> str:
    """Give the words between the trigger and an amount."""
    return told.text[told.trigger.span.end : quantity.span.start] if told.trigger else ""


def _size(told: Told) -> Quantity | None:
    """Give the number of users or the like that stands nearest to the date, on its line."""
    sizes = [q for q in told.quantities if q.unit.endswith(_SIZES)]
    if not sizes or told.date is None:
        return sizes[0] if sizes else None
    bare = [replace(q, unit=sizes[0].unit) for q in told.quantities if not q.unit and q.value >= _MANY]
    return min([*sizes, *bare], key=lambda size: _distance(told, size))


_MANY = 1_000_000


def _distance(told: Told, quantity: Quantity) -> int:
    assert told.date is not None
    first, last = sorted((told.date, quantity.span))
    between = told.text[first.end : last.start]
    return len(between) + 200 * between.count("\n")


# templates

_BANS = (
    (re.compile("ground"), "ground"),
    (re.compile("suspend"), "suspend"),
    (re.compile("block"), "block"),
    (re.compile("ban|prohibit|outlaw|blacklist"), "ban"),
)
_USE = re.compile(
    r"\s+(?:\w+\s+){0,3}?(?:from using|(?:the )?use of|access to|downloads of|downloading(?: of)?)\s+(?:the\s+)?(?=[A-Z])"
)


def _ban(told: Told) -> str | None:
    authority, words = _authority(told), _trigger_text(told)
    base = next((base for stem, base in _BANS if stem.match(words)), None)
    if authority is None or base is None or told.trigger is None:
        return None
    head = told.text[told.span.start : told.trigger.span.start]
    company = _object(told)
    if company is None and _PASSIVE.search(head):
        company = _actor(told, len(head))
        return f"{authority} {third(base)} {company}" if company and told.status is Status.HAPPENED else None
    use = _USE.match(_behind(told))
    if company is None and use:
        company = next((p.name for p in told.parties if _behind(told)[use.end() :].startswith(p.name)), None)
    verb = _deed(told, base)
    return f"{authority} {verb} {company}" if company and verb else None


def _reinstatement(told: Told) -> str | None:
    company = _company(told)
    place = countries.names_by_code().get(told.countries[0]) if told.countries else None
    words = _trigger_text(told)
    if company is None or told.status is not Status.HAPPENED:
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
    money, words = _money(told), _words(told)
    if money is None or told.status is not Status.HAPPENED:
        return None
    agreed = re.search(r"\bagree\w* to pay (?:\w+ ){0,4}$", words[: money.span.start - told.span.start])
    if agreed and (payer := _actor(told, agreed.start())):
        return f"{payer} agrees to pay {amount(money)}"
    if "settle" in words.lower():
        return None
    if re.search(
        r"\bfor (?:each|every)\b|\bnot\b.{0,20}\b(?:fine|penal)|\bappeal|\boverturn|\bcould\b|\bup to\b", words
    ):
        return None
    company = _company(told)
    if company and (_FINED.search(words) or _IMPOSED.search(words)):
        authority = _authority(told)
        return (
            f"{authority} fines {company} {amount(money)}"
            if authority
            else f"{company} is fined {amount(money)}"
        )
    return None


_PAYS = re.compile(r"(?P<to>\b(?:agree\w*|order\w*)\s+to\s+)?\bpa(?:y|ys|id|ying)\b[^,;]{0,40}$", re.IGNORECASE)


def _settled(told: Told) -> str | None:
    company, money, words = _company(told), _money(told), _words(told)
    if company is None or money is None:
        return None
    pays = _PAYS.search(words[: money.span.start - told.span.start])
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


_PART = re.compile(
    r"\b(?:stake|shares?|unit|business|division|part|assets|share|stations?|stores?|plants?|rights|arm)\b"
)


def _acquisition(told: Told) -> str | None:
    words, trigger = _words(told), told.trigger
    if trigger is None or not re.match(r"(?:acquir|b(?:uy|ought)|purchas)", _trigger_text(told)):
        return None
    at = trigger.span.start - told.span.start
    named = [p for p in told.parties if p.type is PartyType.COMPANY and p.found is Found.NAMED]
    before = [p for p in named if _place(p, words[:at]) is not None]
    passive = re.match(r"(?:acquired|bought|purchased) by\b", words[at:])
    if _PART.search(words[at : at + 80]) or len(before) != 1:
        return None
    if passive:
        behind = [p for p in named if p not in before and _place(p, words[at:]) is not None]
        if len(behind) != 1 or told.status is not Status.HAPPENED:
            return None
        buyer, verb, bought = behind[0].name, "buys", before[0].name
    else:
        verb_, bought_ = _deed(told, "buy"), _object(told)
        if verb_ is None or bought_ is None or bought_ == before[0].name:
            return None
        buyer, verb, bought = before[0].name, verb_, bought_
    money = _money(told)
    price = (
        re.search(r"\b(?:for|at|worth|of)\s+(?:\w+\s+){0,4}$", told.text[trigger.span.end : money.span.start])
        if money
        else None
    )
    return f"{buyer} {verb} {bought}" + (f" for {amount(money)}" if money and price else "")


def _investment(told: Told) -> str | None:
    money = _money(told)
    if money is None or told.trigger is None or not re.match(r"rais", _trigger_text(told)):
        return None
    company, verb = _actor(told, told.trigger.span.start - told.span.start), _deed(told, "raise")
    if company is None or verb is None or len(_gap(told, money)) > 20:
        return None
    return f"{company} {verb} {amount(money)}"


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


def _milestone(told: Told) -> str | None:
    size = _size(told)
    if size is None or told.status not in (Status.HAPPENED, Status.PLANNED):
        return None
    first = _first_of_list(told, size)
    before = told.text[told.span.start : first.span.start]
    found = list(_HAS.finditer(before))
    company = _actor(told, first.span.start - told.span.start)
    if company is None or not found or len(before) - found[-1].end() > 30 or _PARTIAL.search(before[-60:]):
        return None
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
_METRIC = re.compile(
    r"\b(?:adjusted EBITDA|EBITDA|net (?:income|profit|loss|sales)|operating (?:income|profit|loss)|"
    r"revenue|sales|profit|earnings)\b",
    re.IGNORECASE,
)


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
    if not aim or measured.unit == "%" or _OTHERS.search(words):
        return None
    sum_ = f"{amount(measured)} to {amount(high)}" if high else amount(measured)
    verb = "targets" if re.match(r"target|goal|aim", aim[-1].group(), re.IGNORECASE) else "expects"
    metric = _METRIC.search(words[-60:])
    return f"{company} {verb} {metric.group()} of {sum_}" if metric else f"{company} {verb} {sum_}"


_OTHERS = re.compile(
    r"\b(?:analysts?|economists?|investors|consensus|wall street|not|miss\w*|below|from|cut|lower\w*|rais\w*)\b",
    re.IGNORECASE,
)
_MOVE = re.compile(
    r"\b(?:shares?|stock)\b.*?\b(?:(?P<up>rose|rise|jump\w*|surg\w*|gain\w*|climb\w*|soar\w*)|"
    r"fell|fall|drop\w*|plung\w*|slid\w*|tumbl\w*|slump\w*|sank|lost)\b",
    re.IGNORECASE,
)


def _finance(told: Told) -> str | None:
    company, words = _company(told), _words(told)
    percent = next((q for q in told.quantities if q.unit == "%"), None)
    if company is None or percent is None or told.status is not Status.HAPPENED:
        return None
    move = _MOVE.search(words)
    near = move is not None and abs(percent.span.start - told.span.start - move.end()) < 30
    if not near or move is None or re.search(r"[;]|\band\b", words[move.start() : move.end()]):
        return None
    about = words[max(0, move.start() - 40) : move.start() + 60]
    party = next(p for p in told.parties if p.name == company)
    if party.found is Found.NAMED and _place(party, about) is None:
        return None
    return f"{company} shares {'up' if move['up'] else 'down'} {amount(percent)}"


def _figure(told: Told) -> str | None:
    company, money = _company(told), _money(told)
    words = _words(told).lower()
    metric = re.search(
        r"\b(?P<metric>net (?:income|profit|loss|earnings)|operating (?:income|profit|loss)|revenues?|"
        r"profits?|turnover)\b(?P<gap>.{0,40}$)",
        words[: money.span.start - told.span.start] if money else "",
    )
    if (
        money
        and company
        and metric
        and told.status is Status.HAPPENED
        and not re.search(r"[,;]", metric["gap"])
    ):
        return f"{company}: {metric['metric']} of {amount(money)}"
    return None


def _legal(told: Told) -> str | None:
    company, authority, words = _object(told), _authority(told), _trigger_text(told)
    if company is None or authority is None:
        return None
    for stem, base in (("su", "sue"), ("investigat", "investigate"), ("charge", "charge"), ("accus", "accuse")):
        if re.match(rf"{stem}(?:e|es|ed|ing|s)?\b", words) and any(
            p.role is PartyRole.ACTOR and p.type is not PartyType.COMPANY for p in told.parties
        ):
            verb = _deed(told, base)
            return f"{authority} {verb} {company}" if verb else None
    return None


def _other(told: Told) -> str | None:
    if told.trigger is None or not re.match(r"recall", _trigger_text(told)):
        return None
    things = next(
        (q for q in told.quantities if q.unit in ("vehicles", "units", "items", "phones", "motorcycles")), None
    )
    company = _actor(told, told.trigger.span.start - told.span.start)
    verb = _deed(told, "recall")
    if things is None or company is None or verb is None or len(_gap(told, things)) > 25:
        return None
    noun = re.search(r"[a-z]+$", things.text)
    number = amount(things).removesuffix(things.unit)
    return f"{company} {verb} {number}{noun.group() if noun else things.unit}"


_FOUNDED = re.compile(
    r"^(?:(?:which |that )?(?:was |were )?founded\b|.{2,40},? (?:(?:which )?was )?founded (?:in|on)\b)",
    re.IGNORECASE,
)


def _launch(told: Told) -> str | None:
    company = _company(told) or next((p.name for p in told.parties if _words(told).startswith("Founded")), None)
    if (
        company is not None
        and told.status is Status.HAPPENED
        and _FOUNDED.match(_words(told))
        and len(_words(told)) < 80
        and re.match("found", _trigger_text(told))
    ):
        return f"{company} is founded"
    return None


_FIRST: dict[str, Callable[[Told], str | None]] = {
    "ban": _ban,
    "reinstatement": _reinstatement,
    "settlement": _settlement,
    "acquisition": _acquisition,
    "investment": _investment,
    "milestone": _milestone,
    "target": _target,
    "finance": _finance,
    "launch": _launch,
    "other": _other,
}
_INSTEAD: dict[str, Callable[[Told], str | None]] = {
    "settlement": _settled,
    "finance": _figure,
    "legal": _legal,
}
