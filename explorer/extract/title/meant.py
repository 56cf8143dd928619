"""The companies that a title means by other words than their names: "it", "we", "the two", "the lender".

Only those count that the parties of a mention give; where they leave a choice, no name is put.
"""

import re
from collections import Counter
from functools import lru_cache

from explorer.extract import clauses
from explorer.extract.lexicon import irregular
from explorer.extract.records import Told
from explorer.extract.title import referents, subjects, tense, view
from explorer.extract.title.wording import pattern
from explorer.model.mention import Found, PartyRole, PartyType, Span, Status

_RARE = 4  # times that another company is named for each time of one that an article is not about


def companies(told: Told) -> list[str]:
    """Give the companies that a mention means without naming them."""
    firms = [party for party in told.parties if party.type is PartyType.COMPANY]
    return [party.name for party in firms if party.found is Found.INFERRED]


def target(told: Told, words: str) -> str:
    """Give the only company that a mention means as the one dealt with, where some words do not name it."""
    meant = None
    for party in told.parties:
        if party.found is Found.INFERRED and party.type is PartyType.COMPANY:
            if meant is not None:
                return ""
            meant = party
    if meant is None or meant.role is not PartyRole.TARGET:
        return ""
    return "" if meant.name.split()[0].lower() in words.lower() else meant.name


def by_role(words: str, told: Told) -> str:
    """Name the company that "the lender" means behind a verb: "The police raid the bank" → "… raid Acme"."""
    name = target(told, words)
    match = pattern("role", _ROLE_BEHIND).search(words) if name else None
    if match is None or len(set(pattern("role", _ROLE_BEHIND).findall(words))) > 1:
        return ""
    rest = words[match.end() :]
    owned = _OWNING.match(rest)
    who = f"{referents.possessive(name)}{rest[owned.end() :]}" if owned else f"{name}{rest}"
    return f"{words[: match.start()]}{who}"


def by_owner(words: str, told: Told) -> str:
    """Name the company that owns what a subject is of: "Sales of its chips" → "Sales of Acme’s chips"."""
    names, verb = companies(told), view.of(words).verb
    match = _OF_ITS.match(words, 0, verb) if verb > 0 and len(names) == 1 else None
    if match is None or names[0].split()[0].lower() in words.lower() or not is_of(names[0], told):
        return ""
    return f"{words[: match.start('its')]}{referents.possessive(names[0])}{words[match.end('its') :]}"


_OF_ITS = re.compile(
    r"[^\s,]+\s(?:[a-z\d][^\s,]*\s){0,3}?(?:of|in|at|on|from|for|to|by|with|against)\s(?P<its>its)(?=\s)"
)


_OWNING = re.compile(r"['’]s?(?=\s)")
_ROLE_BEHIND = (
    r"(?<=[a-z\d] )(?<!and )the (?:{})(?=$|,|['’]s\s|\s(?:(?:in|on|at|by|for|to|with|from|after|over|as|"
    r"under|until|because|and|up|off|down)\b|[a-z]+s\b))"
)


def is_of(company: str, told: Told) -> bool:
    """Tell whether an article is about a company: none is named many times as often."""
    counts = Counter(hit.name for hit in told.names if hit.type is PartyType.COMPANY)
    return counts[company] * _RARE >= max(counts.values(), default=0)


@lru_cache(maxsize=4)
def _most_named(names: tuple[str, ...]) -> str:
    """Give the name that stands far more often than any other, "" where several stand as often."""
    counts = Counter(names).most_common(2)
    if not counts or counts[0][1] < _OFTEN or (len(counts) > 1 and counts[1][1] * 2 > counts[0][1]):
        return ""
    return counts[0][0]


_OFTEN = 4  # times that a company is named in an article about it


def topic(told: Told) -> str:
    """Give the company that an article is about, "" where none is named far more often than any other."""
    return _most_named(tuple(hit.name for hit in told.names if hit.type is PartyType.COMPANY))


def by_subject(words: str, told: Told) -> str:
    """Name the company that acts where "it", "its" or its trade opens a title, or no subject does."""
    return _named(words, told) or _in_role(words, told)


_IT = re.compile(
    r"(?P<who>it|they)\s(?P<also>(?:also|now|later|then|still|itself|themselves)\s)?(?P<verb>[a-z]+)\b", re.I
)
_BE_DONE = re.compile(
    r"(?:is|are|was|were|has been|have been|to be)\s(?:\w+ly\s)?(?P<done>[a-z]+)", re.IGNORECASE
)
_IS_A = re.compile(r"(?:is|are|was|were)\s(?:the|an?|one|not)\b")
_HAVING = re.compile(
    r"Having\s(?:(?P<been>been\s)(?=[a-z]+)|(?=[a-z]+s\s))"
)  # "Having loses its appeal", as the verb is in the present by now
_FIRST = re.compile(r"(?P<verb>[A-Z][a-z]+)\s(?P<next>[^\s,]+)")
_OBJECT_FIRST = re.compile(
    r"(?:an?|the|its|all|two|three|four|five|six|seven|eight|nine|ten|up|[$€£¥]?\d\S*|[A-Z]\S*)$"
)
_PLACE_FIRST = ("in", "by", "at", "as", "on", "from", "with", "up", "for")


def _named(words: str, told: Told) -> str:
    """Give a title with the company before its verb: for "it" that means it, and for no subject."""
    meant = companies(told)
    if not meant or any(name in words for name in meant):
        return ""
    role = {party.role for party in told.parties if party.name in meant}
    if (it := _IT.match(words)) is not None:
        if _IS_A.match(words, it.start("verb")):
            return ""  # "It is the first decline" means what was told, and not who
        done = _BE_DONE.match(words, it.start("verb"))
        is_done = done is not None and tense.is_participle(done["done"])
        if role != {PartyRole.TARGET if is_done else PartyRole.ACTOR}:
            return ""
        if done is not None and is_done and not pattern("done_to_firms", "(?:{})$").match(done["done"]):
            return ""  # what was launched or opened may be a thing of theirs
        is_many = it["who"].lower() == "they"
        if len(meant) != (2 if is_many else 1) or _names_another(told, meant):
            return ""
        return f"{' and '.join(meant)} {words[it.end('who') + 1 :]}"
    if len(meant) > 1:
        return ""
    who = meant[0]
    if (having := _HAVING.match(words)) is not None and role == {
        PartyRole.TARGET if having["been"] else PartyRole.ACTOR
    }:
        return f"{who} {'is ' if having['been'] else ''}{words[having.end() :]}"
    first = _FIRST.match(words)
    if first is None or told.status is Status.DENIED:
        return ""
    verb, behind = first["verb"].lower(), first["next"]
    if tense.is_third(verb) and _OBJECT_FIRST.match(behind):
        return f"{who} {verb}{words[first.end('verb') :]}"
    if tense.is_participle(verb) and behind in _PLACE_FIRST and "," not in words:
        return f"{who} is {verb}{words[first.end('verb') :]}"
    return ""


def _names_another(told: Told, meant: list[str]) -> bool:
    """Tell whether the words before a clause begin with the name of someone else, whom "it" may mean."""
    start, end = told.sentence.start, told.span.start
    if end - start < _FEW:
        start, end = subjects.sentence_before(told.text, start), start
    first = next((hit for hit in told.names if start <= hit.span.start < min(end, start + _OPENING)), None)
    return first is not None and first.name not in meant and first.type is not PartyType.PERSON


_FEW = 8  # letters before a clause that hold no subject
_OPENING = 40  # letters in which the subject of a sentence begins


def _in_role(words: str, told: Told) -> str:
    """Put the only company that acts where "the lender" or "its" stands for one."""
    firms = [party for party in told.parties if party.type is PartyType.COMPANY]
    acting = [party.name for party in firms if party.role is PartyRole.ACTOR]
    if len(acting) != 1 or acting[0] in words:
        return ""
    if (role := pattern("firms", _ROLE).match(words)) is not None:
        return "" if _stands_behind(acting[0], role.group(), told) else f"{acting[0]} {words[role.end() :]}"
    its = _ITS.match(words)
    if its is None or len(firms) > 1 or _names_another(told, acting):
        return ""
    return f"{referents.possessive(acting[0])} {words[its.end() :]}"


def _stands_behind(name: str, role: str, told: Told) -> bool:
    """Tell whether a name stands behind a role word: "the start-up raised $3 in a round led by Acme"."""
    start = told.text.lower().find(role.strip().lower(), told.span.start, told.span.end)
    return any(hit.name == name for hit in told.names if 0 <= start < hit.span.start < told.span.end)


_ROLE = r"the (?:{})(?:,[^,]{{2,60}},)?\s(?=(?-i:[a-z]))(?!(?:of|that|which|who|in|behind|and|or)\b)"
_ITS = re.compile(r"its\s", re.IGNORECASE)


_THE_TWO = re.compile(
    r"(?:the two(?: companies| firms| sides| groups| banks| airlines)?|both(?: companies| firms| sides)?|"
    r"the (?:companies|firms|parties))\s(?=[a-z])(?!of\b)",
    re.IGNORECASE,
)
_TAKEN = re.compile(r"(?P<verb>[a-z]+) it(?=$|,| (?:up|down|off|on|in|at|by|to|for|from|with|as|out|over)\b)")


def by_the_two(words: str, told: Told) -> str:
    """Name both companies that "the two" mean."""
    match, meant = _THE_TWO.match(words), companies(told)
    if match is None or len(meant) != len(("one", "other")) or any(name in words for name in meant):
        return ""
    rest = words[match.end() :]
    return f"{' and '.join(meant)} {rest}" if tense.is_plain(rest.split()[0]) or rest.startswith(_ARE) else ""


_ARE = ("are ", "have ", "to ", "were ", "had ", "will ")


def by_it(words: str, told: Told) -> str:
    """Name the company that something is done to: "Chad takes it off the air"."""
    targets = [p.name for p in told.parties if p.role is PartyRole.TARGET and p.type is PartyType.COMPANY]
    match = _TAKEN.search(words) if len(targets) == 1 and companies(told) == targets else None
    if match is None or targets[0] in words or " it" in words[match.end() :]:
        return ""
    if pattern("done_to_firms", "(?:{}|values?|valued)$").match(match["verb"]) is None:
        return ""
    before = Span(subjects.sentence_before(told.text, told.sentence.start), told.span.start)
    firms = (hit for hit in told.names if hit.type is PartyType.COMPANY)
    named = {hit.name for hit in firms if before.start <= hit.span.start < before.end}
    if targets[0] not in named or len(named) > 1:
        return ""  # of a thing or of another may be told just before
    return f"{words[: match.end('verb')]} {targets[0]}{words[match.end() :]}"


_WE = re.compile(r"(?:(?P<we>we)|our)\s(?P<verb>[a-z]+)", re.IGNORECASE)
_OURS = {"our": "its", "us": "it", "ourselves": "itself", "ours": "its"}
_OUR = re.compile(r"\b(?:our|us|ourselves|ours)\b")
_SPEAKING = re.compile(r"\b(?:We|we|Our|our)\b")
_ASKS = re.compile(r"\?\s*$", re.MULTILINE)
_FEWEST = 4  # times that a text which a company writes of itself names it and says "we"
_BE = {"are": "is", "were": "was", "have": "has", "do": "does"}


def by_we(words: str, told: Told) -> str:
    """Name the company that tells of itself: "We grow" → "Acme grows"; never who is asked."""
    meant = companies(told)
    match = _WE.match(words) or (re.match(re.escape(meant[0]), words) if " our " in words and meant else None)
    if match is None or len(meant) != 1 or referents.is_quoted(told) or not is_of(meant[0], told):
        return ""
    counts = Counter(hit.name for hit in told.names if hit.type is PartyType.COMPANY)
    (_, most), second = counts.most_common(1)[0], counts.most_common(2)[-1]
    if counts[meant[0]] < max(_FEWEST, most) or (len(counts) > 1 and 2 * second[1] > most):
        return ""
    if len(_ASKS.findall(told.text)) > 1 or len(_SPEAKING.findall(told.text)) < _FEWEST:
        return ""
    if match.re is not _WE:
        return _OUR.sub(lambda ours: _OURS[ours.group()], words)
    verb = match["verb"]
    if match["we"]:
        is_base = verb in clauses.bases() or (verb in irregular() and not tense.is_past(verb))
        form = _BE.get(verb) or (tense.third(verb) if is_base else verb)
        words = f"{meant[0]} {form}{words[match.end() :]}"
    else:
        words = f"{referents.possessive(meant[0])} {words[match.start('verb') :]}"
    words = _OUR.sub(lambda ours: _OURS[ours.group()], words)
    return "" if re.search(r"\b(?:we|I|my|me)\b", words) else words
