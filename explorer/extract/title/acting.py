"""Who acts and on whom in a clause, and its verb in the mood of what is told, as far as words surely show it.

It must not know templates of titles.
"""

import re

from explorer.extract import lexicon
from explorer.extract.party import names
from explorer.extract.place import countries
from explorer.extract.records import NameHit, Told
from explorer.extract.title import subjects, wording
from explorer.extract.title.tense import third
from explorer.extract.title.wording import any_of
from explorer.model.mention import Found, Party, PartyType, Status

_MEANT = re.compile(rf"\b{any_of('meant')}\b", re.IGNORECASE)
_PUBLIC = (PartyType.AGENCY, PartyType.COURT, PartyType.GOVERNMENT)
_CLAUSE_END = re.compile(r"[,;:]\s|\s(?:and|but|which|who|that|as|when|while|after)\s")
PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be)\s+(?:\w+ly\s+)?$")


def words_of(told: Told) -> str:
    """Give the words of the clause."""
    return told.text[told.span.start : told.span.end]


def company(told: Told) -> str | None:
    """Give the first company that is named, or that a pronoun or "the company" of the clause means."""
    companies = [p for p in told.parties if p.type is PartyType.COMPANY]
    if (
        companies
        and companies[0].found is Found.INFERRED
        and (not _is_meant(words_of(told)) or _is_another(told, companies[0]))
    ):
        companies = [p for p in companies if p.found is not Found.INFERRED]
    return companies[0].name if companies else None


_IT = re.compile(r"(?:\W*[^,]{0,40},?\s)?its?\b", re.IGNORECASE)


def _is_another(told: Told, party: Party) -> bool:
    """Tell whether "it" means what the sentence before speaks of, and not the company that is guessed."""
    if not _IT.match(words_of(told)[:60]):
        return False
    return subjects.means_another(told.text, told.sentence.start, told.span.start, party.name)


def _is_meant(words: str) -> bool:
    return bool(_MEANT.search(words)) or subjects.lacks_subject(words)


_WITH_OTHERS = re.compile(r" and\b|['’]s|,? [A-Z]")


def actor(told: Told, end: int) -> str | None:
    """Give the only company named before an offset of the clause, or the one that its pronoun subject means."""
    head = words_of(told)[:end]
    companies = [p for p in told.parties if p.type is PartyType.COMPANY]
    if (
        len(companies) == 1
        and companies[0].found is Found.NAMED
        and place(companies[0], words_of(told), told) is None
    ):
        return companies[0].name  # a name that machine translation has disguised
    named = [p for p in companies if p.found is Found.NAMED and place(p, head, told) is not None]
    named.sort(key=lambda party: place(party, head, told) or 0)
    if named:
        at = place(named[0], head, told) or 0
        end = at + len(named[0].name)
        opens = head[:at].strip().lower() in ("", "the") and not _WITH_OTHERS.match(head, end)
        return named[0].name if len(named) == 1 or opens else None
    meant = next((p for p in companies if p.found is Found.INFERRED), None)
    if meant is None or not _is_subject_meant(told, head) or _is_another(told, meant):
        return None
    return meant.name


_SUBJECT = re.compile(
    rf"(?:[^\w]*(?:[\w’'-]+\s){{0,6}}?[\w’'-]+,?\s)?\W*(?:{any_of('meant')}|their|(?:both|all) of)\b",
    re.IGNORECASE,
)


def _is_subject_meant(told: Told, head: str) -> bool:
    """Tell whether the subject of a clause is a pronoun or a role, and no other name."""
    words = head or words_of(told)
    if subjects.lacks_subject(words) or not re.search(r"\w{2}", words):
        return True
    match = _SUBJECT.match(words)
    return match is not None and not re.search(r"(?<!^)(?<!\bIn )\b[A-Z][a-z]+ [a-z]+ed\b", match.group())


def authority(told: Told) -> str | None:
    """Give who acts by public power: named before an active verb or behind "by", and no one else."""
    if told.trigger is None:
        return None
    text, span, trigger = told.text, told.span, told.trigger.span
    behind = text[trigger.start : min(span.end, trigger.end + 60)]
    by = re.search(r"\bby (?:the )?", behind)
    passive = PASSIVE.search(text[span.start : trigger.start])
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
        if party.type in _PUBLIC and party.found is not Found.INFERRED and place(party, near, told) is not None:
            return _short_name(party.name)
    for code in told.countries:
        name = countries.names_by_code().get(code)
        if name is None:
            continue
        at = re.escape(name)
        there = rf"^{at}\b(?!['’]s)" if at_head else rf"\b{at}(?:\s\w+){{0,2}}$"
        if re.search(there, near.strip()):
            return name
    return None


def place(party: Party, words: str, told: Told) -> int | None:
    """Give where some words name a party, by its name, its short form or the name's first word."""
    first = party.name.split()[0]
    for form in (party.name, _short_name(party.name), first if len(first) > 3 else party.name):
        at = wording.place(form, words)
        if at is not None:
            return at
    return next((hit.span.start for hit in _named_otherwise(party, words, told)), None)


def _named_otherwise(party: Party, words: str, told: Told) -> list[NameHit]:
    """Give where some words name a party by another form, if one that the article has for it stands there."""
    forms = (told.text[slice(*hit.span)] for hit in told.names if hit.name == party.name)
    if not any(form in words for form in forms):
        return []  # nearly always, and to find names is dear
    return [hit for hit in names.find(words) if hit.name == party.name]


def _short_name(name: str) -> str:
    """Give a long agency the short form by which it is known."""
    return lexicon.brief_agencies().get(name, name) if len(name) > 14 else name


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


def verb(told: Told, base: str) -> str | None:
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
    first = re.match(r"\w+", trigger_text(told))
    if _UNSURE.search(head) or _NOUN.search(head) or first is None or first.group().endswith("ing"):
        return None
    return None if PASSIVE.search(head) else third(base)


def trigger_text(told: Told) -> str:
    """Give the words of the trigger in small letters."""
    return told.text[told.trigger.span.start : told.trigger.span.end].lower() if told.trigger else ""


def behind(told: Told) -> str:
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


def target(told: Told) -> str | None:
    """Give the company that is the direct object of the trigger, by its name or a pronoun."""
    words = behind(told)
    for party in told.parties:
        if party.type is not PartyType.COMPANY:
            continue
        if party.found is Found.INFERRED:
            match = _MEANT.search(words)
            if match and not words[: match.start()].strip() and _AFTER_OBJECT.match(words, match.end()):
                return party.name
            continue
        at = words.find(party.name)
        for hit in _named_otherwise(party, words, told) if at < 0 else ():
            if _is_object(words, hit.span.start, hit.span.end):
                return party.name
        if at >= 0 and _is_object(words, at, at + len(party.name)):
            return party.name
    return None


def _is_object(words: str, start: int, end: int) -> bool:
    return bool(_OBJECT.match(words[:start])) and bool(_AFTER_OBJECT.match(words, end))
