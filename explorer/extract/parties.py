"""The parties of an event: those named in its clause, and those meant by a pronoun, a role word or the topic.

Most companies of an event do not stand in its sentence: the subject of the sentences before, and what the
article is about, supply them. It must not know how names are found.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.extract.records import Candidate, Found, NameHit, Trigger, inside
from explorer.model.mention import Found as How
from explorer.model.mention import Party, PartyRole, PartyType

_PRONOUN = re.compile(
    r"\b(?:it|its|itself|they|their|them|we|our|us|he|she|his|her|the (?:company|firm|group|carrier|airline|"
    r"bank|lender|automaker|carmaker|retailer|chain|platform|app|"
    r"service|maker|giant|network|insurer|manufacturer|operator|developer|drugmaker|chipmaker|startup|"
    r"start-up|business|brand|website|site|social network|"
    r"conglomerate|miner|broker|exchange|thrift|utility|stock|shares|software giant|tech giant|search giant|"
    r"product|game|studio|publisher|union|parent|official|unit))\b",
    re.IGNORECASE,
)
_VENUE_BEFORE = re.compile(
    r"\b(?:from|on|in|via|through|by|at|of)\s+(?:the\s|its\s|Apple['’]s\s|Google['’]s\s|both\s)?(?:[\w ]+ and "
    r"(?:the )?)?$",
    re.IGNORECASE,
)
_COMPETITOR = re.compile(
    r"\b(?:rivals?|competitors?|competition|competing|compete|like|unlike|such as|including|similar to|"
    r"compared (?:with|to)|than|challenge|owner of|formerly of)\s+(?:of\s|from\s|with\s|to\s|the\s|against\s|"
    r"by\s|is\s)?(?:\w+\s)?$",
    re.IGNORECASE,
)
_FORMER = re.compile(r"\b(?:former|ex-)\s?$|['’]s\s+former\b", re.IGNORECASE)
_POSSESSOR = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True)
class Topic:
    """What an article is about: its companies by weight, the heaviest first."""

    companies: tuple[str, ...]
    is_certain: bool = False  # one company clearly leads

    @property
    def main(self) -> str | None:
        """Give the company that an article without a better hint means."""
        return self.companies[0] if self.companies else None


def topic(text: str, title: str, names: Sequence[NameHit]) -> Topic:
    """Weigh the companies of an article: the title and the lead count more than the rest."""
    weights: Counter[str] = Counter()
    lead = min(len(text), 600)
    for hit in names:
        if hit.type is not PartyType.COMPANY or hit.is_source or hit.is_venue:
            continue
        weights[hit.name] += 3 if hit.span.start < lead else 2
        if hit.name.lower() in title.lower() or text[hit.span.start : hit.span.end].lower() in title.lower():
            weights[hit.name] += 1
    ranked = weights.most_common()
    is_certain = bool(ranked) and (len(ranked) == 1 or ranked[0][1] >= 1.3 * ranked[1][1])
    return Topic(tuple(name for name, _ in ranked), is_certain)


def of(
    candidate: Candidate, found: Found, about: Topic, trigger: Trigger | None, kind: str
) -> tuple[Party, ...]:
    """Give the parties of a candidate, the named ones first."""
    hits = [hit for hit in inside(found.names, candidate.span) if not hit.is_source]
    parties: dict[str, Party] = {}
    for hit in hits:
        if hit.type is PartyType.COMPANY and not _takes_part(
            found.text, candidate, hit, kind, is_topic=hit.name == about.main
        ):
            continue
        role = _role(hit, trigger, parties)
        parties.setdefault(hit.name, Party(hit.name, hit.type, role, How.NAMED, hit.is_new))
    if not _has_company(parties):
        meant = _meant(candidate, found, about)
        if meant is not None:
            parties.setdefault(meant.name, meant)
        return tuple(parties.values())
    missing = _missing(candidate, found, about, kind, parties)
    if missing is not None:
        parties.setdefault(missing.name, missing)
    return tuple(parties.values())


def _missing(
    candidate: Candidate, found: Found, about: Topic, kind: str, parties: dict[str, Party]
) -> Party | None:
    """Give the party that a clause leaves out though it names another: subject, or other side of a deal."""
    if candidate.span != candidate.sentence and _begins_meant(candidate, found.text):
        subject = _subject_before(candidate, found)
        if subject is not None:
            return Party(subject.name, subject.type, PartyRole.ACTOR, How.INFERRED, subject.is_new)
    named = [
        hit
        for hit in inside(found.names, candidate.span)
        if hit.name in parties and hit.type is PartyType.COMPANY
    ]
    is_one_sided = kind == "acquisition" and len({hit.name for hit in named}) == 1
    behind = _BACKGROUND.search(found.text, candidate.span.start, candidate.span.end)
    is_background = kind in _LAW and behind is not None and all(h.span.start > behind.start() for h in named)
    if about.main is not None and about.is_certain and (is_one_sided or is_background):
        return Party(about.main, PartyType.COMPANY, PartyRole.TARGET, How.INFERRED)
    return None


_LAW = ("ban", "reinstatement", "settlement", "legal")
_BACKGROUND = re.compile(
    r"\b(?:after|following|amid|in response to|on a complaint|at the request of)\b", re.IGNORECASE
)


def _has_company(parties: dict[str, Party]) -> bool:
    return any(party.type is PartyType.COMPANY for party in parties.values())


def _takes_part(text: str, candidate: Candidate, hit: NameHit, kind: str, *, is_topic: bool) -> bool:
    before = text[max(candidate.sentence.start, hit.span.start - 50) : hit.span.start]
    if hit.is_venue and (
        _VENUE_BEFORE.search(before) or kind not in ("ban", "legal", "settlement", "launch", "acquisition")
    ):
        return (
            kind in ("ban", "reinstatement")
            and not re.search(r"\b(?:from|via)\b[^,]{0,20}$", before)
            and hit.span.start == candidate.span.start
        )
    if _FORMER.search(before) or re.match(r"['’]s?\s+former\b", text[hit.span.end : hit.span.end + 12]):
        return False
    if hit.is_product and not is_topic:
        return False
    if kind in _FIGURES and _behind_cause(text, candidate, hit):
        return False
    return not (_COMPETITOR.search(before) and hit.span.start > candidate.span.start + 10)


_FIGURES = ("finance", "milestone", "target")
_CAUSE = re.compile(
    r"\b(?:after|following|amid|because of|on (?:the|news|reports?|fears|hopes))\b", re.IGNORECASE
)


def _behind_cause(text: str, candidate: Candidate, hit: NameHit) -> bool:
    """Tell whether a name only stands in the cause of a figure: "shares fell after Acme's bid"."""
    return bool(_CAUSE.search(text, candidate.span.start + 1, hit.span.start))


def _role(hit: NameHit, trigger: Trigger | None, parties: dict[str, Party]) -> PartyRole:
    if trigger is None:
        return PartyRole.OTHER
    if hit.span.start < trigger.span.start:
        return PartyRole.OTHER if any(p.role is PartyRole.ACTOR for p in parties.values()) else PartyRole.ACTOR
    return PartyRole.OTHER if any(p.role is PartyRole.TARGET for p in parties.values()) else PartyRole.TARGET


def _begins_meant(candidate: Candidate, text: str) -> bool:
    """Tell whether a clause cut out of its sentence lacks its own subject."""
    return bool(
        re.match(
            r"(?:which|who|whose|also|then|later|its|it|has|had|have|was|were|is|will|would|[a-z]+(?:ed|"
            r"ing))\b",
            text[candidate.span.start : candidate.span.end],
        )
    )


def _meant(candidate: Candidate, found: Found, about: Topic) -> Party | None:
    """Give the company that a clause without one means: the subject told last, else the topic."""
    employer = _employer(candidate, found)
    if employer is not None:
        return Party(employer.name, PartyType.COMPANY, PartyRole.OTHER, How.INFERRED, employer.is_new)
    hit = _subject_before(candidate, found)
    pronoun = _PRONOUN.search(found.text, candidate.span.start, candidate.span.end)
    if hit is not None and (
        pronoun is not None
        or hit.name in about.companies[:2]
        or candidate.span != candidate.sentence
        or not about.is_certain
    ):
        return Party(hit.name, PartyType.COMPANY, PartyRole.OTHER, How.INFERRED, hit.is_new)
    if about.main is not None:
        return Party(about.main, PartyType.COMPANY, PartyRole.OTHER, How.INFERRED)
    return None


def _employer(candidate: Candidate, found: Found) -> NameHit | None:
    """Give the company with which the person of a clause was introduced: the nearest one in that sentence."""
    person = next((hit for hit in inside(found.names, candidate.span) if hit.type is PartyType.PERSON), None)
    if person is None:
        return None
    first = next(hit for hit in found.names if hit.name == person.name)
    sentence = next((s for s in found.sentences if s.start <= first.span.start < s.end), candidate.sentence)
    firms = [
        h
        for h in inside(found.names, sentence)
        if h.type is PartyType.COMPANY and not h.is_source and not h.is_venue
    ]
    return min(firms, key=lambda hit: abs(hit.span.start - first.span.start), default=None)


_REACH = 700  # characters back, about five sentences


def _subject_before(candidate: Candidate, found: Found) -> NameHit | None:
    """Give the company spoken of last before a clause; subjects of sentences before names in passing."""
    floor = candidate.span.start - _REACH
    best: tuple[float, NameHit] | None = None
    starts = [s.start for s in found.sentences if floor <= s.start <= candidate.span.start]
    for hit in found.names:
        if hit.span.start >= candidate.span.start or hit.span.end < floor:
            continue
        if hit.type is not PartyType.COMPANY or hit.is_source or hit.is_venue or hit.is_product:
            continue
        opened = max((s for s in starts if s <= hit.span.start), default=floor)
        is_subject = hit.span.start - opened < 40 and not _POSSESSOR.match(found.text, hit.span.end)
        back = sum(1 for s in starts if s > hit.span.start)
        is_same = hit.span.start >= candidate.sentence.start
        score = (3.0 if is_subject else 1.0) + 2.0 * is_same - 0.8 * back - 0.004 * (hit.span.start - opened)
        if best is None or score >= best[0]:
            best = (score, hit)
    return best[1] if best else None
