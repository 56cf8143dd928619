"""Other titles for a mention whose first one reads badly by itself, the likeliest to read well first.

They name only whom the parties and countries of the mention name: someone is never invented.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from explorer.extract import clauses
from explorer.extract.place import countries
from explorer.extract.records import Told
from explorer.extract.steps import finished
from explorer.extract.title import cutting, judging, people, referents, subjects, tense
from explorer.extract.title.compress import LIMIT, compressed
from explorer.extract.title.wording import pattern
from explorer.model.mention import Found, PartyRole, PartyType, Span, Status

_IT = re.compile(
    r"(?P<who>it|they)\s(?P<also>(?:also|now|later|then|still|itself|themselves)\s)?(?P<verb>[a-z]+)\b", re.I
)
_BE_DONE = re.compile(
    r"(?:is|are|was|were|has been|have been|to be)\s(?:\w+ly\s)?(?P<done>[a-z]+)", re.IGNORECASE
)
_IS_A = re.compile(r"(?:is|are|was|were)\s(?:the|an?|one|not)\b")
_FIRST = re.compile(r"(?P<verb>[A-Z][a-z]+)\s(?P<next>[^\s,]+)")
_OBJECT_FIRST = re.compile(
    r"(?:an?|the|its|all|two|three|four|five|six|seven|eight|nine|ten|up|[$€£¥]?\d\S*|[A-Z]\S*)$"
)
_PLACE_FIRST = ("in", "by", "at", "as", "on", "from", "with", "up", "for")
_PUBLIC_KINDS = ("ban", "reinstatement", "legal", "settlement")
_HEARD = re.compile(r"(?:Reports|Denied): ")
_RARE = 4  # times that another company is named for each time of one that an article is not about
_THEM = frozenset("they their he his she her you your we our".split())  # others than a company before them
_HIM = re.compile(r"\b(?:he|she|him|her|his)\b")
_LEANS = re.compile(r"(?:than|against|from|with|without|by|as|at)\s", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


def of(title: str, told: Told) -> Iterator[str]:
    """Give other titles of a mention, none of them longer than a title may be."""
    for other in _others(title, told):
        kept = cutting.whole(cutting.cut(other)) if len(other) > LIMIT else other
        if kept and (kept == other or not kept.endswith("…")):
            yield kept


def _others(title: str, told: Told) -> Iterator[str]:
    head = _HEARD.match(title)
    prefix = head.group() if head else ""
    words = title[len(prefix) :]
    acts = _named(words, told) or _in_role(words, told)
    if acts:
        yield prefix + acts
    whole = _in_sentence(words, told)
    if whole:
        yield whole
    if not prefix:
        yield from _labelled(acts or whole or words, told)


def _meant(told: Told) -> list[str]:
    """Give the companies that a mention means without naming them."""
    firms = [party for party in told.parties if party.type is PartyType.COMPANY]
    return [party.name for party in firms if party.found is Found.INFERRED]


def _named(words: str, told: Told) -> str:
    """Give a title with the company before its verb: for "it" that means it, and for no subject."""
    meant = _meant(told)
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
        return f"{acting[0]} {words[role.end() :]}"
    its = _ITS.match(words)
    if its is None or len(firms) > 1 or _names_another(told, acting):
        return ""
    return f"{referents.possessive(acting[0])} {words[its.end() :]}"


_ROLE = r"the (?:{})(?:,[^,]{{2,60}},)?\s(?=(?-i:[a-z]))(?!(?:of|that|which|who|in|behind|and|or)\b)"
_ITS = re.compile(r"its\s", re.IGNORECASE)


def _in_sentence(words: str, told: Told) -> str:
    """Give the title of the whole sentence of a fragment, where that keeps the words of the fragment."""
    if told.span == told.sentence or _DIGIT.search(words) or judging.tells(words):
        return ""  # an amount of another date stands beside that of a fragment
    core = " ".join(words.rstrip("…").split()[-2:])
    for span in (Span(told.sentence.start, told.span.end), told.sentence):
        whole = finished(compressed(replace(told, span=span)))
        if core.lower() in whole.lower() and judging.tells(whole):
            return whole
    return ""


def _labelled(words: str, told: Told) -> Iterator[str]:
    """Put whom or what place it is about before what names nobody: "Acme: the sale should close"."""
    first, _, rest = words.partition(" ")
    if ": " in words or words.endswith("…") or first.lower() in _THEM or not judging.tells(words):
        return
    if _LEANS.match(words) or _HIM.search(words):
        return
    if referents.is_quoted(told):
        return
    is_plain = first in ("A", "An") or (people.is_plain(first) and first != "I")
    small = first.lower() if is_plain else first
    words = f"{small} {rest}"
    if small not in clauses.saying() and not subjects.lacks_subject(words):
        for label in _labels(words, told):
            yield f"{label}: {words}"


def _labels(words: str, told: Told) -> Iterator[str]:
    meant = _meant(told)
    if len(meant) == 1 and meant[0].split()[0].lower() not in words.lower() and _is_of(meant[0], told):
        yield meant[0]
    if not meant and told.kind in _PUBLIC_KINDS and len(told.countries) == 1:
        name = countries.names_by_code().get(told.countries[0])
        is_public = pattern("public", r"(?:[\w-]+\s){{0,3}}?(?:{})\b").match(words)
        if name is not None and is_public and not judging.is_named(words, told):
            yield name


def _is_of(company: str, told: Told) -> bool:
    """Tell whether an article is about a company: none is named many times as often."""
    counts = Counter(hit.name for hit in told.names if hit.type is PartyType.COMPANY)
    return counts[company] * _RARE >= max(counts.values(), default=0)
