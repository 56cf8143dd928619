"""Whether what a clause tells took place: happened, planned, alleged or denied, by its words and its date."""

import re

from explorer.extract import clauses
from explorer.extract.voice import scope
from explorer.extract.voice.hedges import any_of, hedge, listed
from explorer.extract.voice.scope import Scope
from explorer.model.mention import Span, Status
from explorer.model.when import When

_NEAR_S = 14 * 86_400  # an accusation is news, what somebody is accused of is older
_NEGATION_REACH = 40  # characters from "did not" to the event


def is_planned_by_words(text: str, span: Span) -> bool:
    """Tell whether a clause speaks of what is to come."""
    return bool(hedge("planned").search(text[span.start : span.end]))


def of(
    text: str,
    span: Span,
    sentence: Span,
    when: When | None,
    published: When | None,
    kind: str,
    trigger: Span | None = None,
    date: Span | None = None,
) -> Status:
    """Judge a clause in its sentence; `trigger` is what tells the event, `date` the words that date it."""
    if kind == "statement":  # what is said may not have happened, that it was said has
        trigger = None
    told = scope.of(text, span, sentence, trigger, date)
    if _is_denied(told, kind):
        return Status.DENIED
    is_old = when is not None and published is not None and when.hi_s <= published.lo_s - _NEAR_S
    if _is_alleged(told, kind, is_old=is_old):
        return Status.ALLEGED
    if _is_ahead(when, published):
        return Status.PLANNED
    if span.start > sentence.start and clauses.leans_on_auxiliary(text[span.start : span.end]):
        span = Span(sentence.start, span.end)  # "would buy … and discontinue …": the auxiliary stands before
        told = scope.of(text, span, sentence, trigger, date)
    is_over = when is not None and published is not None and when.hi_s <= published.lo_s
    return Status.PLANNED if _is_planned(told, kind, is_over=is_over) else Status.HAPPENED


def _is_denied(told: Scope, kind: str) -> bool:
    return _is_told_not_to_be(told, kind) and not hedge("not_denied").search(
        told.words
    )  # a court denies a motion


def _is_told_not_to_be(told: Scope, kind: str) -> bool:
    denials = any_of("denial", "unstate", "wrong", "undone", "negated", "nobody", "nothing")
    if not denials.may_match(told.words) and not denials.may_match(told.lead):
        return False
    is_led = told.led_by(hedge("denial")) and not _WHO_LAST.search(told.lead)
    if is_led or told.search(hedge("unstate")):
        return True
    denial = told.search(hedge("denial"))
    if denial is not None and not _is_by_the_way(told, denial):
        return True
    if any(not told.is_beside(cue) for cue in hedge("wrong").finditer(told.words)):
        return True
    if kind in listed("measured"):
        return False
    undone = hedge("undone").search(told.words)
    if undone and told.event and not hedge("bound_undone").search(told.words, told.event[1], undone.start()):
        return True
    if hedge("put_off").search(told.words):
        return False
    return _is_negated(told) or any(told.search(hedge(name)) for name in ("nobody", "nothing"))


_WHO_LAST = re.compile(r",\s(?:who|which)\s[^,]*,\s*$")
_WHO = re.compile(r",\s(?:who|which)\s(?:\w+\s){0,2}$")


def _is_by_the_way(told: Scope, cue: re.Match[str]) -> bool:
    """Tell whether only an aside denies: "the two, who deny the charges, will appear in court"."""
    if _WHO.search(told.words, 0, cue.start()) is None:
        return False
    comma = told.words.find(",", cue.end())
    return comma >= 0 and (told.event is None or told.event[0] > comma)


def _is_negated(told: Scope) -> bool:
    """Tell whether "did not" stands right before the event, or in the main clause where no trigger tells it."""
    for cue in hedge("negated").finditer(told.words):
        if told.event is None:
            if cue.group()[:2] in ("di", "ha", "ne") and told.reaches(cue):
                return True  # not "was not": what follows may be a mere quality
            continue
        start, end = told.event
        is_near = 0 <= start - cue.end() <= _NEGATION_REACH and told.reaches(cue)
        if is_near or start <= cue.start() < end or told.quotes(cue):
            return True
    return False


def _is_alleged(told: Scope, kind: str, *, is_old: bool) -> bool:
    """Tell whether hearsay tells a clause; `is_old` where its date is not that of fresh news."""
    hearsay = any_of("nameless", "hearsay", "unproven", "signed")
    if not any(map(hearsay.may_match, (told.words, told.lead, told.tail))):
        return False
    if told.led_by(hedge("nameless")) or told.search(hedge("nameless")) or told.is_signed(hedge("nameless")):
        return True
    if kind == "legal":  # an accusation is the event itself, unless the date is that of the deed
        cue = told.search(hedge("unproven"))
        if is_old and cue is not None and told.date is not None and told.date >= cue.end():
            return True
        heard = told.search(hedge("hearsay"))
        deed = told.date if told.event is None else told.event[0]
        return heard is not None and deed is not None and heard.end() <= deed
    is_estimated = kind in listed("estimated")
    if not is_estimated and (
        told.led_by(hedge("unproven")) or told.led_by(hedge("signed")) or told.is_signed(hedge("signed"))
    ):
        return True
    cues = [cue for name in ("hearsay", "unproven") for cue in hedge(name).finditer(told.words)]
    return any(
        told.reaches(cue) and not (is_estimated and hedge("estimates").search(cue.group())) for cue in cues
    )


def _is_planned(told: Scope, kind: str, *, is_over: bool) -> bool:
    cue = told.search(hedge("future"))
    if kind == "target":
        if cue is None and hedge("attained").search(told.words):
            return False
        return cue is not None or not is_over or bool(hedge("aims").search(told.words))
    if cue is not None:
        return not _is_long_past(told.words)
    if any(told.date is None or told.date - fixed.end() < 6 for fixed in hedge("fixed").finditer(told.words)):
        return True
    if kind not in listed("deeds") or told.event is None:
        return False
    return bool(hedge("possible").search(told.words, 0, told.event[0]))


def _is_ahead(when: When | None, published: When | None) -> bool:
    return when is not None and published is not None and when.lo_s >= published.hi_s and not when.is_open_start


def _is_long_past(words: str) -> bool:
    """Tell whether a future was spoken of in a past clause that also tells what was done."""
    return bool(hedge("done").search(words)) and not _SAID.search(words)


_SAID = re.compile(r"\b(?:said|says|announced|told)\b")
