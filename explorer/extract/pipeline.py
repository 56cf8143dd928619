"""The thread through the extractor: articles in, their mentions out.

Everything is found once in the whole text (dates, names, countries, quantities, triggers); then each sentence
is cut into candidates, and each candidate becomes a mention with kind, status, parties, places, title, trace.

Articles that are read together go through each of many steps one after the other, and so do the sentences and
the mentions of an article: see `steps`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from explorer.dates import NO_GUIDANCE, explain
from explorer.dates.timex import Expression, Rejected
from explorer.extract import abroad, clauses, confidence, ends, published
from explorer.extract.amount import quantities
from explorer.extract.kept import TOGETHER, forget
from explorer.extract.kind import frames, kinds, likely
from explorer.extract.party import names, parties
from explorer.extract.party.parties import Topic
from explorer.extract.place import countries, places, shared
from explorer.extract.records import (
    Candidate,
    Extraction,
    Found,
    Placed,
    Told,
    Trigger,
    Unused,
    inside,
    whole,
    without,
)
from explorer.extract.steps import Steps, abreast, finished
from explorer.extract.timing import chronicle, dating
from explorer.extract.title import compress, titles
from explorer.extract.voice import attribution, status
from explorer.garbage import uncollected
from explorer.model import edtf
from explorer.model.article import Article
from explorer.model.calendar import DAY_S
from explorer.model.decision import Guidance
from explorer.model.mention import Mention, MentionDate, Party, PartyType, Quantity, Span, Status, mention_id
from explorer.model.when import When
from explorer.text import language
from explorer.text.sentences import sentences

_UNDATED_KINDS = ("ban", "reinstatement", "settlement", "acquisition", "launch", "leadership")
_MOST_UNDATED = 6
_ASKED_FOR = 12  # candidates without a date whose kinds are asked for at once
_UNDATED = 0.45

_TELLING = 4.5  # what a trigger weighs that makes an event of a heading without a verb
_BARE_WORDS = 6  # of a heading at most
_LONG_S = 2 * 366 * DAY_S  # of a time that a heading ends with: it names what is told below of all of it
_LENGTH_TOGETHER = 80_000  # characters of articles that are read together
_STOPS = frozenset(".!?…”\"'’)")
_HEAD = 2_000  # characters in which a headline is looked for
_OPENING = 6  # lines
_FEWEST_WORDS = 3
_CRUMBS = re.compile(r"[>›»|](?:(?<=\s.)\s|(?<=\w>)\w)")  # the mark first: most lines have none


def read_article(article: Article, guidance: Guidance = NO_GUIDANCE) -> Extraction:
    """Read the dated events of an article; a missing title, language or publication date is filled in.

    `guidance` is what a person decided about its dates.
    """
    return read_articles([(article, guidance)])[0]


def read_articles(guided: Sequence[tuple[Article, Guidance]]) -> list[Extraction]:
    """Read articles as `read_article` does, each with what a person decided about its dates, in less time."""
    found: list[Extraction] = []
    for some in _together(guided):
        with uncollected():  # an article leaves no rings of values behind
            found += finished(abreast(_read(article, guidance) for article, guidance in some))
            forget()
    return found


def _together(guided: Sequence[tuple[Article, Guidance]]) -> Iterator[list[tuple[Article, Guidance]]]:
    """Part articles into those that are read together; a long one is read alone, or with few others."""
    some: list[tuple[Article, Guidance]] = []
    length = 0
    for one in guided:
        length += len(one[0].text)
        if some and (len(some) == TOGETHER or length > _LENGTH_TOGETHER):
            yield some
            some, length = [], len(one[0].text)
        some.append(one)
    if some:
        yield some


def _read(incomplete: Article, guidance: Guidance) -> Steps[Extraction]:
    """Read an article."""
    article = completed(incomplete)
    spans = sentences(article.text, article.language)
    yield
    tongue = article.language or "en"
    expressions, rejected = explain(
        article.text, published=article.published, language=tongue, guidance=guidance
    )
    yield
    stamps = published.boilerplate(article.text)
    spans = [piece for span in spans for piece in ends.pieces(article.text, ends.without(stamps, span))]
    stamped = [e for e in expressions if any(e.span.overlaps(s) for s in stamps)]
    telling = tuple(e for e in expressions if e not in stamped) if stamped else tuple(expressions)
    unused = _unused(rejected) + [Unused(e.span, e.text, "it dates the article itself") for e in stamped]
    if article.language != "en":
        return abroad.read(article, spans, telling, unused)
    found = yield from _find(article, spans, telling)
    yield
    maker = _Maker(article, found)
    dated: list[Candidate] = []
    told: list[Candidate] = []
    over: Expression | None = None
    bodies = [sentence for sentence in spans if sentence not in found.headings]
    stated = iter((yield from abreast(dating.candidates(found, sentence) for sentence in bodies)))
    for sentence in spans:
        if sentence in found.headings:
            over, told = found.headings[sentence], []
            continue
        over = found.entries.get(sentence, over)
        candidates, leftover = next(stated)
        unused += leftover
        if over is not None and chronicle.goes_beyond(candidates, over):
            over = None
        told = candidates or dating.carried(found, sentence, told)
        told = told or (chronicle.headed(found, sentence, over) if over else [])
        dated += told
    yield
    mentions = yield from maker.mentions(dated)
    unused += maker.unused
    return Extraction(
        article, tuple(sorted(mentions, key=lambda m: m.span)), tuple(sorted(unused, key=lambda u: u.span))
    )


def completed(article: Article) -> Article:
    """Fill in what an article lacks of title, language and publication date from its words."""
    tongue = article.language or language.detect(article.text)
    title = article.title or _title_of(article.text)
    if article.published is not None:
        return replace(article, language=tongue, title=title)
    inferred = published.infer(article.text, article.url, tongue)
    return replace(
        article,
        language=tongue,
        title=title,
        published=inferred.edtf,
        published_source=inferred.source,
        published_why=inferred.why,
    )


def _title_of(text: str) -> str:
    """Give the first of the opening lines that looks like a headline; breadcrumbs and bullets are none."""
    lines = (line.strip() for line in text[:_HEAD].splitlines() if line.strip())
    for line in islice(lines, _OPENING):
        bare = line.lstrip("# ")
        if line[0] in "•·-*|" or _CRUMBS.search(line) or len(bare.split()) < _FEWEST_WORDS:
            continue
        return bare if 8 <= len(bare) <= 140 and not bare.endswith((".", ":", ";", ",")) else ""
    return ""


def _find(article: Article, spans: Sequence[Span], expressions: tuple[Expression, ...]) -> Steps[Found]:
    text = article.text
    hits = yield from names.finding(text)
    yield
    companies = [hit.span for hit in hits if hit.type is PartyType.COMPANY]
    title = countries.of_title(article.title, {text[start:end] for start, end in companies})
    hits, placed = shared.at_home(text, title, hits, countries.find(text, companies))
    yield
    blocked = [e.span for e in expressions if any(c.isdigit() for c in e.text)] + companies
    measured = quantities.find(text, spans, blocked)
    yield
    headings = chronicle.headings(text, spans, expressions)
    entries = chronicle.entries(text, spans, expressions)
    telling_names = (hit for hit in hits if hit.type is PartyType.COMPANY and not hit.is_source)
    starts = [*(e.span.start for e in expressions), *(hit.span.start for hit in telling_names)]
    telling = _at(spans, starts) if not (headings or entries) else spans
    triggers = [t for sentence in telling for t in frames.find(text, sentence.start, sentence.end)]
    return Found(
        text,
        tuple(spans),
        Placed(expressions),
        Placed(hits),
        Placed(placed),
        Placed(measured),
        Placed(triggers),
        headings,
        entries,
        title,
    )


def _at(spans: Sequence[Span], offsets: Iterable[int]) -> list[Span]:
    """Give the sentences in which offsets lie, or those before them, each once and in order."""
    begins = [span.start for span in spans]
    return [spans[i] for i in sorted({max(0, bisect_right(begins, offset) - 1) for offset in offsets})]


def _unused(rejected: Sequence[Rejected]) -> list[Unused]:
    return [Unused(item.span, item.text, item.why) for item in rejected]


class _Stated(NamedTuple):
    """A candidate with what was found in the words that are left of it without marks at the ends."""

    candidate: Candidate
    span: Span
    triggers: Sequence[Trigger]
    measured: tuple[Quantity, ...]


_Chosen = tuple[_Stated, kinds.Choice]  # a candidate with its kind


def _said(stated: _Stated) -> kinds.Choice:
    """Give the kind of a candidate of which is dated that it was said."""
    trigger = next((t for t in stated.triggers if t.kind == "statement"), None)
    return kinds.Choice("statement", kinds.STRONG, trigger, "statement: that it was said is dated")


def _reached(stated: _Stated, choice: kinds.Choice) -> kinds.Choice:
    """Give the kind of a candidate; a figure with which a target is compared was reached."""
    if choice.kind != "target" or not stated.candidate.is_compared:
        return choice
    kind = "finance" if likely.has_money(quantity.unit for quantity in stated.measured) else "milestone"
    return kinds.Choice(kind, choice.weight, None, f"{kind}: what a target is compared with")


def _whole(candidate: Candidate) -> Candidate | None:
    """Give the sentence of what is told in it by the way: it tells where, if that does not itself."""
    return None if candidate.put is None else replace(candidate, span=candidate.sentence, put=None)


class _Maker:
    """Makes mentions of candidates; remembers what it refused."""

    def __init__(self, article: Article, found: Found) -> None:
        self.article, self.found = article, found
        self.about: Topic = parties.topic(article.text, article.title, found.names)
        self.published: When | None = edtf.parse(article.published) if article.published else None
        self.sources = attribution.Sources(article.text, found.sentences, found.names)
        self.unused: list[Unused] = []

    def mentions(self, candidates: Sequence[Candidate]) -> Steps[list[Mention]]:
        """Give the mentions of dated candidates, and the few strong statements that no date is near to."""
        undated = self._undated({candidate.sentence for candidate in candidates})
        chosen = self._chosen((*candidates, *undated[:_ASKED_FOR]))  # mostly all of them
        yield
        made = yield from self._dated(chosen[: len(candidates)])
        strong = yield from self._strong(chosen[len(candidates) :])
        for at in range(_ASKED_FOR, len(undated), _ASKED_FOR):
            if len(strong) < _MOST_UNDATED:
                strong += yield from self._strong(self._chosen(undated[at : at + _ASKED_FOR]))
        return made + strong[:_MOST_UNDATED]

    def _chosen(self, candidates: Sequence[Candidate]) -> list[_Chosen]:
        """Give candidates with what was found in them and their kinds."""
        stated = list(map(self._stated, candidates))
        return list(zip(stated, self._kinds(stated), strict=True))

    def _dated(self, chosen: Sequence[_Chosen]) -> Steps[list[Mention]]:
        """Give the mentions of dated candidates."""
        telling: list[_Chosen] = []
        for one, choice in chosen:
            date = one.candidate.expression
            if self._tells(one, choice):
                telling.append((one, choice))
            elif date is not None and not one.candidate.is_inherited:
                self.unused.append(Unused(date.span, date.text, "nothing is told of it"))
        made: dict[str, Mention] = {}
        for mention in (yield from self._mentions(telling)):
            made.setdefault(mention.id, mention)
        return list(made.values())

    def _strong(self, chosen: Sequence[_Chosen]) -> Steps[list[Mention]]:
        """Give the first mentions without a date, for the undated tray."""
        told = [pair for pair in chosen if pair[1].kind in _UNDATED_KINDS and self._tells(*pair)]
        mentions = yield from self._mentions(told[:_MOST_UNDATED])
        return [replace(mention, confidence=_UNDATED) for mention in mentions]

    def _undated(self, dated: set[Span]) -> list[Candidate]:
        """Give the sentences without a date that a strong trigger and a company stand in."""
        found = self.found
        strong = Placed(t for t in found.triggers if t.kind in _UNDATED_KINDS and t.weight >= kinds.STRONG)
        sentences = (
            sentence
            for sentence in found.sentences
            if inside(strong, sentence)
            and sentence not in dated
            and not dating.is_question(self.article.text, sentence)
            and self.article.text[sentence.start : sentence.end] != self.article.title
            and any(
                hit.type is PartyType.COMPANY and not hit.is_source for hit in inside(found.names, sentence)
            )
        )
        return [Candidate(one, one, None, None, why=("no date in reach",)) for one in sentences]

    def _stated(self, candidate: Candidate) -> _Stated:
        found, span = self.found, ends.tidied(self.article.text, candidate.span)
        measured = tuple(
            amount
            for amount in inside(found.quantities, span)
            if not any(other.overlaps(amount.span) for other in (*candidate.beside, *candidate.others))
        )
        triggers = inside(found.triggers, span)
        if candidate.others:
            triggers = [t for t in triggers if not any(one.overlaps(t.span) for one in candidate.others)]
        return _Stated(candidate, span, triggers, measured)

    def _mentions(self, chosen: Sequence[_Chosen]) -> Steps[list[Mention]]:
        """Give the mentions of candidates that tell something, each step for all of them before the next."""
        found = self.found
        seen = [found.without(one.candidate.others) if one.candidate.others else found for one, _ in chosen]
        states = [self._status(one, choice) for one, choice in chosen]
        yield
        who = yield from abreast(
            parties.of(one.candidate, beside, self.about, choice.trigger, choice.kind)
            for (one, choice), beside in zip(chosen, seen, strict=True)
        )
        wholes = [_whole(one.candidate) for one, _ in chosen]
        yield
        where = [
            places.of(one.candidate, beside, named, choice.kind)
            or (places.of(whole, beside, named, choice.kind) if whole is not None else ())
            for (one, choice), whole, beside, named in zip(chosen, wholes, seen, who, strict=True)
        ]
        told = list(map(self._told, chosen, states, who, where))
        yield
        named = yield from abreast(map(titles.of, told))
        yield
        sources = [self.sources.of(one.span, one.candidate.sentence) for one, _ in chosen]
        yield
        return list(map(self._mention, chosen, told, named, sources))

    def _told(self, chosen: _Chosen, state: Status, who: tuple[Party, ...], where: tuple[str, ...]) -> Told:
        (candidate, span, _, measured), choice = chosen
        text, date, sentence = self.article.text, candidate.date_span, candidate.sentence
        told = Told(
            text,
            span,
            date,
            choice.kind,
            state,
            who,
            where,
            measured,
            choice.trigger,
            sentence,
            self.found.names,
        )
        told = without(told, candidate.others) if candidate.others else told
        return whole(told, *candidate.put) if candidate.put else told

    def _mention(self, chosen: _Chosen, told: Told, title: str, source: str | None) -> Mention:
        (candidate, span, _, measured), choice = chosen
        features = confidence.features(
            candidate, span, choice.weight, choice.kind, told.status, told.parties, measured, choice.chance
        )
        text = self.article.text
        shown = span if candidate.shown is None else ends.tidied(text, candidate.shown)
        return Mention(
            id=mention_id(self.article.id, shown, candidate.date_span, 0),
            article=self.article.id,
            span=shown,
            quote=text[shown.start : shown.end],
            title=self._own(title, candidate),
            kind=choice.kind,
            status=told.status,
            dates=self._dates(candidate),
            parties=tuple(told.parties),
            countries=tuple(told.countries),
            quantities=measured,
            attribution=source,
            page=self.article.page_of(span.start),
            line=self.article.line_of(span.start),
            confidence=confidence.of(candidate, features),
            why=(choice.why, *candidate.why),
        )

    def _kinds(self, stated: Sequence[_Stated]) -> list[kinds.Choice]:
        """Choose the kinds of candidates together: the network is cheaper so than for one at a time."""
        events = [one for one in stated if not one.candidate.is_statement]
        decided = iter(kinds.decide(list(map(self._asked, events))))
        return [_said(one) if one.candidate.is_statement else _reached(one, next(decided)) for one in stated]

    def _asked(self, stated: _Stated) -> kinds.Asked:
        text, (candidate, span, triggers, measured) = self.article.text, stated
        is_planned = status.is_planned_by_words(text, span)
        basis = candidate.basis
        if basis is not None and (candidate.is_compared or not triggers):
            span, triggers = basis, inside(self.found.triggers, basis)
        return kinds.Asked(text, span, triggers, measured, is_planned, self.article.title)

    def _status(self, stated: _Stated, choice: kinds.Choice) -> Status:
        candidate, span = stated.candidate, stated.span
        if candidate.is_statement:
            return Status.HAPPENED
        return status.of(
            self.article.text,
            span,
            candidate.sentence,
            candidate.when,
            self.published,
            choice.kind,
            choice.trigger.span if choice.trigger else None,
            candidate.date_span,
        )

    def _tells(self, stated: _Stated, choice: kinds.Choice) -> bool:
        """Tell whether a candidate says that something happened: by a telling word, a number or a verb."""
        candidate, weight = stated.candidate, choice.weight
        is_sentence = self.article.text[candidate.sentence.end - 1] in _STOPS  # else it may be a heading
        if not is_sentence and not stated.measured and self._is_bare(stated, choice):
            return False
        if weight >= _TELLING or stated.measured or (weight > 0 and is_sentence):
            return True
        if is_sentence and candidate.sentence in self.found.entries:
            return True
        return clauses.has_verb(self.article.text, candidate.span.start, candidate.span.end)

    def _is_bare(self, stated: _Stated, choice: kinds.Choice) -> bool:
        """Tell whether a line only names what is told below it: "2013: the idea", "Outlook for 2023"."""
        text, span, when = self.article.text, stated.span, stated.candidate.when
        head = stated.candidate.date_span
        if head is None:
            return False
        if when and when.hi_s - when.lo_s > _LONG_S and not text[head.end : span.end].strip(" .:)"):
            return True  # "Key dates for Acme, 2012 to 2024"
        if len(text[span.start : span.end].split()) > _BARE_WORDS:
            return False
        after = re.match(r"\W*", text[head.end : span.end])
        words = head.end + after.end() if after and head.start == span.start else span.start
        is_told = clauses.has_verb(text, span.start, span.end) and not clauses.opens_with_verb(text, words)
        return not is_told and (choice.kind == "target" or words > span.start)

    def _own(self, title: str, candidate: Candidate) -> str:
        """Keep a title from being the article's."""
        if title.casefold() != self.article.title.casefold() or candidate.when is None:
            return title
        return f"{compress.shortened(title, compress.LIMIT - 18)} ({edtf.display(candidate.when)})"

    def _dates(self, candidate: Candidate) -> tuple[MentionDate, ...]:
        if candidate.expression is None or candidate.date_span is None:
            return ()
        words = self.article.text[candidate.date_span.start : candidate.date_span.end]
        own = MentionDate(candidate.when, words, candidate.date_span, candidate.role, candidate.expression.why)
        return (own, *candidate.also)
