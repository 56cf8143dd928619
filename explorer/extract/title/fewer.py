"""A statement in fewer letters: without what it can spare, the least first, where it would break off otherwise.

It works on words in the present and must not know how words are cut to a length.
"""

import re
from collections.abc import Iterator

from explorer.extract import clauses
from explorer.extract.records import Told
from explorer.extract.title import cutting, subjects, tense, view
from explorer.extract.title.wording import any_of
from explorer.model.mention import PartyType, Status

_TOLD_THAT = re.compile(
    r"^(?P<who>(?!Press\b|News\b)[A-Z][^,:]{2,50}?)\s(?:tells?\s(?:[\w’'-]+\s){1,3}?(?:that|(?=there\s))|"
    r"(?:(?:has|had)\s)?(?:says?|claims?|writes?|said|wrote)\s(?:in|at|on)\s[^,]{2,50}?\sthat|(?:says?|claims?)(?:\sthat)?|"
    r"(?:announces?|reports?|writes?|warns?|admits?|confirms?|rules?|contends?|argues?|shows?|replie[sd]|insists?|explains?|adds?|holds?|finds?)\sthat)\s"
    r"(?P<what>(?!(?:it|they|he|she)\b).+)$"
)
_ON_DAY = re.compile(r"^on [A-Z][a-z]+day,? ")
_NEEDLESS = re.compile(
    r"\s(?:central|nationwide|entire|whole|formal|separate|special|overall|so-called|controversial|long-awaited|undisclosed|"
    r"federal|quarterly|further|additional|possible|certain|existing|various)(?=\s[a-z])"
)
_WHERE_FIRST = re.compile(
    r"^(?P<who>(?:[\w’'-]+\s){1,4}?)in\s[A-Z][\w’'-]+(?:\s(?:and\s)?[A-Z][\w’'-]+){0,2}\s(?=[a-z]+s?\s)"
)


def of(words: str, told: Told, limit: int) -> Iterator[str]:
    """Give a statement in fewer and fewer letters: without adjectives, times, places, and who is told."""
    fewer = words
    while len(fewer) > limit and (adjective := _NEEDLESS.search(fewer)) is not None:
        fewer = fewer[: adjective.start()] + fewer[adjective.end() :]
    yield fewer
    yield (fewer := _without_trades(_without_origin(fewer, told), told))
    fewer = _WHEN.sub("", _HOW.sub(" ", fewer))
    yield fewer
    yield (fewer := _WHERE_FIRST.sub(r"\g<who>", fewer))
    yield (fewer := _without_relative(fewer))
    yield (fewer := _without_aside(_without_appositions(fewer)))
    yield (fewer := _LITTLE.sub("", fewer))
    yield (fewer := _ABOUT_TO.sub(r"\g<who> to", fewer))
    yield from _briefer_subjects(fewer)
    yield from _said(fewer, told, limit)


_ORIGIN = re.compile(r"^(?:[A-Z][\w-]+\s)?[A-Z][\w-]+['’]s\s$")


def _without_origin(words: str, told: Told) -> str:
    """Drop whose a named firm at the head is: "Sweden's Klarna and Adyen" → "Klarna and Adyen"."""
    for party in told.parties:
        at = words.find(party.name)
        if 0 < at < _FAR and _ORIGIN.match(words[:at]):
            return words[at:]
    return words


_FAR = 30  # letters


def _without_trades(words: str, told: Told) -> str:
    """Drop what introduces a name: "its purchase of the publisher Best" → "its purchase of Best"."""
    for party in told.parties:
        at = words.find(party.name)
        if at <= 0:
            continue
        match, first = _INTRODUCED.search(words, 0, at), _TRADE_FIRST.search(words, 0, at)
        if match is None and first is not None and not any(map(_may_act, first.group().split())):
            match = first
        if match is not None and match["trade"].islower() and not tense.is_third(match["trade"]):
            words = words[: match.start()] + words[at:]
    return words


_NOT_OF = (
    r"(?!(?:of|and|at|in|by|for|from|that|to|on|with|or|since|against|over|into|as|than|about|between|outside|inside|"
    r"behind|near|under|before|after|during|across|through|without|within|around|beside|towards?|until)\b)"
)
_TRADE_FIRST = re.compile(
    rf"(?:^(?:[A-Z][a-z]+(?:an|ese|ish|ch)\s)?|(?<=\band ))(?:{_NOT_OF}[a-z-]+\s){{0,3}}"
    rf"{_NOT_OF}(?P<trade>[a-z]{{4,}})\s$"
)
_INTRODUCED = re.compile(
    rf"\b(?:the|an?)\s(?:{_NOT_OF}[\w’'-]+\s){{0,4}}{_NOT_OF}(?P<trade>[\w’'-]+)\s$", re.IGNORECASE
)


def _said(words: str, told: Told, limit: int) -> Iterator[str]:
    """Give what is said without where or to whom; with who says it before a colon, or as what they will do."""
    shown = _SHOWN.match(words)
    if shown is not None and cutting.tells(shown["what"]):
        yield shown["what"]
    to_do = _TO_DO.match(words)
    if to_do is not None and told.status is not Status.ALLEGED:
        yield f"{to_do['who']} to {to_do['what']}"
    said = _TOLD_THAT.match(words)
    if said is not None and told.status is not Status.ALLEGED:
        what = _ON_DAY.sub("", said["what"])
        for who in (said["who"], *_persons(said["who"], told)):
            room = limit - len(who) - len(": ")
            for kept in (cutting.cut(what, room), cutting.cut_loosely(what, room)):
                if cutting.tells(kept := cutting.whole(kept)):
                    yield f"{who}: {kept}"
    aside = _SAID_ASIDE.match(words)
    if aside is not None and not any(map(cutting.tells, (aside["who"], aside["aside"]))):
        is_said = aside["verb"].startswith(("say", "tell"))
        yield f"{aside['who']} {'says' if is_said else aside['verb'] + ' that'} {aside['what']}"


def _persons(who: str, told: Told) -> list[str]:
    """Give the person who speaks without the office: "Finance Minister Jo Berg" → "Jo Berg"."""
    people = [hit.name for hit in told.names if hit.type is PartyType.PERSON and who.endswith(f" {hit.name}")]
    return people[:1]


def is_hollow(kept: str, words: str) -> bool:
    """Tell whether what is kept of words only says which or to whom, and what happened is cut off."""
    said = _SAID_ONLY.match(kept)
    if said is not None and " that " in words[len(kept) :]:
        return not cutting.tells(said["aside"])
    match = _RELATIVE.match(kept)
    return match is not None and not cutting.tells(match["who"]) and _main_verb(kept, match.end()) < 0


def _without_relative(words: str) -> str:
    """Drop what only says which: "A maker that copied a game is to pay" → "A maker is to pay"."""
    match = _RELATIVE.match(words)
    if match is None or view.states(match["who"]):
        return words
    at = _main_verb(words, match.end())
    return words if at < 0 else f"{match['who']} {words[at:]}"


def _without_aside(words: str) -> str:
    """Drop what stands between commas behind a subject: "Acme, with 90 shops, merges" → "Acme merges"."""
    if ", " not in words:
        return words
    seen = view.of(words)
    subject = words[max(seen.subject, 0) : max(seen.verb, 0)]
    head, comma, _ = subject.partition(", ")
    if not comma or not subject.endswith(", ") or not view.opens(head) or " and " in subject[len(head) :]:
        return words
    return f"{words[: seen.subject]}{head} {words[seen.verb :]}"


_ABOUT_TO = re.compile(
    r"^(?P<who>[^,:;]{4,60}?)\s(?:(?:is|are)\s(?:expected|due|set|scheduled|likely)\sto|"
    r"(?:has |have )?(?:announced?s?|said|says?)\s(?:that\s)?(?:it|they|he|she)\s(?:will|would))\b(?!\shave\b)"
)
_APPOSITION = re.compile(r",\s(?:the|an?|its|their)\s[^,]{3,90},(?=\s(?:and\s[A-Z]|[a-z]))")
_NAME_FIRST = re.compile(r"(?:[A-Z][\w&’'-]*\s?){1,4}$")


def _without_appositions(words: str) -> str:
    """Drop what says who each of several is: "Acme, the maker, and Best, its owner, agree" without both."""
    match = _APPOSITION.search(words)
    while match is not None and _NAME_FIRST.match(words[: match.start()].rpartition(" and ")[2]):
        words = words[: match.start()] + words[match.end() :]
        match = _APPOSITION.search(words)
    return words


_LITTLE = re.compile(
    r"\s(?:itself|themselves|instead|in future|orally|largely|broadly|simply|really|only now)(?=\s|$)"
)


def _main_verb(words: str, start: int) -> int:
    """Give where the verb of a statement stands behind the relative clause in its subject, -1 without one."""
    behind = words[start:]
    first = -1
    for match in _WORD.finditer(behind):
        if not _may_act(match.group()) or _LEANING.search(behind, 0, match.start()):
            continue
        if first >= 0:
            return -1 if _OPENER.search(behind, first, match.start()) else start + match.start()
        first = match.end()
        if len(behind[: match.start()].split()) > 1:
            return -1  # "that drivers are …" tells what, and not which
    return -1


def _may_act(word: str) -> bool:
    return clauses.is_finite(word) or tense.is_past(word) or word in _MODALS


_RELATIVE = re.compile(
    r"(?P<who>[^,:;]{4,50}?),?\s(?:that|which|who|where|whose members)\s(?=[a-z])", re.IGNORECASE
)
_WORD = re.compile(r"\b[a-z]+\b")
_LEANING = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|to|will|would|could|can|may|might|must|should|shall|not|the|"
    r"an?|its|their|his|her|of)\s(?:\w+ly\s)?$"
)
_OPENER = re.compile(
    r"\b(?:when|which|that|who|it|he|she|they|we|if|because|while|how|whether)\b|\b(?:and|or|but)\s$"
)
_MODALS = ("will", "would", "can", "could", "may", "might", "must", "should")
_SAID_ONLY = re.compile(rf"[^,:]{{2,50}}?\s{any_of('telling')}\s(?P<aside>(?!that\b)[^,:]{{2,45}})$")
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WHEN = re.compile(
    rf"\s(?:on {_WEEKDAY}|(?:last|this|that|next) (?:week|weekend|month|year|spring|summer|autumn|fall|winter|"
    rf"{_WEEKDAY})|that (?:morning|afternoon|evening|night)|by the end of (?:this |next |the )?\w+|at the time|"
    r"yesterday|today|in (?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December))(?=\s(?!of\b)[a-z])"
)
_HOW = re.compile(
    r"\s(?:provisionally|also|finally|eventually|immediately|previously|formally|quietly|publicly)\s"
)
_SHOWN = re.compile(
    r"^(?:The|A|Its|Their|[A-Z]\w+['’]s)\s(?:[a-z-]+\s){0,3}(?:results|figures|data|documents|filings?|accounts|reports?|study|"
    r"survey|papers|statistics)\b[^,:]{0,40}?\s(?:shows?|showed|says?|finds?|found)\sthat\s(?P<what>.+)$"
)
_TO_DO = re.compile(
    r"^(?P<who>[A-Z][^,:]{2,40}?)\s(?:says?|announces?|confirms?|tells?\s[^,:]{2,40}?)\s(?:that\s)?(?:it|he|she|they)\s"
    r"(?:will|would)\s(?P<what>(?!have\b|not\b|be able\b)[a-z]+\s.+)$"
)
_SAID_ASIDE = re.compile(
    rf"^(?P<who>[^,:]{{2,50}}?)\s(?P<verb>{any_of('telling')})\s(?!that\b)(?P<aside>[^,:]{{2,45}}?)\sthat\s(?P<what>.+)$"
)


def _briefer_subjects(words: str) -> Iterator[str]:
    """Take phrases from the end of a subject: "A dispute with Teva over a coating is to be heard"."""
    verb = max(view.of(words).verb, 0) or subjects.first_verb(words)
    subject, rest = words[:verb].rstrip(), words[verb:]
    if _NO_SUBJECT.search(subject) or any(map(tense.is_third, subject.split()[1:])):
        return
    while len(subject) > _LONG_SUBJECT and (phrases := list(_PHRASE.finditer(subject))):
        subject = subject[: phrases[-1].start()]
        if " " in subject:
            yield f"{subject} {rest}"


_NO_SUBJECT = re.compile(
    r"^(?:At|In|On|By|For|From|With|Under|That)\b|[,:;\d]|\b(?:that|which|who|whose|when|where|whether|how|to|be|been|is|are|was|were|has|have|had|not|will|would|"
    r"and|or|but)\b"
)
_LONG_SUBJECT = 30  # letters
_PHRASE = re.compile(r"\s(?:over|on|in|at|for|from|with|under|about|across|against|using|called|named)\s")
