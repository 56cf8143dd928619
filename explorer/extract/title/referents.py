"""Whom a pronoun at the head of a title means, by the subjects and names of the words before it.

A reader of a mark on the timeline has no sentence before: "He resigned" tells nothing, "Jo Berg resigns" does.
The subject of the nearest sentence that has one is taken, as people read; where two could be meant, none is.
It must not know how titles are cut or put into the present.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from explorer.extract import clauses
from explorer.extract.place import countries
from explorer.extract.records import NameHit, Told
from explorer.extract.title import leading, people, subjects, tense
from explorer.extract.title.wording import any_of, pattern
from explorer.model.mention import Found, PartyType, Span

_HEAD = re.compile(r"(?P<pronoun>it|its|they|their|he|his|she|her|we|our|I|my)\b(?![’'])", re.IGNORECASE)
_PRONOUN = re.compile(
    r"(?:it|its|they|their|he|his|she|her|we|our|I|my|you|this|that|these|those|there|who|what|which|both|some|"
    r"all|none|one|others?|most|many|another|here|so|such|nothing|nobody|everyone|each|neither|how|why|when)\b",
    re.IGNORECASE,
)
_WITH_PRONOUN = re.compile(r"\b(?:it|they|he|she|we|I|you|him|them|us|me|my|your|our|his|her|their)\b")
_MOST_SENTENCES = 8
_LONGEST = 45  # letters of a subject that is put into a title
_REACH = 1000  # characters in which a person is looked for
_SAME = {
    form: re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)
    for forms in ("it|its", "they|their", "he|his", "she|her")
    for form in forms.split("|")
}
_OWNERS = frozenset(("its", "their", "his", "her", "our", "my"))
_OWN_NAMED = re.compile(
    r"(?:its|their|his|her|our|my)\s(?:[a-z-]+\s){1,4}(?P<name>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){1,3})(?=\s[a-z])",
    re.IGNORECASE,
)


_TOOK_TIME = re.compile(r"it (?:takes?|took) (?:until|till|\w+ (?:\w+ )?to)\b|it takes? to\b", re.IGNORECASE)


def resolved(words: str, told: Told, names: frozenset[str]) -> str:
    """Put who is meant where a pronoun opens a statement, as far as the text tells."""
    words = _with_object(words, told)
    match = _HEAD.match(words)
    if match is None or pattern("nobody", "^(?:{})").match(words) or _TOOK_TIME.match(words):
        return words
    pronoun = match["pronoun"].lower()
    named = _OWN_NAMED.match(words) if pronoun in _OWNERS else None
    if named is not None and any(hit.name == named["name"] for hit in told.names):
        return words[named.start("name") :]
    if pronoun in ("i", "my", "we", "our") or is_quoted(told):
        return words
    at = _place(match["pronoun"], told)
    who = _person(told, at, pronoun) if pronoun in people.OTHER else _subject(told, at, pronoun, names)
    if not who or who.lower() in words.lower():
        return words
    rest = words[match.end() :]
    last = _last_name(who, told) if pronoun in people.OTHER else who
    if len(last) + len(rest) <= _ROOM < len(who) + len(rest):
        who = last
    return f"{possessive(_PLACED.sub('', who))}{rest}" if pronoun in _OWNERS else f"{who}{rest}"


_ROOM = 70  # letters of a title


def _last_name(who: str, told: Told) -> str:
    """Give the last name of a person, if the article uses it alone."""
    last = who.rpartition(" ")[2]
    return last if told.text.count(last) > told.text.count(who) else who


_PLACED = re.compile(r"(?<=[a-z])\s(?:in|at|of|from|for)\s.*$")


_OBJECT = re.compile(
    r"\b(?P<verb>[a-z]+)\s(?P<pronoun>him|it)\b"
    r"(?=$|,|\s(?:on|in|at|for|to|of|with|from|by|as|about|and|over|after|into|up|off|[$€£]?\d\S*)(?:\s|$))"
)


def _with_object(words: str, told: Told) -> str:
    """Put who is meant where someone does something to "him" or "it", and nothing else can be."""
    match = _OBJECT.search(words) if " him" in words or " it" in words else None
    if match is None or is_quoted(told) or _HEAD.match(words):
        return words
    if match["pronoun"] == "him":
        own = _Stretch(told.span.start, told.span.end, is_own=True)
        has_other = any(hit.type is PartyType.PERSON for hit in _hits(told, own))
        who = "" if has_other else _person(told, told.span.start, "he")
    else:
        is_done_to_firms = pattern("done_to_firms", "(?:{})$").match(match["verb"])
        who = _company_before(told, words) if is_done_to_firms else ""
    if not who or who.split()[-1] in words:
        return words
    return words[: match.start("pronoun")] + who + words[match.end() :]


def _company_before(told: Told, words: str) -> str:
    """Give the only company that the sentence has named before a clause, besides those of the clause."""
    before = _Stretch(told.sentence.start, told.span.start, is_own=True)
    found = {hit.name for hit in _hits(told, before) if hit.type is PartyType.COMPANY and not hit.is_source}
    others = [name for name in found if name not in words]
    return others[0] if len(others) == 1 else ""


def possessive(name: str) -> str:
    """Give a name as an owner: "Volvo’s", "Siemens’"."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def is_quoted(told: Told) -> bool:
    """Tell whether a clause stands in a quotation, in which pronouns mean what the speaker means."""
    line = told.text.rfind("\n", 0, told.span.start) + 1
    before = told.text[line : told.span.start + 1]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


_NEAR = 80  # characters at the head of a clause in which its pronoun stands


def _place(pronoun: str, told: Told) -> int:
    """Give where the pronoun of a title stands: in its clause, else before it, from where it was borrowed."""
    found = re.compile(rf"\b{pronoun}\b", re.IGNORECASE)
    own = found.search(told.text, told.span.start, min(told.span.end, told.span.start + _NEAR))
    if own is not None:
        return own.start()
    before = list(found.finditer(told.text, told.sentence.start, told.span.start))
    return before[-1].start() if before else told.span.start


class _Stretch(NamedTuple):
    """A sentence before a pronoun, or what of its own sentence stands before it."""

    start: int
    end: int
    is_own: bool


def _before(told: Told, at: int) -> Iterator[_Stretch]:
    """Give the stretches before a pronoun, the nearest first; the head of its own clause is no such."""
    end = min(at, told.span.start)
    if end > told.sentence.start + 3:
        yield _Stretch(told.sentence.start, end, is_own=True)
    end = min(end, told.sentence.start)
    for _ in range(_MOST_SENTENCES):
        start = subjects.sentence_before(told.text, end)
        if start >= end or at - start > _REACH:
            return
        yield _Stretch(start, end, is_own=False)
        end = start


def _hits(told: Told, stretch: _Stretch) -> list[NameHit]:
    first = bisect_left(told.names, stretch.start, key=_start)
    return list(told.names[first : bisect_left(told.names, stretch.end, key=_start)])


_start = attrgetter("span.start")


def _person(told: Told, at: int, pronoun: str) -> str:
    """Give the person whom "he" or "she" means: sentences that go on with the same pronoun are passed over."""
    for stretch in _before(told, at):
        hits = [hit for hit in _hits(told, stretch) if hit.type is PartyType.PERSON]
        meant = [hit for hit in hits if not people.is_other_sex(told, hit, pronoun)]
        subject = _subject_of(told, stretch)
        if len({hit.name for hit in meant}) == 1:
            return meant[0].name
        if meant:
            return meant[0].name if told.text[slice(*meant[0].span)] in subject else ""
        if subject and not hits and people.is_own_name(subject, told, pronoun):
            return subject
        if not (hits or stretch.is_own or not subject or _SAME[pronoun].match(subject)):
            break
    return people.hero(told, at, pronoun)


def _subject(told: Told, at: int, pronoun: str, names: frozenset[str]) -> str:
    """Give the subject of the nearest sentence before that can be meant by "it", or by "they"."""
    is_plural = pronoun in ("they", "their")
    for stretch in _before(told, at):
        if stretch.is_own and not is_plural and (name := _inner_name(told, stretch)):
            return name
        subject = _subject_of(told, stretch)
        if subject and _SAME[pronoun].match(subject):
            continue
        if not subject or _PRONOUN.match(subject) or len(subject) > _LONGEST or _WITH_PRONOUN.search(subject):
            return ""
        if ";" in told.text[stretch.start : stretch.end] and not stretch.is_own:
            return ""
        if any(name in subject for name in _people(told)):
            return subject if is_plural and " and " in subject else ""
        if pronoun in _OWNERS and " " not in subject and people.is_plain(subject):
            return ""
        if (subject in countries.known() or _is_bystander(told, stretch, subject)) and (
            company := _inferred(told)
        ):
            return company
        return subject if (tense.passive(subject, names) == "are") is is_plural else ""
    return ""


def _is_bystander(told: Told, stretch: _Stretch, subject: str) -> bool:
    """Tell whether a subject is a body known by name that takes no part in what is told."""
    taking_part = {party.name for party in told.parties}
    return any(
        hit.type is not PartyType.PERSON
        and told.text[slice(*hit.span)] in subject
        and hit.name not in taking_part
        for hit in _hits(told, stretch)
    )


_JOINT = re.compile(r"\b(?:whether|that|if|because|after|when|while|where|before|as|since)\s(?:the\s)?$")


def _inner_name(told: Told, stretch: _Stretch) -> str:
    """Give the company that acts in the clause just before: "… whether Acme broke a promise, when it"."""
    for hit in reversed(_hits(told, stretch)):
        head = told.text[stretch.start : hit.span.start]
        verb = told.text[hit.span.end : stretch.end].split(maxsplit=1)[:1]
        if hit.type is PartyType.COMPANY and _JOINT.search(head[-12:]) and verb and clauses.is_finite(verb[0]):
            return hit.name
    return ""


def _inferred(told: Told) -> str:
    return next((p.name for p in told.parties if p.type is PartyType.COMPANY and p.found is Found.INFERRED), "")


def _people(told: Told) -> Iterator[str]:
    """Give the names of persons in an article as they stand there."""
    return (told.text[slice(*hit.span)] for hit in told.names if hit.type is PartyType.PERSON)


_ADVERB_LAST = re.compile(r"\s(?:also|still|now|then|already|again|later|itself|[a-z]+ly)$")
_NO_SUBJECT = re.compile(
    rf"(?:(?:in|on|at|by|of|for|with|last|next|this|that|the)\s)?(?:the\s)?(?:{leading.DATE}|\d+(?:st|nd|rd|th)\b|"
    rf"{any_of('spans')}\b)|(?:the )?(?:end|time|course|beginning|start) of\b|(?:the|an?)$|"
    r"\W|back\s|(?-i:[A-Z][a-z]+(?:ed|ing))\s|how\s|what\s|.*\s(?:in|of|at|by|for|with|to|on|and|or)$",
    re.IGNORECASE,
)


def _subject_of(told: Told, stretch: _Stretch) -> str:
    """Give the subject of a stretch before, "" where what was found is none."""
    if stretch.end > told.sentence.start:
        subject = subjects.of(told.text, told.sentence, Span(stretch.end, stretch.end), [])
    else:
        subject = subjects.of_sentence(told.text, Span(stretch.start, stretch.end))
    subject = _ADVERB_LAST.sub("", subject.lstrip("•*-– "))
    is_plain = subject[:1].islower() and " " not in subject
    return "" if is_plain or _NO_SUBJECT.match(subject) else subject


_SAYS = rf"(?:{any_of('says')}|admits|jokes|recalls|writes|insists|insisted|explains|explained|recalled|joked)"
_NAME = r"[A-Z][\w’'-]+(?:\s(?:[A-Z]\.|[A-Z][\w’'-]+|van|von|de|der|al|bin)){0,3}"
_SAID = (
    re.compile(rf"[”\"],?\s{_SAYS}\s(?:(?:[a-z]+\s){{0,4}})(?P<who>{_NAME}|he|she)\b"),
    re.compile(rf"[”\"],?\s(?P<who>{_NAME}|he|she)(?:,[^,]{{3,80}},)?\s{_SAYS}\b"),
    re.compile(rf"[”\"],?\s(?:its|the)\s[a-z ]{{3,40}},?\s(?P<who>{_NAME}),?\s{_SAYS}\b"),
)
_BEFORE_SAID = re.compile(
    rf"(?P<who>{_NAME}|\b[Hh]e|\b[Ss]he)(?:,[^,]{{3,80}},)?\s(?:\w+ly\s)?{_SAYS}(?:\s[^“\".]{{0,60}})?[,:]?\s*[“\"][^“\"”]*$"
)
_BEHIND = 200  # characters behind a clause in which its speaker is named


def spoken(words: str, told: Told, limit: int) -> str:
    """Name who speaks before a statement of "I" or "we": "Jo Berg: We had a good month"."""
    match = _HEAD.match(words)
    if match is None or match["pronoun"].lower() not in ("i", "my", "we", "our"):
        return words
    speaker = _speaker(told)
    title = f"{speaker}: {words}"
    return title if speaker and len(title) <= limit else words


def _speaker(told: Told) -> str:
    """Give who is quoted with a clause, "" where it is in no quotation or no one is named beside it."""
    if not is_quoted(told):
        return ""
    text, start = told.text, told.span.start
    head = text[max(0, start - _BEHIND) : start + 1]
    behind = text[max(start, told.span.end - 60) : told.span.end + _BEHIND].partition("\n")[0]
    for form in _SAID:
        if (match := form.search(behind)) is not None:
            return _name_of(match["who"], told)
    match = _BEFORE_SAID.search(head)
    return _name_of(match["who"], told) if match is not None else ""


def _name_of(who: str, told: Told) -> str:
    if who.lower() in people.OTHER:
        return _person(told, told.span.start, who.lower())
    return next((hit.name for hit in told.names if hit.type is PartyType.PERSON and who in hit.name), "")
