"""A clause compressed to a title: without its date, brackets and sources, with its subject, in the present.

What is told as hearsay, denied or to come keeps saying so. It must not know the templates.
"""

import re
from dataclasses import replace

from explorer.extract import (
    brief,
    clauses,
    countries,
    cutting,
    leading,
    lexicon,
    naming,
    subjects,
    tense,
    undated,
)
from explorer.extract.cutting import LIMIT, shortened
from explorer.extract.records import Told
from explorer.extract.wording import any_of, pattern
from explorer.model.mention import Span, Status

__all__ = ["LIMIT", "compressed", "shortened"]

REPORTS = "Reports: "


def compressed(told: Told) -> str:
    """Shorten a clause to at most `LIMIT` letters that state the same."""
    told = _of_one_time(told)
    words = _bare(told)
    if told.span != told.sentence and _is_middle(words, told):
        told = replace(told, span=told.sentence)
        words = _bare(told)
    elif told.span != told.sentence and _breaks_off(words):
        told = replace(told, span=_wider(told, words))
        words = _bare(told)
    names = _names(told)
    words = naming.with_subject(_unsaid(_standing(words), told), told, names)
    words = naming.named(words, told)
    words = brief.figures(leading.without_aside(words, names), told.quantities)
    words = naming.briefly(words, told)
    prefix = _prefix(words, told)
    if prefix == REPORTS:
        words = _heard(words)
    words = _saying(tense.present(_future(_denial(words, told), told), names))
    words = _tightened(cutting.whole(words, is_end=_is_end(told)), told)
    if len(words) > LIMIT - len(prefix):
        words = cutting.whole(cutting.cut(words, LIMIT - 1 - len(prefix)))
        words = tense.present(words, names)
    if not words:
        return naming.first_company(told) or "Undated statement"
    return prefix + _raised(naming.labelled(words, told, LIMIT - len(prefix)))


def _raised(words: str) -> str:
    """Begin with a capital, but leave names like iPhone alone."""
    return words if re.match(r"[a-z][A-Z]", words) else words[:1].upper() + words[1:]


def _bare(told: Told) -> str:
    words = undated.of(told.text, told.span, told.date)
    return leading.bare(words, is_cut=told.span.start > told.sentence.start)


def _is_end(told: Told) -> bool:
    """Tell whether a clause ends where its sentence does, and not with its date."""
    behind = told.text[told.date.end : told.span.end] if told.date and told.date.end > told.span.start else "x"
    return told.span.end >= told.sentence.end - 1 and bool(behind.strip(" .!?"))


def _names(told: Told) -> frozenset[str]:
    places = countries.names_by_code()
    first = re.match(r"[A-Z]\w+s\b", told.text[told.span.start : told.span.end])
    if first and re.search(rf"[a-z,] {first.group()}\b", told.text):
        return frozenset({first.group()}) | {
            party.name for party in told.parties
        }  # "Threads": a name elsewhere too
    return frozenset(
        {party.name for party in told.parties} | {places[c] for c in told.countries if c in places}
    )


# which stretch


_SUBORDINATE = re.compile(
    r"\W*(?:when|while|as|although|though|because|if|after|before|once|since|"
    r"even though)\s(?P<first>[^,]{8,120}(?:,\s(?:in|on|at|by)\s[^,]{3,30}(?=,))?),\s+(?P<second>\S.{12,})$",
    re.IGNORECASE | re.DOTALL,
)


def _of_one_time(told: Told) -> Told:
    """Of "When the mill closed, the town shrank" keep the clause that the date dates, else the main one."""
    told = _of_aside(_of_one_clause(told))
    text, span = told.text, told.span
    if told.date and text[span.start : told.date.start].strip().lower() in ("", "on", "in", "at", "by"):
        comma = re.match(r",\s+", text[told.date.end : span.end])
        start = told.date.end + comma.end() if comma else span.start
    else:
        start = span.start
    match = _SUBORDINATE.match(text[start : span.end])
    if match is None:
        return told
    first, second = match["first"], match["second"]
    if not (clauses.has_verb(first, 0, len(first)) and leading.states(second)):
        return told
    middle = start + match.start("second")
    if told.date and start <= told.date.start < middle:
        return replace(told, span=Span(start, start + match.end("first")))
    return replace(told, span=Span(middle, span.end))


_AND_ON = re.compile(rf"[,;]?\s(?:and|but|while)\s(?=(?:on|in|by|at)\s(?:the\s)?{leading.DATE})")


_BESIDE = re.compile(
    r"[^,]{2,60},\s(?:[A-Z][^,]{1,30},\s)?(?P<aside>(?:[^,]|,(?=\s?\d)){8,120}),\s(?P<verb>[a-z]+)\s"
)


def _of_aside(told: Told) -> Told:
    """Of "The tills, sold in 2013, were red" keep what the date dates."""
    match = _BESIDE.match(told.text, told.span.start, told.span.end) if told.date else None
    if match is None or told.date is None or not clauses.is_finite(match["verb"]):
        return told
    is_inside = match.start("aside") <= told.date.start and told.date.end <= match.end("aside")
    begins = re.match(
        r"(?:whose|[a-z]+ed|sold|built|made|set up|(?:which|who)\s(?P<verb>\w+))\b", match["aside"]
    )
    is_told = begins is not None and (begins["verb"] is None or clauses.is_finite(begins["verb"]))
    if not (is_inside and is_told) or told.status is Status.DENIED:
        return told
    return replace(told, span=Span(told.span.start, match.end("aside")))


def _of_one_clause(told: Told) -> Told:
    """Of "the firm closed its mill, and on 5 May it sold the land" keep what is told of the date."""
    if told.date is None:
        return told
    for match in _AND_ON.finditer(told.text, told.span.start, told.span.end):
        first, second = told.text[told.span.start : match.start()], told.text[match.end() : told.span.end]
        if 0 <= told.date.start - match.end() <= 8:
            rest = told.text[told.date.end : told.span.end].lstrip(" ,")
            is_own = leading.states(rest) or (not cutting.tells(first) and re.search(r"\d", rest))
            return replace(told, span=Span(match.end(), told.span.end)) if is_own else told
        if told.date.end <= match.start() and cutting.tells(first) and cutting.tells(second):
            return replace(told, span=Span(told.span.start, match.start()))
    return told


_SAYS = any_of("says")
_NO_MORE = re.compile(
    rf"^(?:.*(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!\bbeen )\b{_SAYS}(?:\s(?:that|on|"
    rf"in))*|\W*)$",
    re.IGNORECASE,
)
_SAID_OF = re.compile(rf"^.{{2,60}}?\b{_SAYS}\b\s(?:.*\s)?that\b\s(?P<what>.+)$", re.IGNORECASE)


def _is_middle(words: str, told: Told) -> bool:
    """Tell whether a clause begins inside a phrase: "(recalled the Note) 7 phones after fires"."""
    before = told.text[told.sentence.start : told.span.start]
    if before[-1:] == "-" or before[-1:].isalnum():
        return True
    last = re.search(r"(?P<word>[\w’'-]+) $", before)
    if last is None or pattern("leading", "^(?:{})$").match(last["word"]) or not words[:1].isalnum():
        return False
    is_joint = last["word"].lower() in _JOINTS or last["word"] in clauses.saying()
    return not is_joint and words[0].isdigit() and cutting.tells(words)


_JOINTS = frozenset(
    "which who whose where that when while and but or then as if after before since until unless so".split()
)


def _breaks_off(words: str) -> bool:
    """Tell whether a clause ends before it says something: "The firm said that its head, Jo Berg"."""
    if not words or _NO_MORE.match(words):
        return True
    if re.match(r"(?:in|at|on|by|with|for|as)\s", words, re.IGNORECASE) and not cutting.tells(words):
        return not any(character.isdigit() for character in words)
    said = _SAID_OF.match(words)
    return bool(said and not clauses.has_verb(said["what"], 0, len(said["what"])))


def _wider(told: Told, words: str) -> Span:
    """Give the stretch of the sentence from a clause to its end, or all of it for a clause without words."""
    begins = told.span.start if words.partition(" ")[2] else told.sentence.start
    return Span(begins, max(told.span.end, told.sentence.end))


# what is said


_SAYING = re.compile(
    r"^(?P<who>[^,]{2,60}?(?:,[^,]{2,60},)?)\s(?:also |has |had |later )*(?:said|says|say|announced|reported|"
    r"reports|"
    r"stated|revealed|confirmed)"
    r"(?:\s(?:on|in) [A-Z]?\w+)?(?:\s(?:in a (?:statement|filing)|on its website|late|"
    r"early))*\s+(?:that\s+)?(?P<what>(?=it |they |he |she |[A-Z]|the |its |a |an |his |her ).+)$",
)
_PASSIVE_END = re.compile(r"\b(?:was|were|is|are|been|be|that|which|who)$")
_WHO_PRONOUN = re.compile(r"^(?:it|they|he|she)\s")
_WHOSE = re.compile(r"^(?:its|their)\s")


def _unsaid(words: str, told: Told) -> str:
    """Drop "X said" before what was said; X stays where a pronoun means it."""
    match = _SAYING.match(words)
    if match is None or told.kind == "statement" or told.status is Status.DENIED:
        return words
    what, who = match["what"], match["who"].partition(",")[0]
    if _PASSIVE_END.search(who):
        return words
    first = re.split(r",\s|\s(?:which|who|that)\s", what)[0]
    if pattern("others", r"\b(?:{})\b").search(who):
        return words
    if not clauses.has_verb(first, 0, len(first)) and leading.without_aside(what, frozenset()) == what:
        return words
    if _WHO_PRONOUN.match(what):
        return _WHO_PRONOUN.sub(who + " ", what)
    is_pronoun = _WHO_PRONOUN.match(who + " ")
    return _WHOSE.sub(naming.possessive(who) + " ", what) if len(who) < 30 and not is_pronoun else what


_DANGLING = (
    (re.compile(r"^[^,]{2,60},\s(?P<who>[A-Z][^,]{1,30}),\s(?:which|who)\s(?P<deed>.+)$"), "{who} {deed}"),
    (re.compile(r"^(?P<who>[^,]{2,60}),\s(?:which|who)\s(?P<deed>.+)$"), "{who} {deed}"),
    (re.compile(r"^(?P<who>[^,]{2,60}),\swhose\s(?P<deed>[^,]+)$"), "{whose} {deed}"),
    (
        re.compile(
            r"^(?:following|after|since|despite|amid)\s(?P<who>[^,]{2,60}?),?\s(?:that|which|who)\s(?P<deed>[^,]+)$",
            re.IGNORECASE,
        ),
        "{who} {deed}",
    ),
)
_OPENED = re.compile(
    r"^(?P<who>[^,]{2,60}),\s(?P<deed>(?:[a-z]+ed|built|made|sold|won|held|begun|set up|"
    r"written)\b[^,]*)(?:,\s(?:which|who)\s.*)?$"
)
_APART = re.compile(r"^(?P<who>[^,]{3,40}), (?P<deed>(?:took|was|were|is|are|has|had|will|did|made|came)\s.+)$")
_UNDER = re.compile(
    r"^(?:under|in|with|by|for|according to)\s(?P<who>(?:an?|the)\s[^,]{3,50}?)\s(?P<deed>[a-z]+ed)$",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(r"^after\s(?P<deed>[^,]+)$", re.IGNORECASE)


def _standing(words: str) -> str:
    """Make a statement of a name and what is said of it: "The rule, which began" → "The rule began"."""
    for form, told in _DANGLING:
        match = form.match(words)
        if match and not cutting.tells(match["who"]) and not _closes(match["deed"]):
            return told.format(whose=naming.possessive(match["who"]), **match.groupdict())
    apart = _APART.match(words)
    if apart and (apart["who"][0].isdigit() or not cutting.tells(apart["who"])):
        return f"{apart['who']} {apart['deed']}"
    match = _OPENED.match(words)
    if match and not cutting.tells(match["who"]) and not re.match(r"\w+ing\s", match["who"]):
        be = tense.passive(match["who"], frozenset())
        return f"{match['who']} {be} {match['deed']}"
    under = _UNDER.match(words)
    if under and not cutting.tells(under["who"]):
        return f"{under['who']} {tense.passive(under['who'], frozenset())} {under['deed']}"
    after = _AFTERWARDS.match(words)
    return after["deed"] if after and leading.states(after["deed"]) else words


def _closes(deed: str) -> bool:
    """Tell whether a relative clause ends and the main verb follows: "…, which it built, closed"."""
    return any(
        clauses.is_finite(match.group(1))
        or match.group(1) in clauses.saying()
        or re.search(r"(?:s|ed)$", match.group(1))
        for match in re.finditer(r",\s(?:now |also |later )?([a-z]+)\s", deed)
    )


_TELLS = re.compile(
    r"^(?P<head>[^,]{2,60}?\s(?P<verb>says?|announces?|confirms?|reports?|warns?|claims?|adds?))\s(?P<that>that\s)?(?P<what>.+)$"
)


def _saying(words: str) -> str:
    """Put what is said to be coming into the same tense: "says that it would close" → "says it will close"."""
    match = _TELLS.match(words)
    if match is None or not clauses.has_verb(match["what"], 0, len(match["what"])):
        return words
    that = "" if match["verb"].startswith("say") else match["that"] or ""
    what = re.sub(r"\bwould\b(?! have)", "will", match["what"], count=1)
    return f"{match['head']} {that}{what}"


# how surely


_WILL = re.compile(
    r"^(?P<who>(?:(?!\b(?:that|which|who|if|whether|when|because|after|as)\b)(?:[^,]|,(?=\d))){2,60}?)\s"
    r"(?P<will>will|would|shall|is to|are to|was to|were to)\s(?:also |then |now )?(?=[a-z])"
    r"(?!not\b|never\b|have\b|no\b|only\b|probably\b|likely\b|in\b|soon\b)"
)


def _future(words: str, told: Told) -> str:
    """Tell what is to come as headlines do: "will buy" → "to buy"."""
    if told.status not in (Status.PLANNED, Status.ALLEGED) or told.kind == "statement":
        return words
    match = _WILL.match(words)
    if match is None or match["who"] == "This" or clauses.has_verb(match["who"], 0, len(match["who"])):
        return re.sub(r"\bwould\b(?! have)", "will", words, count=1) if told.status is Status.PLANNED else words
    return f"{match['who']} to {words[match.end() :]}"


_SAID_TO_BE = re.compile(r"\b(?:is|are|was|were) (?:said|believed|thought|rumou?red|reported)\s+$")
_MEDIA = re.compile(
    rf"^[^,]{{0,40}}\b{any_of('media')}\s(?:[^,]{{0,30}}\s)?(?:said|says|reported|reports|claimed|claims|wrote)\b"
)
_HEARD = re.compile(
    r",\s(?:two|three|four|several|some|a|one)?\s?(?:people|persons?|sources?|insiders?|"
    r"officials? who asked)\s[^,]{0,60}"
    r"(?:said|says|told \w+)[^,]{0,30}$"
)
_KEEPS_DOUBT = re.compile(
    r"\b(?:rumou?rs?|speculation|sources?|alleg\w+|suspect\w*|claim(?:s|ed)|accus\w+|report(?:s|ed)?|"
    r"people (?:familiar|close))\b",
    re.IGNORECASE,
)


_JOINT = re.compile(r",?\s(?:but|and|although|though|while)\s(?:that\s)?")


def _denial(words: str, told: Told) -> str:
    """Of a clause that is too long keep the part that denies."""
    if told.status is not Status.DENIED or len(words) <= LIMIT or pattern("denies").search(words[:LIMIT]):
        return words
    part = next((part for part in _JOINT.split(words) if pattern("denies").search(part)), words)
    if not subjects.lacks_subject(part):
        return part
    who = re.match(r"(?P<who>[^,]{2,40}?)\s(?:has|have|had|is|are|was|were|says?|said|will|would)\b", words)
    return f"{who['who']} {part}" if who else words


def _prefix(words: str, told: Told) -> str:
    if told.status is Status.DENIED and not pattern("denies").search(words):
        return "Denied: "
    before = told.text[told.sentence.start : told.span.start]
    is_heard = told.status is Status.ALLEGED or _SAID_TO_BE.search(before)
    clause = told.text[told.span.start : told.span.end]
    if not is_heard and not _HEARD.search(clause) and not _MEDIA.match(clause):
        return ""
    return "" if _MEDIA.match(words) or _KEEPS_DOUBT.search(words) else REPORTS


def _heard(words: str) -> str:
    """Take out the hearsay that "Reports:" tells."""
    words = pattern("hearsay").sub("", words).strip(" ,")
    words = pattern("said_to", r"{}be\s").sub(" is ", words, count=1)
    return pattern("said_to", "{}(?:have )?").sub(" to ", words, count=1)


# how long


_WHETHER = re.compile(r"\s(?P<at>into|over|on) whether (?P<who>(?:[A-Z][\w&.’'-]*\s)+)(?=[a-z]).*$")
_NOUN_RELATIVE = re.compile(
    r"^(?P<who>(?:the|an?|its)\s[^,]{5,50}?)\s(?:that|which|who)\s(?:was|were|had|has|is|are)\s(?:[\w’'-]+\s){1,4}?"
    r"(?P<deed>(?:was|were|is|are|has|had|will)\s(?:(?:never|not|now|also|been)\s)*\w+(?:ed|en|wn)\b.*)$",
    re.IGNORECASE,
)
_SHORTER = (
    (re.compile(r"\b[Cc]hief [Ee]xecutive(?: [Oo]fficer)?\b"), "CEO"),
    (re.compile(r",?\s(?:Inc|Corp|Ltd|plc|PLC|LLC|Co)\b\.?"), ""),
    (re.compile(r"^The (?=[A-Z][\w’'.-]+ )"), ""),
    (re.compile(r"\b(daily|weekly|monthly|yearly) active (?=users\b)"), r"\1 "),
    (re.compile(r"\bmore than (?=[$€£]?\d)"), "over "),
    (re.compile(r"\sfor the first time(?=\s)"), ""),
    (
        re.compile(r"\b(confirms|announces|reports|admits|writes|warns)\sthat(?=\s(?:[A-Z]\w+|the|its?)\b)"),
        r"\1",
    ),
)


_THAT = re.compile(r"\b(confirms|announces|reports|admits|writes|warns)\sthat(?=\s(?:[A-Z]\w+|the|its?)\b)")


def _tightened(words: str, told: Told) -> str:
    """Shorten what is too long without losing who and what."""
    if len(words) > LIMIT:
        words = _WHETHER.sub(r" \g<at> \g<who>", words).strip()
    of = _NOUN_RELATIVE.match(words) if len(words) > LIMIT else None
    if of and not cutting.tells(of["who"]):
        words = f"{of['who']} {of['deed']}"
    for long, short in _SHORTER:
        if len(words) > LIMIT:
            words = long.sub(short, words)
    if len(words) > LIMIT and len(_THAT.sub(r"\1", words)) <= LIMIT:
        words = _THAT.sub(r"\1", words)
    brief_names = lexicon.brief_agencies()
    for party in told.parties if len(words) > LIMIT else ():
        words = words.replace(party.name, brief_names.get(party.name, party.name))
    return words
