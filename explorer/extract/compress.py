"""A clause compressed to a title: without its date, brackets and sources, with its subject, in the present.

What is told as hearsay, denied or to come keeps saying so. It must not know the templates.
"""

import re
from dataclasses import replace
from functools import cache

from explorer.extract import brief, clauses, countries, cutting, lexicon, subjects, tense, undated
from explorer.extract.cutting import LIMIT, shortened
from explorer.extract.lexicon import table
from explorer.extract.records import Told
from explorer.model.mention import Found, PartyType, Span, Status

__all__ = ["LIMIT", "compressed", "shortened"]

REPORTS = "Reports: "
_BRACKETS = re.compile(r"\s*[(\[【][^)\]】]{0,60}[)\]】]")
_MARKS = re.compile(r"[“”\"*•#]")
_HEADING = re.compile(
    r"^\W*(?:\d{4} [*•]\s*|\d{1,2}(?= In\b)|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\s?(?::|-+|–|—)\s|[A-Z][a-z]{2,8} \d{4}: )?\s*"
)
_IDLE = re.compile(r"(?<=[\w,])\s(?:recently|also|currently|now)\s(?=[a-z])(?!that\b)")
_QUOTED = re.compile(r"^[“\"](?P<what>[^“”\"]{20,})[,.!?]?[”\"],?\s(?P<who>[^“”\"]+)$")
_SAID = re.compile(r"\b(?:said|says|told|added|wrote)\b")
_CELLS = re.compile(r"\s*\|\s*")
_NAME = r"(?:[A-Z][\w&.’'-]*|of|and|the|for|at)"
_TRAILING = re.compile(
    r",\s+(?:according to\s[^,]{2,70}|(?:the |a |an |its |their |his |her |two |three |several )?[^,]{2,60}?\s"
    r"(?:said|says|reported|reports|announced|confirmed|added|wrote|told \w+|show|showed|shows)"
    r"(?:\s(?:in|on|at|late|early)\s[^,]{2,30})?)\s*[.,]?\s*$"
)
_ASIDE = re.compile(
    r",\s+(?:the|an?|its|his|her|their|who|which|whose|where|then|once|formerly|previously|based|founded|hired|opened|"
    r"known|led|owned|backed|part|one|including|like|such|both|\w+ed)\s(?:[^,]|,(?=\d)){2,140},\s+(?=\S)"
)
_APPOSED = re.compile(r"^(?P<who>[^,]{2,60}),\s(?:[^,]|,(?=\d)){2,140}(?:,[^,]{2,60})?,\s(?P<deed>[a-z].*)$")


@cache
def _pattern(name: str, form: str = "(?:{})") -> re.Pattern[str]:
    return re.compile(form.format(table("titles.toml")[name]), re.IGNORECASE)


def compressed(told: Told) -> str:
    """Shorten a clause to at most `LIMIT` letters that state the same."""
    words = _bare(told)
    if _breaks_off(words) and told.span != told.sentence:
        told = replace(told, span=_wider(told, words))
        words = _bare(told)
    words = _with_subject(_unsaid(_standing(words), told), told)
    words = _named(words, told)
    words = brief.figures(_without_aside(words), told.quantities)
    words = _briefly(words, told)
    prefix = _prefix(words, told)
    if prefix == REPORTS:
        words = _heard(words)
    words = _saying(tense.present(_future(words, told), _names(told)))
    words = cutting.whole(cutting.cut(_tightened(cutting.whole(words), told), LIMIT - len(prefix)))
    if not words:
        return _first_company(told) or "Undated statement"
    return prefix + _raised(_labelled(words, told, LIMIT - len(prefix)))


_SAYS = r"(?:said|says|say|announced|reported|told|wrote|revealed|confirmed|claimed|denied|found|ruled|warned|stated|added|learned)"
_NO_MORE = re.compile(rf"^(?:.*\b{_SAYS}(?:\s(?:that|on|in))*|\W*)$", re.IGNORECASE)
_SAID_OF = re.compile(rf"^.{{2,60}}?\b{_SAYS}\b(?:\sthat\b)?\s(?P<what>.+)$", re.IGNORECASE)


def _breaks_off(words: str) -> bool:
    """Tell whether a clause ends before it says something: "The firm said that its head, Jo Berg"."""
    if not words or _NO_MORE.match(words):
        return True
    said = _SAID_OF.match(words)
    return bool(said and re.search(r"\bthat\s", words) and not clauses.has_verb(said["what"], 0, len(said["what"])))


def _wider(told: Told, words: str) -> Span:
    """Give the stretch of the sentence from a clause to its end, or all of it for a clause without words."""
    begins = told.span.start if words.partition(" ")[2] else told.sentence.start
    return Span(begins, max(told.span.end, told.sentence.end))


_DANGLING = (
    (re.compile(r"^(?P<who>[^,]{2,60}),\s(?:which|who)\s(?P<deed>[^,]+)$"), "{who} {deed}"),
    (re.compile(r"^(?P<who>[^,]{2,60}),\swhose\s(?P<deed>[^,]+)$"), "{who}’s {deed}"),
    (re.compile(r"^(?:following|after|since|despite|amid)\s(?P<who>[^,]{2,60}?),?\s(?:that|which|who)\s(?P<deed>[^,]+)$", re.I),
     "{who} {deed}"),
)  # fmt: skip
_OPENED = re.compile(r"^(?P<who>[^,]{2,60}),\s(?P<deed>(?P<verb>[a-z]+ed|built|made|sold|won|held|begun|set up|written)\b[^,]*)$")


def _standing(words: str) -> str:
    """Make a statement of a name and what is said of it: "The rule, which began" → "The rule began"."""
    for pattern, form in _DANGLING:
        match = pattern.match(words)
        if match and not clauses.has_verb(match["who"], 0, len(match["who"])):
            return form.format(**match.groupdict())
    match = _OPENED.match(words)
    if match and not clauses.has_verb(match["who"], 0, len(match["who"])):
        be = "are" if match["who"].endswith("s") else "is"
        return f"{match['who']} {be} {match['deed']}"
    return words


_TELLS = re.compile(
    r"^(?P<head>[^,]{2,60}?\s(?:says?|announces?|confirms?|reports?|warns?|claims?|adds?))\s(?:that\s)?(?P<what>.+)$"
)


def _saying(words: str) -> str:
    """Put what is said to be coming into the same tense: "says that it would close" → "says it will close"."""
    match = _TELLS.match(words)
    if match is None or not clauses.has_verb(match["what"], 0, len(match["what"])):
        return words
    what = re.sub(r"\bwould\b(?! have)", "will", match["what"], count=1)
    return f"{match['head']} {what}"


_WHETHER = re.compile(r"\s(?P<at>into|over|on) whether (?P<who>(?:[A-Z][\w&.’'-]*\s)+)(?=[a-z]).*$")


def _tightened(words: str, told: Told) -> str:
    """Shorten what is too long without losing who and what."""
    if len(words) > LIMIT:
        words = _WHETHER.sub(r" \g<at> \g<who>", words).strip()
    for pattern, short in _SHORTER:
        if len(words) > LIMIT:
            words = pattern.sub(short, words)
    for long, short in lexicon.brief_agencies().items() if len(words) > LIMIT else ():
        words = words.replace(long, short) if long in words else words
    return words


_SHORTER = (
    (re.compile(r"\b(?:chief executive officer|chief executive|Chief Executive Officer|Chief Executive)\b"), "CEO"),
    (re.compile(r"\s(?:Inc|Corp|Ltd|plc|PLC|LLC|Co)\b\.?"), ""),
    (re.compile(r"^The (?=[A-Z][\w’'.-]+ )"), ""),
    (re.compile(r"\bmore than (?=[$€£]?\d)"), "over "),
)


def _raised(words: str) -> str:
    """Begin with a capital, but leave names like iPhone alone."""
    return words if re.match(r"[a-z][A-Z]", words) else words[:1].upper() + words[1:]


def _bare(told: Told) -> str:
    """Give the clause without date, brackets, marks, and what goes before or behind the statement."""
    words = undated.of(told.text, told.span, told.date)
    quoted = _QUOTED.match(words.strip())
    if quoted and (_SAID.search(quoted["who"]) or not clauses.has_verb(quoted["who"], 0, len(quoted["who"]))):
        words = quoted["what"]
    words = _HEADING.sub("", words.strip())
    words = " ".join(_BRACKETS.sub("", _MARKS.sub("", words)).split())
    words = re.sub(r"\s+([,.;:!?])", r"\1", _CELLS.sub(": ", words.strip(" |")))
    words = _led(_IDLE.sub(" ", words.strip(" ,;:.-–—|")))
    trailing = _TRAILING.search(words)
    if trailing and clauses.has_verb(words, 0, trailing.start()):
        words = words[: trailing.start()]
    return words


def _led(words: str) -> str:
    """Take off what leads to a statement: conjunctions, sources, and phrases before the subject."""
    before = None
    while before != words:
        before = words
        lead = _pattern("leading", r"^(?:{})\b(?!['’-])[\s,]*").match(words)
        if lead and not (_THAT.match(words) and subjects.lacks_subject(words[lead.end() :])):
            words = words[lead.end() :]
        words = _pattern("expletive", r"^(?:{})").sub("", words, count=1)
        for name in ("by_the_way", "before_subject"):
            match = _pattern(name, r"^(?:{})\b(?:[^,]|,(?=\d)){{0,110}},\s+").match(words)
            if match and _states(words[match.end() :]):
                words = words[match.end() :]
    return words


_THAT = re.compile(r"that\s", re.IGNORECASE)


def _states(words: str) -> bool:
    """Tell whether words have a subject and a verb."""
    return (
        len(words) > 12
        and not subjects.lacks_subject(words)
        and not re.match(r"(?:and|or|but)\s|\w+ing\s", words)
        and clauses.has_verb(words, 0, len(words))
    )


_SAYING = re.compile(
    r"^(?P<who>[^,]{2,60}?(?:,[^,]{2,60},)?)\s(?:also |has |had |later )*(?:said|says|say|announced|reported|reports|"
    r"stated|revealed|confirmed)"
    r"(?:\s(?:on|in) [A-Z]?\w+)?(?:\s(?:in a (?:statement|filing)|on its website|late|"
    r"early))*\s+(?:that\s+)?(?P<what>(?=it |they |he |she |[A-Z]|the |its |a |an |his |her ).+)$",
)
_WHO_PRONOUN = re.compile(r"^(?:it|they|he|she)\s")
_WHOSE = re.compile(r"^(?:its|their)\s")


def _unsaid(words: str, told: Told) -> str:
    """Drop "X said" before what was said; X stays where a pronoun means it."""
    match = _SAYING.match(words)
    if match is None or told.kind == "statement":
        return words
    what, who = match["what"], match["who"].partition(",")[0]
    if not clauses.has_verb(what, 0, len(what)):
        return words
    if _WHO_PRONOUN.match(what):
        return _WHO_PRONOUN.sub(who + " ", what)
    if told.status is Status.ALLEGED and not _pattern("hears").search(what):
        return what
    return _WHOSE.sub(who + "’s ", what) if len(who) < 30 else what


_ING = re.compile(r"(?P<verb>[a-z]+ing)\s")
_ING_FIRST = re.compile(r"^\w+ing\s(?:[^,]|,(?=\d))+,\s(?=(?P<verb>\w+)\s)")


def _with_subject(words: str, told: Told) -> str:
    """Put the subject before a clause that begins with its verb."""
    if told.span.start <= told.sentence.start:
        return words
    first = _ING_FIRST.match(words)
    if first and clauses.is_finite(first["verb"]):
        words = words[first.end() :]
    to = re.match(r"to have (?=\w+)", words)
    doing = _ING.match(words)
    if not to and not doing and not subjects.lacks_subject(words):
        return words
    subject = subjects.of(told.text, told.sentence, told.span, [told.date] if told.date else [])
    if to:
        said = re.match(r"^(?P<who>.+?)\s(?:is|are|was|were)$", subject)
        subject, words = (said["who"] if said else subject), words[to.end() :]
    if re.match(r"(?:it|we)$", subject, re.IGNORECASE):
        subject = _meant(told) or "It"
    if re.match(r"(?:that|this|there)$", subject, re.IGNORECASE):
        subject = ""
    if not subject:
        company = next((p for p in told.parties if p.type is PartyType.COMPANY), None)
        if company is None or company.found is not Found.INFERRED:
            return words
        subject = company.name
    if doing:
        return tense.finite(words, subject, _names(told)) or words
    return f"{subject} to {words}" if subjects.is_base(words) else f"{subject} {words}"


def _meant(told: Told) -> str | None:
    """Give the company that a pronoun at the head of a clause means; one that is named beside it is another."""
    inferred = (p.name for p in told.parties if p.type is PartyType.COMPANY and p.found is Found.INFERRED)
    return next(inferred, None)


def _named(words: str, told: Told) -> str:
    """Put the name where "it", "its", "the company" or "the shares" opens a clause."""
    company = _meant(told)
    if company is None and re.match(r"(?:we|our)\b", words, re.IGNORECASE):
        company = next(iter({p.name for p in told.parties if p.type is PartyType.COMPANY}), None)
    if company is None or _pattern("nobody", "^(?:{})").match(words):
        return words
    words = re.sub(r"^(?:it|we)(?:\s(?:itself|ourselves))?(?=\s)", company, words, flags=re.IGNORECASE)
    words = re.sub(r"^(?:its|our)\b", f"{company}’s", words, flags=re.IGNORECASE)
    words = _pattern("role", r"^the (?:{})(?:\sitself)?(?=\s(?-i:[a-z(])|['’]s\b)(?!\s(?:that|which|of|behind|in)\b)").sub(
        company, words
    )
    return re.sub(r"^(?:the |its )?(shares|stock)(?=\s(?!of\b|in\b))", rf"{company} \1", words, flags=re.IGNORECASE)


def _without_aside(words: str) -> str:
    """Drop what only describes a name: "Ms Ek, hired from Volvo, resigned" tells that she resigned."""
    match = _APPOSED.match(words)
    if match is not None and not clauses.has_verb(match["who"], 0, len(match["who"])):
        first = _ADVERB.sub("", match["deed"]).split()[0]
        if clauses.is_finite(first) or first in ("settles", "opens", "closes", "plans", "offers", "orders"):
            return f"{match['who']} {match['deed']}"
    aside = _ASIDE.search(words)
    if aside is not None and aside.start() > 6 and len(words) > LIMIT:
        rest = words[aside.end() :]
        if re.match(r"(?:as|to|in|for|from|with|on|at|by|after|of|over|into|under)\s", rest):
            return f"{words[: aside.start()]} {rest}"
    return words


def _briefly(words: str, told: Told) -> str:
    """Name a party without what introduces it: "The ferry operator Stena Line opened" → "Stena Line opened"."""
    for party in told.parties:
        if party.type is not PartyType.COMPANY:
            continue
        match = re.match(
            rf"(?:the|an?)\s(?:(?!of\b|and\b|at\b|in\b|by\b|for\b|from\b)[\w’'-]+\s){{1,5}}(?={re.escape(party.name)}\s(?P<next>[a-z]+)\b)",
            words,
            re.IGNORECASE,
        )
        if match and clauses.is_finite(match["next"]) and not _RANKED.search(match.group()):
            return words[match.end() :]
    return words


_ADVERB = re.compile(r"^(?:now|also|later|then|recently|since|still|[a-z]+ly)\s")
_RANKED = re.compile(r"\b(?:first|second|third|last|only|new|former|largest|biggest|rival)\b", re.IGNORECASE)
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
    if match is None or clauses.has_verb(match["who"], 0, len(match["who"])):
        return re.sub(r"\bwould\b", "will", words, count=1) if told.status is Status.PLANNED else words
    return f"{match['who']} to {words[match.end() :]}"


def _prefix(words: str, told: Told) -> str:
    if told.status is Status.DENIED and not _pattern("denies").search(words):
        return "Denied: "
    before = told.text[told.sentence.start : told.span.start]
    if told.status is Status.ALLEGED or _SAID_TO_BE.search(before):
        return "" if _KEEPS_DOUBT.search(words) else REPORTS
    return ""


_SAID_TO_BE = re.compile(r"\b(?:is|are|was|were) (?:said|believed|thought|rumou?red|reported)\s+$")
_KEEPS_DOUBT = re.compile(
    r"\b(?:rumou?rs?|speculation|sources?|alleg\w+|suspect\w*|claim(?:s|ed)|accus\w+|report(?:s|ed)?|people (?:familiar|close))\b",
    re.IGNORECASE,
)


def _heard(words: str) -> str:
    """Take out the hearsay that "Reports:" tells."""
    words = _pattern("hearsay").sub("", words).strip(" ,")
    words = _pattern("said_to", "{}(?:have )?").sub(" to ", words, count=1) if " to " in words else words
    return words


def _names(told: Told) -> frozenset[str]:
    names = {party.name for party in told.parties}
    return frozenset(
        names | {countries.names_by_code()[c] for c in told.countries if c in countries.names_by_code()}
    )


def _labelled(words: str, told: Told, limit: int) -> str:
    """Put the company before words without a verb: "Douyin: over 400 million"."""
    company = _first_company(told)
    if company is None or words.endswith("…") or clauses.has_verb(words, 0, len(words)) or len(words.split()) > 8:
        return words
    if re.search(rf"\b{re.escape(company.split()[0])}", words):
        return words
    return f"{company}: {words}" if len(company) + 2 + len(words) <= limit else words


def _first_company(told: Told) -> str | None:
    return next((p.name for p in told.parties if p.type is PartyType.COMPANY), None)
