"""A clause compressed to a title: without its date, brackets and sources, with its subject, in the present.

What is told as hearsay, denied or to come keeps saying so. It must not know the templates.
"""

import re
from dataclasses import replace

from explorer.extract import clauses, lexicon
from explorer.extract.place import countries
from explorer.extract.records import Told
from explorer.extract.steps import Steps
from explorer.extract.title import (
    brief,
    cutting,
    doubt,
    fewer,
    frame,
    leading,
    meant,
    naming,
    referents,
    standing,
    stretches,
    tense,
    undated,
    wording,
)
from explorer.extract.title.cutting import LIMIT, shortened
from explorer.extract.title.wording import has_any, pattern
from explorer.model.mention import Span, Status

__all__ = ["LIMIT", "compressed", "shortened"]


def compressed(told: Told) -> Steps[str]:
    """Shorten a clause to at most `LIMIT` letters that state the same."""
    told = stretches.of_one_time(told)
    words = _bare(told)
    if told.span != told.sentence and stretches.is_middle(words, told):
        told = replace(told, span=told.sentence)
        words = _bare(told)
    elif told.span != told.sentence and stretches.breaks_off(words):
        told = replace(told, span=stretches.wider(told, words))
        words = _bare(told)
    yield
    names = _names(told)
    words = standing.stated(frame.aside(naming.opened(words, told), told, names), told, names)
    if told.span.start > told.sentence.start and stretches.is_phrase(words, told):
        told = replace(told, span=Span(told.sentence.start, told.span.end))
        words = _bare(told)
    yield
    words = undated.within(naming.with_subject(_unsaid(words, told), told, names))
    yield
    words = leading.without_aside(naming.named(leading.unled(words), told), names)
    yield
    words = referents.resolved(words, told, names)
    named = meant.by_role(words, told)
    words = named if named and len(named) <= max(LIMIT, len(words)) else words
    yield
    return (yield from as_title(words, told, names))


def bare(told: Told) -> str:
    """Give the words of a clause without its date, brackets and sources."""
    return _bare(told)


def names_of(told: Told) -> frozenset[str]:
    """Give the names of parties and countries, which are singular whatever their last letter."""
    return _names(told)


def as_title(words: str, told: Told, names: frozenset[str]) -> Steps[str]:
    """Give a whole statement as a title: in the present, in its mood, at most `LIMIT` letters."""
    words = naming.briefly(brief.figures(words, told.quantities), told)
    yield
    prefix = doubt.prefix(words, told)
    if prefix == doubt.REPORTS:
        words = doubt.heard(words)
    past = doubt.future(doubt.denial(words, told), told)
    yield
    words = tense.present(past, names)
    yield
    words = undated.trimmed(cutting.whole(_saying(words), is_end=_is_end(told)))
    words = _tightened(words, told)
    yield
    if len(words) > LIMIT - len(prefix):
        words = undated.trimmed(_cut_in_tense(words, past, told, LIMIT - 1 - len(prefix), names))
    yield
    if not words:
        return naming.first_company(told) or "Undated statement"
    words = naming.labelled(words, told, LIMIT - len(prefix))
    if past[:4] == "the " and past[4:12] == words[:8] and len(words) + len(prefix) < LIMIT - 4:
        words = f"the {words}"
    return prefix + _raised(referents.spoken(words, told, LIMIT - len(prefix))).rstrip(",;: ")


def _cut_in_tense(words: str, past: str, told: Told, limit: int, names: frozenset[str]) -> str:
    """Cut words to a length; where they would break off, in the past: its verbs are known better."""
    kept = tense.present(_cut(words, told, limit), names)
    if not kept.endswith("…") or words.startswith(past[:limit]):
        return kept
    again = tense.present(_cut(_tightened(cutting.whole(past), told), told, limit - 1), names)
    return kept if again.endswith("…") else again


def _cut(words: str, told: Told, limit: int) -> str:
    """Cut words to a length, without what is needless where they would break off with it."""
    kept = cutting.whole(cutting.cut_at_boundary(words, limit))
    if _is_whole(kept) and (kept == words or not fewer.is_hollow(kept, words)):
        return kept
    tried, less = {words}, words  # mostly nothing can be taken away
    for less in fewer.of(words, told, limit):
        if less not in tried:
            tried.add(less)
            shorter = cutting.whole(cutting.cut_at_boundary(less, limit))
            if _is_whole(shorter) and not fewer.is_hollow(shorter, less):
                return shorter
    if _is_whole(kept):
        return kept
    loosely = (
        cutting.cut_loosely(whole, limit) for whole in dict.fromkeys((words, less)) if len(whole) > limit
    )
    short = max(next(filter(None, loosely), ""), cutting.cut_short(words, limit), key=len)
    return cutting.whole(short) or cutting.whole(shortened(words, limit))


def _is_whole(words: str) -> bool:
    return words != "" and not words.endswith("…")


_SMALL_FIRST = re.compile(r"[a-z][A-Z]")


def _raised(words: str) -> str:
    """Begin with a capital, but leave names like iPhone alone."""
    return words if words[:1].islower() and _SMALL_FIRST.match(words) else words[:1].upper() + words[1:]


_AGE = re.compile(r"(?<=[a-z]),\s(?:aged\s)?\d{2},\s(?P<next>\w+)")


_LONGEST_ASIDE = 40  # characters
_ASIDE_OPENS = frozenset("a an the who one his her its and chief former".split())


def _unaged(match: re.Match[str]) -> str:
    """Leave out an age, with its commas if the verb follows: "Jo Ek, 48, joined", "Jo Ek, 51, a cook, left"."""
    is_closed = "," in match.string[match.end() : match.end() + _LONGEST_ASIDE]
    opens = match["next"] in _ASIDE_OPENS or (is_closed and match["next"] in ("of", "from"))
    is_aside = opens and not clauses.is_finite(match["next"])
    return f"{', ' if is_aside else ' '}{match['next']}"


_DEAL_OF = re.compile(
    r"^(?:[Tt]he|[Ii]ts|[Aa]n?)\s(?:[a-z]+\s)?(?:sale|takeover|purchase|acquisition|merger|collapse|rescue|bid|break-up|"
    r"flotation|privatisation|nationalisation|listing)\s(?:of|for)\s(?=[A-Z][^,]{2,50},\s(?:which|who)\s)"
)


def _bare(told: Told) -> str:
    words = _AGE.sub(_unaged, undated.of(told.text, told.span, told.date))
    if words.count(",") == 1:
        words = _DEAL_OF.sub("", words)  # "the sale of Acme, which lost $3 M" tells of Acme
    return undated.within(leading.bare(words, is_cut=told.span.start > told.sentence.start))


def _is_end(told: Told) -> bool:
    """Tell whether a clause ends where its sentence does, and not with its date."""
    behind = told.text[told.date.end : told.span.end] if told.date and told.date.end > told.span.start else "x"
    return told.span.end >= told.sentence.end - 1 and bool(behind.strip(" .!?"))


_FIRST = re.compile(r"[A-Z]\w+s\b")


def _names(told: Told) -> frozenset[str]:
    places = countries.names_by_code()
    first = _FIRST.match(told.text, told.span.start, told.span.end)
    if first and wording.place(" " + first.group(), told.text, is_inside=True) is not None:
        return frozenset({first.group()}) | {
            party.name for party in told.parties
        }  # "Threads": a name elsewhere too
    return frozenset(
        {party.name for party in told.parties} | {places[c] for c in told.countries if c in places}
    )


_SAYING = re.compile(
    r"^(?P<who>[^,]{2,60}?(?:,[^,]{2,60},)?)\s(?:also |has |had |later )*(?:said|says|say|announced|reported|"
    r"reports|"
    r"stated|revealed|confirmed)"
    r"(?:\s(?:on|in) [A-Z]?\w+)?(?:\s(?:in a (?:statement|filing)|on its website|late|"
    r"early))*\s+(?:that\s+)?(?P<what>(?=it |they |he |she |[A-Z]|the |its |a |an |his |her ).+)$",
)
_SAY = ("said", "say", "announced", "report", "stated", "revealed", "confirmed")  # one of which it needs
_WAS_DOING = re.compile(r"\b(?:was|were)(?=\s(?:also\s|now\s)?[a-z]{3,}ing\b)")  # "said it was buying Apex"
_PASSIVE_END = re.compile(r"\b(?:was|were|is|are|been|be|that|which|who)$")
_WHO_PRONOUN = re.compile(r"^(?:it|they|he|she)\s")
_WHOSE = re.compile(r"^(?:its|their)\s")


def _unsaid(words: str, told: Told) -> str:
    """Drop "X said" before what was said; X stays where a pronoun means it."""
    if told.kind == "statement" or told.status is Status.DENIED or not has_any(words, _SAY):
        return words
    match = _SAYING.match(words)
    if match is None:
        return words
    what = _WAS_DOING.sub(lambda was: "is" if was.group() == "was" else "are", match["what"], count=1)
    who = match["who"].partition(",")[0]
    if _PASSIVE_END.search(who):
        return words
    first = re.split(r",\s|\s(?:which|who|that)\s", what)[0]
    if pattern("others", r"\b(?:{})\b").search(who):
        return words
    if not cutting.tells(first) and leading.without_aside(what, frozenset()) == what:
        return words
    if _WHO_PRONOUN.match(what):
        return _WHO_PRONOUN.sub(who + " ", what)
    is_pronoun = _WHO_PRONOUN.match(who + " ")
    return _WHOSE.sub(referents.possessive(who) + " ", what) if len(who) < 30 and not is_pronoun else what


_TELLS = re.compile(
    r"^(?P<head>[^,]{2,60}?\s(?P<verb>says?|announces?|confirms?|reports?|warns?|claims?|adds?))\s(?P<that>that\s)?(?P<what>.+)$"
)


_TELL = ("say", "announce", "confirm", "report", "warn", "claim", "add")  # one of which it needs


def _saying(words: str) -> str:
    """Put what is said to be coming into the same tense: "says that it would close" → "says it will close"."""
    match = _TELLS.match(words) if has_any(words, _TELL) else None
    if match is None or not clauses.has_verb(match["what"], 0, len(match["what"])):
        return words
    that = "" if match["verb"].startswith("say") else match["that"] or ""
    what = re.sub(r"\bwould\b(?! have)", "will", match["what"], count=1)
    return f"{match['head']} {that}{what}"


_WHETHER = re.compile(r"\s(?P<at>into|over|on) whether (?P<who>(?:[A-Z][\w&.’'-]*\s)+)(?=[a-z]).*$")
_NOUN_RELATIVE = re.compile(
    r"^(?P<who>(?:the|an?|its)\s[^,]{5,50}?)\s(?:that|which|who)\s(?:was|were|had|has|is|are)\s(?:[\w’'-]+\s){1,4}?"
    r"(?P<deed>(?:was|were|is|are|has|had|will)\s(?:(?:never|not|now|also|been)\s)*\w+(?:ed|en|wn)\b.*)$",
    re.IGNORECASE,
)
_THAT = re.compile(r"\b(confirms|announces|reports|admits|writes|warns)\sthat(?=\s(?:[A-Z]\w+|the|its?)\b)")
_SHORTER = (  # one of the marks is in all words that a pattern finds
    (("hief",), re.compile(r"\b[Cc]hief [Ee]xecutive(?: [Oo]fficer)?\b"), "CEO"),
    (
        ("Inc", "Co", "Ltd", "plc", "PLC", "LLC"),
        re.compile(r",?\s(?:Inc|Corp|Ltd|plc|PLC|LLC|Co)\b(?!-)\.?"),
        "",
    ),
    (("he ",), re.compile(r"^[Tt]he (?=[A-Z][\w’'.-]+ )"), ""),
    ((" active ",), re.compile(r"\b(daily|weekly|monthly|yearly) active (?=users\b)"), r"\1 "),
    (("more than ",), re.compile(r"\bmore than (?=[$€£]?\d)"), "over "),
    (("for the first time",), re.compile(r"\sfor the first time(?=\s)"), ""),
    (("that",), _THAT, r"\1"),
)


def _tightened(words: str, told: Told) -> str:
    """Shorten what is too long without losing who and what."""
    if len(words) <= LIMIT:
        return words
    if " whether " in words:
        words = _WHETHER.sub(r" \g<at> \g<who>", words)
    words = words.strip()
    of = _NOUN_RELATIVE.match(words) if len(words) > LIMIT else None
    if of and not cutting.tells(of["who"]):
        words = f"{of['who']} {of['deed']}"
    for marks, long, short in _SHORTER:
        if len(words) > LIMIT and has_any(words, marks):
            words = long.sub(short, words)
    if len(words) > LIMIT and "that" in words and len(_THAT.sub(r"\1", words)) <= LIMIT:
        words = _THAT.sub(r"\1", words)
    brief_names = lexicon.brief_agencies()
    for party in told.parties if len(words) > LIMIT else ():
        words = words.replace(party.name, brief_names.get(party.name, party.name))
    return words
