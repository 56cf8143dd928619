"""Statements of words that are none: a name with what is said of it, a label, what leans on the clause before.

It must not know how a statement is shortened or put into the present.
"""

import re

from explorer.extract import clauses
from explorer.extract.records import Told
from explorer.extract.title import cutting, leading, referents, subjects, tense
from explorer.extract.title.wording import has_any
from explorer.model.mention import Span

_DANGLING = (  # one of the words is in all words that a pattern finds
    (
        ("which", "who"),
        re.compile(r"^[^,]{2,60},\s(?P<who>[A-Z][^,]{1,30}),\s(?:which|who)\s(?P<deed>.+)$"),
        "{who} {deed}",
    ),
    (("which", "who"), re.compile(r"^(?P<who>[^,]{2,60}),\s(?:which|who)\s(?P<deed>.+)$"), "{who} {deed}"),
    (("whose",), re.compile(r"^(?P<who>[^,]{2,60}),\swhose\s(?P<deed>[^,]+)$"), "{whose} {deed}"),
    (
        ("ollowing", "fter", "ince", "espite", "mid"),
        re.compile(
            r"^(?:following|after|since|despite|amid)\s(?P<who>[^,]{2,60}?),?\s(?:that|which|who)\s(?P<deed>[^,]+)$",
            re.IGNORECASE,
        ),
        "{who} {deed}",
    ),
)
_OPENED = re.compile(
    r"^(?P<who>[^,]{2,60}),\s(?P<deed>(?:(?:re-)?[a-z]+ed|built|made|sold|won|held|begun|set up|"
    r"written|[a-z]+(?:seen|drawn|taken|given|known|born|cut|shut))\b[^,]*)(?:,\s(?:which|who)\s.*)?$"
)
_APART = re.compile(r"^(?P<who>[^,]{3,40}), (?P<deed>(?:took|was|were|is|are|has|had|will|did|made|came)\s.+)$")
_UNDER = re.compile(
    r"^(?:under|in|with|by|for|according to)\s(?P<who>(?:an?|the)\s[^,]{3,50}?)\s(?P<deed>[a-z]+ed)$",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(r"^after\s(?P<deed>[^,]+)$", re.IGNORECASE)


_LEADS = (
    "follow",
    "after ",
    "since ",
    "despite ",
    "amid ",
    "under ",
    "in ",
    "with ",
    "by ",
    "for ",
    "accordin",
)


def stated(words: str, told: Told, names: frozenset[str]) -> str:
    """Make a statement of words that are none by themselves, as far as they or their sentence tell it."""
    words = _labelled(words)
    if "; " in words:
        words = _first_statement(words)
    words = _described(words, told, names)
    is_whole = len(words) > _LONGEST_FRAGMENT or told.span.start <= told.sentence.start
    return words if is_whole or cutting.tells(words) else _gapped(words, told)


def _described(words: str, told: Told, names: frozenset[str]) -> str:
    """Make a statement of a name and what is said of it: "The rule, which began" → "The rule began"."""
    if "," not in words and not words[:9].lower().startswith(_LEADS):
        return words
    where = _WHERE.match(words) if ", where " in words else None
    if where and not cutting.tells(where["place"]) and leading.states(where["deed"]):
        is_firm = any(party.name == where["place"] for party in told.parties)
        return f"{where['deed']} {'at' if is_firm else 'in'} {where['place']}"
    office = _OFFICE.match(words)
    if office and _is_someone(office["who"], told) and not cutting.tells(words):
        return f"{office['who']} is {office['what']}"
    for needs, form, statement in _DANGLING:
        match = form.match(words) if has_any(words, needs) else None
        is_deed = match and not (_OF_ANOTHER.match(match["deed"]) and "{whose}" not in statement)
        if match and is_deed and not cutting.tells(match["who"]) and not _closes(match["deed"]):
            return statement.format(whose=referents.possessive(match["who"]), **match.groupdict())
    apart = _APART.match(words)
    if apart and (apart["who"][0].isdigit() or not cutting.tells(apart["who"])):
        return f"{apart['who']} {apart['deed']}"
    match = _OPENED.match(words)
    if match and not cutting.tells(match["who"]) and not re.match(r"\w+ing\s", match["who"]):
        be = tense.passive(match["who"], names)
        return f"{match['who']} {be} {match['deed']}"
    under = _UNDER.match(words)
    if under and not cutting.tells(under["who"]):
        return f"{under['who']} {tense.passive(under['who'], names)} {under['deed']}"
    after = _AFTERWARDS.match(words)
    return after["deed"] if after and leading.states(after["deed"]) else words


def _is_someone(who: str, told: Told) -> bool:
    return any(party.name == who for party in told.parties) or any(hit.name == who for hit in told.names)


_OF_ANOTHER = re.compile(r"(?:the|an?|its|their|his|her|it|they|he|she|we)\s|[A-Z]")  # "which the owner sold"


def _closes(deed: str) -> bool:
    """Tell whether a relative clause ends and the main verb follows: "…, which it built, closed"."""
    return any(
        clauses.is_finite(match.group(1))
        or match.group(1) in clauses.saying()
        or re.search(r"(?:s|ed)$", match.group(1))
        for match in re.finditer(r",\s(?:now |also |later )?([a-z]+)\s", deed)
    )


_OFFICE = re.compile(
    r"^(?P<who>[A-Z][^,]{2,40}), "
    r"(?P<what>(?!(?:on|in|at|of|formerly|with|and|or|to|as)\b)(?:[a-z][^,]{4,40}|out))$"
)
_WHERE = re.compile(r"^(?P<place>[A-Z][^,]{2,40}), where (?P<deed>[^,]+)$")
_LABEL = re.compile(r"^(?:(?P<letter>[A-Z])|(?P<label>[A-Z]{3,}(?:\s[A-Z]{3,})*)):\s")


def _labelled(words: str) -> str:
    """Take off the label of a line: "USERS: 158 million people used it", "A: We grew"."""
    match = _LABEL.match(words)
    if match is None:
        return words
    rest = words[match.end() :]
    if match["letter"] or cutting.tells(rest):
        return leading.led(rest, is_cut=True)
    return f"{match['label'].lower()} of {rest}"


def _first_statement(words: str) -> str:
    """Of statements with ";" between keep the first: a title tells one fact."""
    parts = words.split("; ")
    return next((part for part in parts if cutting.tells(part)), words)


_FRAGMENT = re.compile(r"^(?:and|but)?\s*(?P<what>[^,;:]{2,50}?)(?:[,;].*)?$")
_LEANS = re.compile(r"(?P<with>for|from|to|in|with|at|against|on|by|of)\s", re.IGNORECASE)
_OBJECT = re.compile(r"(?:an?|its|another|[$€£¥]?\d\S*)\s", re.IGNORECASE)
_TIME = re.compile(
    rf",?\s(?:(?:in|on|at|by|since|from|already)\s)?(?:the (?:first|second|third|fourth) (?:quarter|half) of )?"
    rf"(?:{leading.DATE}|(?:last|this|that)\s\w+|already)(?!\w)"
)
_NOUN = re.compile(r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s|[A-Z]).*(?<!['’]s)$")
_LONGEST_FRAGMENT = 60  # letters
_JOINT_LAST = re.compile(r"[\s,;]*(?:\b(?:and|but))?[\s,;]*$")
_LONGEST = 80  # letters of what a fragment is put into


def _gapped(words: str, told: Told) -> str:
    """Give a fragment the verb of the clause before: "Acme won in 2019, Asos in 2020" tells that Asos won."""
    match = _FRAGMENT.match(words)
    before = told.text[told.sentence.start : told.span.start].rstrip()
    if match is None or not before.endswith((",", ";", " and", " but")) or match["what"].endswith("…"):
        return words
    first = _JOINT_LAST.sub("", _TIME.sub("", leading.bare(_clause_before(told), is_cut=False)))
    verb = subjects.first_verb(first)
    what, subject, rest = match["what"].strip(), first[:verb].strip(), first[verb:]
    if not verb or len(rest) > _LONGEST or "," in rest:
        return words
    leans = _LEANS.match(what)
    if leans is not None:
        at = rest.find(f" {leans['with'].lower()} ")
        return f"{subject} {rest[:at]} {what}" if at > 0 else words
    if _OBJECT.match(what):
        form = re.match(r"(?:(?:had|has|was|were|is|are)\s)?\S+", rest)
        return (
            f"{subject} {form.group()} {what}" if form and _OBJECT.match(rest[form.end() :].lstrip()) else words
        )
    return f"{what} {rest}" if _NOUN.match(what) and _is_of_a_kind(what, subject) else words


def _is_of_a_kind(what: str, subject: str) -> bool:
    """Tell whether a fragment may be what the subject is: both are names, or both have an article."""
    return what[:1].isupper() is (
        subject[:1].isupper() and not subject.lower().startswith(("the ", "an ", "a "))
    )


def _clause_before(told: Told) -> str:
    """Give the nearest clause with a verb in the sentence before a fragment."""
    parts = clauses.segments(told.text, Span(told.sentence.start, told.span.start), [])
    told_parts = (told.text[slice(*part.span)] for part in reversed(parts))
    return next((words for words in told_parts if cutting.tells(words)), "")
