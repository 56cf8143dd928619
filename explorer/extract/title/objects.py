"""What "it" and "them" behind a verb mean: what was dealt with just before: "Acme shut the mill and | sold it".

It works by the view of the clause before; where that shows none or what cannot be understood, nothing is put.
"""

import re
from collections.abc import Iterator

from explorer.extract.records import Told
from explorer.extract.title import meant, referents, subjects, tense, view, wording
from explorer.extract.title.wording import any_of, pattern
from explorer.model.mention import PartyType

_OBJECT = re.compile(
    r"\b(?P<verb>[a-z]+)\s(?P<who>it|them)(?=$|,|\s(?:in|on|at|for|from|by|with|to|after|before|as|over|under|up|"
    r"down|off|out|back|away|without|unless|until|because|when|and|into|against)\b)"
)
_VERB = re.compile(
    r"(?:(?:has|had|have|will|would|could|may|must|to)\s)?(?:[a-z]+ly\s|also\s|later\s)?[a-z]+\s"
    r"(?:(?:up|down|off|out|over)\s)?"
)
_NO_MORE = (  # words before which a noun ends
    r"(?!(?:of|in|on|at|for|from|by|with|to|after|before|that|which|who|and|or|but|as|when|where|while|last|this|"
    r"next|under|against|over|into|about|worth|until|between|because|only|two|three|the|an?|its|their|"
    rf"{any_of('spans')})\b)"
)
_NAME = r"[A-Z][\w&.’'-]*(?:\s[A-Z][\w&.’'-]*)*"
_NOUN = re.compile(
    rf"(?:the|an?|its|their|his|her|{_NAME}['’]s?)\s[\w’'&-]+(?:\s{_NO_MORE}[\w’'&-]+){{0,5}}"
    rf"(?:\sof\s(?:(?:the|an?|its|their)\s)?(?:[a-z-]+|{_NAME}))?(?=$|[\s,.;:])|"
    r"(?:[a-z-]{3,}\s)?[a-z-]{3,}s(?=$|[,.;:]|\s(?:in|on|at|with|last|for|from)\b)"
)
_BE_DONE = re.compile(r"(?:is|are|was|were|has been|have been|had been|will be)\s(?:\w+ly\s)?(?P<done>[a-z]+)")
_NO_THING = re.compile(
    rf"(?:.*\s)?(?:way|time|place|part|end|case|first|second|third|last|one|ones|other|others|same|man|woman|people|"
    rf"{any_of('spans')})$",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"\b(?:it|its|they|them|their|he|she|his|her|him|this|that|these|those|what|who|which|we|you|I)\b"
)
_LONGEST = 40  # letters of a thing


def of(words: str, told: Told, names: frozenset[str]) -> str:
    """Give a title with the thing that its pronoun behind the first verb means, "" where it cannot be told."""
    match, verb = _OBJECT.search(words), view.of(words).verb
    if match is None or verb < 0 or match.start() > verb + _BESIDE or referents.is_quoted(told):
        return ""
    if match["verb"] in wording.words("done_only_to_firms") or _AMONG.search(words, 0, match.start()):
        return ""
    may_be_firm = pattern("done_to_firms", "(?:{})$").match(match["verb"]) and meant.companies(told)
    things = _things(told)
    thing = next(things) if may_be_firm else next(filter(None, things), "?")
    is_many = match["who"] == "them"
    if thing in ("", "?") or (tense.passive(thing, names) == "are") is not is_many or _is_in(thing, words):
        return ""
    return f"{words[: match.start('who')]}{thing}{words[match.end() :]}"


_BESIDE = 16  # letters of "has bought", "will probably remove"


def _is_in(thing: str, words: str) -> bool:
    last = thing.rpartition(" ")[2]
    return last.lower() in words.lower()


def _things(told: Told) -> Iterator[str]:
    """Give what the clauses before deal with, the nearest first, "?" where one cannot be understood."""
    pieces = [told.text[told.sentence.start : told.span.start]]
    begin = subjects.sentence_before(told.text, told.sentence.start)
    pieces.append(told.text[begin : told.sentence.start])
    for piece in pieces:
        plain = _BULLET.sub("", " ".join(piece.split())).strip(" .,;")
        if plain or piece is pieces[0]:
            yield _thing(_JOINT_LAST.sub("", plain), told, is_own=piece is pieces[0])


_BULLET = re.compile(r"^(?:[-•*]\s)?(?:\**[^*]{3,30}\**\s[–—-]\s)?")
_JOINT_LAST = re.compile(r",?\s(?:and|but|then|when|after|before|while|that|which|who)$")


def _thing(piece: str, told: Told, *, is_own: bool) -> str:
    """Give what a clause deals with: its object, or its subject where that is done to; "" where "it" goes on.

    Of a sentence before (not `is_own`) an object is not surely what the next one tells of.
    """
    last = next((part for part in reversed(_PARTS.split(piece)) if view.states(part)), "")
    seen = view.of(last)
    if seen.verb < 0:
        return "?" if piece else ""
    subject, rest = last[seen.subject : seen.verb].strip(" ,"), last[seen.verb :]
    if (done := _BE_DONE.match(rest)) and (tense.is_participle(done["done"]) or done["done"].endswith("ing")):
        is_open = done["done"] in wording.words("half_done")
        return "?" if is_open else _whole(subjects.named(subject, _LONGEST), told)
    deed = _VERB.match(rest)
    behind = rest[deed.end() :] if deed else ""
    if _GOES_ON.match(behind):
        return ""
    noun = _NOUN.match(behind) if is_own else None
    return "?" if noun is None else _whole(noun.group(), told)


_PARTS = re.compile(r";\s|:\s|,\s(?:and|but|while)\s")
_GOES_ON = re.compile(r"(?:it|them|they)\b", re.IGNORECASE)


def _whole(thing: str, told: Told) -> str:
    """Give a thing as one that is known: "a bill" → "the bill"; "?" where it is a person or says nothing."""
    if _GOES_ON.match(thing):
        return ""
    if not thing or _AMONG.search(thing) or _NO_THING.match(thing) or len(thing) > _LONGEST or "," in thing:
        return "?"
    if any(hit.type is PartyType.PERSON and hit.name in thing for hit in told.names):
        return "?"
    first, _, rest = thing.partition(" ")
    if first.lower() in ("a", "an", "the"):
        return f"the {rest}"
    if thing.islower():
        return thing
    return thing if first[0].isupper() and ("’" in first or "'" in first or _is_firm(thing, told)) else "?"


def _is_firm(thing: str, told: Told) -> bool:
    return any(hit.name == thing and hit.type is PartyType.COMPANY for hit in told.names)
