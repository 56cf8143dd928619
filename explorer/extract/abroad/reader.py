"""The thread through an article in another language: what was found in it made mentions.

Where no file tells the words of kinds, every dated sentence is a mention of kind "other", which the reading
account says in words.
"""

from collections.abc import Sequence
from dataclasses import replace

from explorer.dates.timex import Expression
from explorer.extract import confidence
from explorer.extract.abroad import clauses, figures, meant, names, places, speakers, status, titles, triggers
from explorer.extract.abroad.words import Tongue, tongue
from explorer.extract.kind.kinds import STRONG
from explorer.extract.party import parties
from explorer.extract.party.parties import Topic
from explorer.extract.place import dateline
from explorer.extract.records import Candidate, Extraction, Found, Placed, Trigger, Unused, inside
from explorer.extract.steps import finished
from explorer.model import edtf
from explorer.model.article import Article, DateSource
from explorer.model.mention import Mention, MentionDate, PartyType, Span, mention_id
from explorer.model.when import When

_BASE, _STEP = 0.5, 0.05  # of a mention whose kind no words tell
_BARE = 0.45  # of one without anybody, anywhere or anything measured, where kinds can be told
_SAYING, _SAYING_WIDE = 70, 24  # letters of a clause that only tells who said it
_MARKS = " \t\n,;:*•·–—-，；、"


def read(
    article: Article, sentences: Sequence[Span], expressions: Sequence[Expression], unused: Sequence[Unused]
) -> Extraction:
    """Make mentions of the dated sentences of an article that has its language filled in."""
    code = article.language
    stamp = _stamp(article)
    sentences = [_without(stamp, sentence) for sentence in sentences]
    left = [
        *unused,
        *(Unused(e.span, e.text, "it dates the article itself") for e in expressions if e.span == stamp),
    ]
    found = _find(article.text, sentences, [e for e in expressions if e.span != stamp], code)
    about = parties.topic(article.text, article.title, found.names)
    published = edtf.parse(article.published) if article.published else None
    mentions: dict[str, Mention] = {}
    for sentence in sentences:
        if not inside(found.expressions, sentence):
            continue
        candidates, leftover = clauses.candidates(found, sentence, code)
        left += leftover
        candidates, said = _without_saying(found, candidates, code)
        left += said
        for candidate in candidates:
            mention = _mention(article, found, about, published, candidate)
            mentions.setdefault(mention.id, mention)
    return Extraction(
        _accounted(article, tongue(code)),
        tuple(sorted(mentions.values(), key=lambda m: m.span)),
        tuple(sorted(left, key=lambda u: u.span)),
    )


def _stamp(article: Article) -> Span | None:
    """Give the place of the line that dates the article itself."""
    stated = dateline.stated(article.text, article.language)
    return stated[2] if stated and article.published_source is not DateSource.UNKNOWN else None


def _without(stamp: Span | None, sentence: Span) -> Span:
    """Take a dateline off the head of a sentence."""
    is_at_head = stamp is not None and sentence.start <= stamp.start < stamp.end < sentence.end
    return Span(stamp.end, sentence.end) if stamp is not None and is_at_head else sentence


def _accounted(article: Article, words: Tongue) -> Article:
    if words.has_kinds:
        return article
    told = f"kinds of events are not told in {words.name}: each dated sentence is shown as “other”"
    return article if told in article.warnings else replace(article, warnings=(*article.warnings, told))


def _without_saying(
    found: Found, candidates: list[Candidate], code: str
) -> tuple[list[Candidate], list[Unused]]:
    """Leave out the clauses that only say when the rest was said: "…, teilte der Konzern am Dienstag mit"."""
    longest = _SAYING if tongue(code).is_spaced else _SAYING_WIDE
    kept, said = [], []
    for one in candidates:
        spoken = inside(found.triggers, one.span)
        is_short = len(candidates) > 1 and one.span.end - one.span.start <= longest
        is_saying = spoken and all(t.kind == "statement" for t in spoken) and spoken[0].weight >= STRONG
        if is_short and is_saying and one.expression is not None:
            said.append(
                Unused(one.expression.span, one.expression.text, "it dates what is said, not what is told")
            )
        else:
            kept.append(one)
    return kept, said


def _find(text: str, sentences: Sequence[Span], expressions: Sequence[Expression], code: str) -> Found:
    hits = names.find(text, code)
    companies = [hit.span for hit in hits if hit.type is PartyType.COMPANY]
    bare = Found(text, tuple(sentences), Placed(expressions), Placed(hits))
    dated = [sentence for sentence in sentences if inside(bare.expressions, sentence)]
    blocked = [e.span for e in expressions if any(c.isdigit() for c in e.text)] + companies
    measured = figures.find(text, dated, blocked, code)
    where = places.find(text, companies, [one.span for one in measured], code)
    return replace(
        bare,
        countries=Placed(where),
        quantities=Placed(figures.placed(measured, (hit.code for hit in where), code)),
        triggers=Placed(trigger for sentence in dated for trigger in triggers.find(text, sentence, code)),
    )


def _mention(
    article: Article, found: Found, about: Topic, published: When | None, candidate: Candidate
) -> Mention:
    text, code, span = article.text, article.language, _tidied(article.text, candidate.span)
    measured = tuple(inside(found.quantities, span))
    kind, weight, trigger = "other", 0.0, None
    hints = status.said(text, span, code)
    if tongue(code).has_kinds:
        spoken = inside(found.triggers, span)
        is_planned = status.is_planned(hints, candidate.when, published)
        chosen = triggers.choose(text, span, spoken, measured, code, is_planned=is_planned)
        kind, weight, trigger = chosen.kind, chosen.weight, chosen.trigger
    who = finished(parties.of(candidate, found, about, trigger, kind))
    is_told = trigger is not None or bool(measured)
    who = meant.kept(who, found, span, code, is_told=is_told)
    where = places.of(candidate, found, who, kind)
    state = status.of(hints, candidate.when, published, kind)
    return Mention(
        id=mention_id(article.id, span, candidate.date_span, 0),
        article=article.id,
        span=span,
        quote=text[span.start : span.end],
        title=titles.of(
            text,
            span,
            candidate.date_span,
            code,
            is_cut=span.start > candidate.sentence.start,
            names=[hit.span for hit in inside(found.names, span)],
            amounts=[quantity.span for quantity in measured],
            verb=trigger.span if trigger is not None else None,
        ),
        kind=kind,
        status=state,
        dates=_dates(text, candidate),
        parties=who,
        countries=where,
        quantities=measured,
        attribution=speakers.of(text, candidate.sentence, code),
        page=article.page_of(span.start),
        line=article.line_of(span.start),
        confidence=(
            confidence.of(candidate, confidence.features(candidate, span, weight, kind, state, who, measured))
            if weight > 0
            else _sure(bool(who or where) + bool(measured), tongue(code))
        ),
        why=(_because(text, kind, trigger, tongue(code)), *candidate.why),
    )


def _sure(told: int, words: Tongue) -> float:
    """Give how sure a sentence without a trigger is an event: by who and how much it tells."""
    return _BARE if words.has_kinds and not told else round(_BASE + _STEP * told, 2)


def _because(text: str, kind: str, trigger: Trigger | None, words: Tongue) -> str:
    if not words.has_kinds:
        return f"other: kinds of events are not told in {words.name}"
    if trigger is None:
        return f"{kind}: by what is measured or for want of a better word"
    return f"{kind}: “{text[trigger.span.start : trigger.span.end]}”"


def _dates(text: str, candidate: Candidate) -> tuple[MentionDate, ...]:
    if candidate.expression is None or candidate.date_span is None:
        return ()
    span = candidate.date_span
    return (
        MentionDate(
            candidate.when, text[span.start : span.end], span, candidate.role, candidate.expression.why
        ),
    )


def _tidied(text: str, span: Span) -> Span:
    """Take white space, list marks and commas off the ends of a span."""
    start, end = span
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in " \t\n,;，；":
        end -= 1
    return Span(start, end)
