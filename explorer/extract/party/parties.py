"""The parties of an event: those named in its clause, and those meant by a pronoun, a role word or the topic.

Most companies of an event do not stand in its sentence: the subject of the sentences before, and what the
article is about, supply them. It must not know how names are found.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from explorer.extract import clauses
from explorer.extract.party import (
    anaphora,
    context,
    groups,
    openings,
    partaking,
    roles,
    salience,
    strangers,
    subjects,
    trades,
)
from explorer.extract.party.anaphora import Anaphor
from explorer.extract.party.context import Spoken
from explorer.extract.party.context import Topic as Topic  # the other readers take it from here
from explorer.extract.party.subjects import Subject
from explorer.extract.records import Candidate, Found, NameHit, Placed, Trigger, inside
from explorer.extract.steps import Steps
from explorer.model.mention import Found as How
from explorer.model.mention import Party, PartyRole, PartyType, Span

_MEANT = re.compile(
    r"(?:which|who|whose|also|then|later|its|it|has|had|have|was|were|is|will|would|[a-z]+(?:ed|ing))\b"
)
_TITLED = 5  # what the only company of a title weighs more
_LEADS = 1.75  # how much heavier than the next a company must be to be what the article is about


def topic(text: str, title: str, names: Sequence[NameHit]) -> Topic:
    """Weigh the companies of an article: the title and the lead count more than the rest."""
    weights: Counter[str] = Counter()
    lead = min(len(text), 600)
    firms = [h for h in names if h.type is PartyType.COMPANY and not h.is_source and not h.is_venue]
    told = {hit.name for hit in firms if not hit.is_product}
    heading = title.lower()
    titled: set[str] = set()
    for hit in firms:
        if hit.name not in told:  # a Boeing in a story makes no story about Boeing
            continue
        weights[hit.name] += 3 if hit.span.start < lead else 2
        if hit.name.lower() in heading or text[hit.span.start : hit.span.end].lower() in heading:
            weights[hit.name] += 1
            titled.add(hit.name)
    if len(titled) == 1:
        weights[titled.pop()] += _TITLED
    ranked = weights.most_common()
    is_certain = bool(ranked) and (len(ranked) == 1 or ranked[0][1] >= _LEADS * ranked[1][1])
    weight = [count for _, count in ranked] + [0, 0]
    is_pair = len(ranked) > 1 and weight[1] >= 0.5 * weight[0] and weight[2] <= 0.6 * weight[1]
    return Topic(tuple(name for name, _ in ranked), is_certain, is_pair, trades.told(text, names))


def of(
    candidate: Candidate, found: Found, about: Topic, trigger: Trigger | None, kind: str
) -> Steps[tuple[Party, ...]]:
    """Give the parties of a candidate: who is meant by its subject, who is named, who is meant besides."""
    hits = partaking.of(candidate, found, about, kind)
    yield
    told = roles.voice(found.text, candidate.span, trigger)
    yield
    given = roles.of(found.text, candidate.span, hits, told)
    named = {hit.name: Party(hit.name, hit.type, given[hit.name], How.NAMED, hit.is_new) for hit in hits}
    yield
    meant = _meant(candidate, found, about, kind, hits, told)
    other = _other_before(candidate, found)
    if other is not None and other.name not in named:
        if other.type is not PartyType.PERSON:
            meant = {
                name: replace(party, role=PartyRole.TARGET) if party.role is PartyRole.ACTOR else party
                for name, party in meant.items()
            }
        role = roles.subject(told)
        meant[other.name] = Party(other.name, other.type, role, How.INFERRED, other.is_new)
    first = {name: party for name, party in meant.items() if party.role is roles.subject(told)}
    return tuple({**(first if _has_company(named) else {}), **named, **meant, **named}.values())


def _other_before(candidate: Candidate, found: Found) -> NameHit | None:
    """Give the authority or person that a clause leaves out as its subject: "The court sat and | will rule"."""
    start, head = candidate.span.start, candidate.sentence.start
    if start == head or not clauses.opens_with_verb(found.text, start):
        return None
    first = next(iter(inside(found.names, Span(head, start))), None)
    is_head = first is not None and not clauses.has_verb(found.text, head, first.span.start)
    return first if first is not None and is_head and first.type is not PartyType.COMPANY else None


def _meant(
    candidate: Candidate,
    found: Found,
    about: Topic,
    kind: str,
    hits: Sequence[NameHit],
    told: roles.Voice | None,
) -> dict[str, Party]:
    """Give the companies that a clause means without naming them, by name."""
    firms = Placed(hit for hit in hits if hit.type is PartyType.COMPANY)
    parties: dict[str, Party] = {}
    opening = openings.of(candidate, found, about)
    if opening is not None and all(hit.name != opening.hit.name for hit in firms):
        hit = opening.hit
        return {hit.name: Party(hit.name, hit.type, opening.role, How.INFERRED, hit.is_new)}
    resumed = openings.of_resumed(candidate, found, about)
    if resumed is not False:
        if resumed is not None:
            return _inferred([resumed], told)
        lead = Span(candidate.sentence.start, candidate.span.start)
        aside = {hit.name for hit in inside(found.names, lead)}
        meant = {} if firms else _unspoken(candidate, found, about, kind, told)
        return {name: party for name, party in meant.items() if name not in aside}
    joint = [] if firms or kind in partaking.FIGURES else groups.of_joint(found, about, candidate.span)
    if joint and anaphora.begins_joint(found.text, candidate.span):
        return _inferred(joint, told)
    for anaphor in anaphora.find(found.text, candidate.span):
        if inside(firms, anaphor.span):
            continue  # "the Acme app"
        for hit in _told_by(anaphor, candidate, found, about, firms):
            role = _role_of(anaphor, candidate, found, kind, told)
            parties.setdefault(hit.name, Party(hit.name, hit.type, role, How.INFERRED, hit.is_new))
        if parties and anaphor.form != "noun":
            break
    if parties:
        return parties | _other_side(candidate, found, about, kind, {hit.name for hit in firms} | set(parties))
    if firms:
        missing = _missing(candidate, found, about, kind, firms, told)
        return {} if missing is None else {missing.name: missing}
    if kind not in partaking.FIGURES and (several := joint or _of_whole(candidate, found)):
        return _inferred(several, told)
    if (leant := _subject_before(candidate, found, about)) is not None:
        return _inferred([leant], told)
    return _unspoken(candidate, found, about, kind, told)


def _other_side(
    candidate: Candidate, found: Found, about: Topic, kind: str, names: set[str]
) -> dict[str, Party]:
    """Give the other side of a deal of which a clause means one: "its bid for the airline", "paid … for it"."""
    if kind not in partaking.DEALS or len(names) != 1:
        return {}
    hits: list[NameHit] = []
    for anaphor in anaphora.find(found.text, candidate.span):
        if _PART_BEFORE.search(found.text, max(0, anaphor.span.start - 30), anaphor.span.start):
            hits = hits or salience.meant_by(anaphor, found, about, frozenset(names))
    if not hits and _STAKE.search(found.text, *candidate.span):
        told = [one.hit for one in _spoken(found, about, candidate) if one.hit.name not in names]
        hits = told[:1]
    return {hit.name: Party(hit.name, hit.type, PartyRole.TARGET, How.INFERRED, hit.is_new) for hit in hits}


def _inferred(hits: Sequence[NameHit], told: roles.Voice | None) -> dict[str, Party]:
    """Give companies that a clause means as its subject, by name."""
    role = roles.subject(told)
    return {hit.name: Party(hit.name, hit.type, role, How.INFERRED, hit.is_new) for hit in hits}


def _told_by(
    anaphor: Anaphor, candidate: Candidate, found: Found, about: Topic, firms: Sequence[NameHit]
) -> list[NameHit]:
    """Give the companies of an anaphor that are not named in its clause."""
    is_its = found.text[anaphor.span.start : anaphor.span.end].lower() == "its"
    if is_its and any(_IS_NAMED.fullmatch(found.text, anaphor.span.end, hit.span.start) for hit in firms):
        return []  # "Its sister paper, Acme, closed"
    before = [hit for hit in firms if hit.span.end <= anaphor.span.start]
    if before and anaphor.form in ("it", "they", "other") and not _is_dealt_in(found.text, anaphor):
        return []
    if before and anaphor.form in ("noun", "many") and not _is_object(found.text, anaphor, before[-1]):
        return []
    if firms and anaphor.form == "it" and not strangers.is_free(anaphor, found):
        return []
    if _is_office(anaphor, found) or (not firms and strangers.is_of_another(anaphor, found)):
        return []
    named = frozenset(hit.name for hit in firms)
    subject = groups.first_group(found.text, before)
    hits = salience.meant_by(anaphor, found, about, frozenset(hit.name for hit in subject))
    return [hit for hit in hits if hit.name not in named]


def _is_dealt_in(text: str, anaphor: Anaphor) -> bool:
    """Tell whether "it" is what a firm named before buys, and so another: "paid $2 million for it"."""
    start, end = anaphor.span
    return text[start:end] in ("it", "them") and bool(_PART_BEFORE.search(text, max(0, start - 30), start))


def _is_office(anaphor: Anaphor, found: Found) -> bool:
    return anaphor.form == "it" and strangers.is_office(anaphor, found)


def _subject_before(candidate: Candidate, found: Found, about: Topic) -> NameHit | None:
    """Give whom the head of a sentence means on which a clause leans: "The airline … and closed"."""
    if candidate.span.start - candidate.sentence.start < _LEAST_BEFORE:
        return None
    lead = Span(candidate.sentence.start, candidate.span.start)
    if context.companies_in(found, lead):
        return None
    if subjects.of(found, candidate.span, is_cut=True) is not Subject.LEANING:
        return None
    anaphor = next((one for one in anaphora.find(found.text, lead) if one.form in ("it", "noun")), None)
    if anaphor is None or anaphor.span.start - lead.start > _LEAST_BEFORE:
        return None
    return next(iter(salience.meant_by(anaphor, found, about)), None)


def _of_whole(candidate: Candidate, found: Found) -> list[NameHit]:
    """Give the companies of a sentence to which a clause only adds when or how: "… in a joint letter"."""
    lead = Span(candidate.sentence.start, candidate.span.start)
    words = _SMALL_WORD.findall(found.text, *candidate.span)
    if any(clauses.is_finite(word) and not _may_be_noun(word) for word in words):
        return []
    told = context.companies_in(found, lead)
    return told if len(told) > 1 else []


_SMALL_WORD = re.compile(r"\b[a-z]+\b")


def _may_be_noun(verb: str) -> bool:
    """Tell whether a form of a verb is a noun's too: "raids", "post"."""
    return verb in clauses.bases() or verb.removesuffix("s") in clauses.bases()


_LEAST_BEFORE = 12  # characters of a subject and its verb
_IS_NAMED = re.compile(r"(?:\s[a-z-]+){1,4},\s")
_VERB_BEFORE = re.compile(r"(\w+)\s$")
_PART_BEFORE = re.compile(
    r"(?:\b(?:stakes?|shares?|interest|holding|control|per ?cent|merger|talks|deal)|%)\s(?:of|in|with)\s$"
    r"|\b(?:offer(?:ed)?|bid|paid|pay|(?:m|b)illion)\sfor\s$"
)


def _is_object(text: str, anaphor: Anaphor, before: NameHit) -> bool:
    """Tell whether a role word is the object of a verb, so that the subject named before it is another."""
    start = anaphor.span.start
    if _PART_BEFORE.search(text, max(0, start - 30), start):
        return True
    verb = _VERB_BEFORE.search(text, max(before.span.end, start - 20), start)
    if verb is None or verb[1] in clauses.saying():
        return False
    return clauses.is_finite(verb[1]) or verb[1] in clauses.bases()


def _role_of(
    anaphor: Anaphor, candidate: Candidate, found: Found, kind: str, told: roles.Voice | None
) -> PartyRole:
    """Give the role of who is meant: the subject's before the verb, else the role of one acted on."""
    is_owner = found.text[anaphor.span.start : anaphor.span.end].lower() in ("its", "their", "our")
    is_gapped = clauses.opens_with_verb(
        found.text, candidate.span.start
    )  # "… and | sold it to Apex": the subject
    if told is None or is_owner or anaphor.span.start < told.verb.start or is_gapped:
        return roles.subject(told)
    return PartyRole.TARGET if not told.is_passive else PartyRole.OTHER


_STANDS_OUT = 1.0  # the weight from which a name told before is meant by a clause that points back to none
_IN_MIND = -0.5  # the weight from which what an article is about is meant by clauses of any kind
_OF_ITSELF = ("other", "statement")  # kinds that need no company
_OF_ANYONE = ("launch",)  # kinds that need somebody, who may be no company: "the school opened"


def _unspoken(
    candidate: Candidate, found: Found, about: Topic, kind: str, told: roles.Voice | None
) -> dict[str, Party]:
    """Give the company of a clause with no word for any: of its person, of what was just told, or the topic."""
    role = (
        PartyRole.TARGET if kind in _LAW else PartyRole.ACTOR if kind in partaking.FIGURES else PartyRole.OTHER
    )
    if told is not None and clauses.opens_with_verb(found.text, candidate.span.start):
        role = roles.subject(told)  # "cut its forecast in May and | raised 30 million in June"
    hit = _employer(candidate, found, about, kind)
    if hit is None:
        hit = _last_or_topic(candidate, found, about, kind)
        is_own = hit is not None and (hit.span.start < candidate.sentence.start or _is_joined(candidate, found))
        if is_own and _is_of_another(candidate, found, about, kind):
            return {}
    if hit is None:
        return {}
    return {hit.name: Party(hit.name, PartyType.COMPANY, role, How.INFERRED, hit.is_new)}


_JOINED = re.compile(r"(?:,\s(?:and|but|while)|;(?:\s(?:and|but))?)\s$")


def _is_joined(candidate: Candidate, found: Found) -> bool:
    """Tell whether a clause is joined to the one before it in its sentence as one of the same rank."""
    start = candidate.span.start
    return _JOINED.search(found.text, max(candidate.sentence.start, start - 8), start) is not None


def _is_of_another(candidate: Candidate, found: Found, about: Topic, kind: str) -> bool:
    """Tell whether a clause has a subject of its own that is nobody's told before."""
    meant = anaphora.find(found.text, candidate.span)
    if kind not in _AGAINST and any(strangers.is_of_another(anaphor, found) for anaphor in meant):
        return True
    subject = subjects.of(found, candidate.span, is_cut=candidate.span != candidate.sentence)
    if subject is Subject.STRANGER:  # an office is somebody's
        return kind != "leadership" or not about.is_certain
    if subject is Subject.AUTHORITY:
        return True
    return subject is Subject.OTHER and kind in (*_LAW, *_OF_ITSELF)


def _last_or_topic(candidate: Candidate, found: Found, about: Topic, kind: str) -> NameHit | None:
    """Give the company that stands out before a clause, else the topic, as far as the clause needs one."""
    spoken = _spoken(found, about, candidate)
    last = spoken[0] if spoken else None
    if last is not None and last.weight >= _STANDS_OUT:
        return last.hit if _goes_on(candidate, found, about, kind, last.hit) else None
    if not about.is_certain:
        is_main = last is not None and last.hit.name == about.main
        return last.hit if last and is_main and kind == "leadership" else None  # an office is somebody's
    main = next((one for one in spoken if one.hit.name == about.main), None)
    if (main is None or main.weight < _IN_MIND) and kind in (*_LAW, *_OF_ITSELF, *_OF_ANYONE):
        return None
    return next((hit for hit in found.names if hit.name == about.main), None)


_HE = re.compile(r"(?:\w+, )?(?:he|she|his|her)\b", re.IGNORECASE)  # of whose firm was told just before


def _goes_on(candidate: Candidate, found: Found, about: Topic, kind: str, hit: NameHit) -> bool:
    """Tell whether a clause without a word for any company goes on about one told of before.

    A passer-by is forgotten when its sentence ends; figures and persons lean on the sentence before.
    """
    if hit.name == about.main or hit.span.start >= candidate.sentence.start or kind in partaking.FIGURES:
        return True
    return _HE.match(found.text, candidate.span.start, candidate.span.end) is not None


def _spoken(found: Found, about: Topic, candidate: Candidate) -> list[Spoken]:
    """Give the companies spoken of before a candidate, the weightiest first."""
    return _firms_before(found, about, candidate.span.start)


def _firms_before(found: Found, about: Topic, at: int) -> list[Spoken]:
    return [one for one in salience.spoken(found, about, at) if one.hit.type is PartyType.COMPANY]


_TWO_SIDED = ("acquisition", "partnership")  # kinds of which one alone is no party
_OTHER_SIDE = 2.0  # the weight from which a name told before is the other side of a deal


def _missing(
    candidate: Candidate,
    found: Found,
    about: Topic,
    kind: str,
    firms: Sequence[NameHit],
    told: roles.Voice | None,
) -> Party | None:
    """Give the party that a clause leaves out though it names another: subject, or other side of a deal."""
    names = {hit.name for hit in firms}
    has_subject = firms[0].span.start < candidate.span.start  # "Acme, which closed"
    is_cut = candidate.span != candidate.sentence and _begins_meant(candidate, found.text) and not has_subject
    is_one_sided = len(names) == 1 and (kind in _TWO_SIDED or (has_subject and kind in partaking.DEALS))
    if (is_cut and not _is_authority_meant(candidate, found)) or is_one_sided:
        others = [one for one in _spoken(found, about, candidate) if is_cut or one.hit.name not in names]
        last = next(iter(others), None)
        if last is not None and last.hit.name not in names and (is_cut or last.weight >= _OTHER_SIDE):
            leads = is_cut or clauses.opens_with_verb(found.text, candidate.span.start)
            role = roles.subject(told) if leads else PartyRole.OTHER
            return Party(last.hit.name, last.hit.type, role, How.INFERRED, last.hit.is_new)
    behind = _BACKGROUND.search(found.text, candidate.span.start, candidate.span.end) if kind in _LAW else None
    is_background = behind is not None and all(hit.span.start > behind.start() for hit in firms)
    has_stake = len(names) == 1 and _STAKE.search(found.text, *candidate.span) is not None
    is_own = (
        about.main is not None
        and (about.is_certain or has_stake)
        and not context.is_in_other_item(found, about, candidate.span.start)
    )
    if is_own and (is_one_sided or is_background or has_stake):
        return Party(str(about.main), PartyType.COMPANY, PartyRole.TARGET, How.INFERRED)
    return None


# a stake without a word of in whom is one in the firm that is told of
_STAKE = re.compile(
    r"\b(?:the|its|their|an?) (?:[\d.]+ ?(?:%|per ?cent) )?(?:stake|holding|shareholding)\b(?! in\b)"
)


def _is_authority_meant(candidate: Candidate, found: Found) -> bool:
    """Tell whether the "it" of a clause is an authority of which its sentence speaks."""
    first = next(anaphora.find(found.text, candidate.span), None)
    is_it = first is not None and first.form == "it" and first.span.start == candidate.span.start
    return is_it and first is not None and not strangers.is_free(first, found)


_AGAINST = ("ban", "reinstatement")  # kinds of which a company is the object: "Nepal lifted its ban"
_LAW = ("ban", "reinstatement", "settlement", "legal")
_BACKGROUND = re.compile(
    r"\b(?:after|following|amid|in response to|on a complaint|at the request of)\b", re.IGNORECASE
)


def _has_company(parties: dict[str, Party]) -> bool:
    return any(party.type is PartyType.COMPANY for party in parties.values())


def _begins_meant(candidate: Candidate, text: str) -> bool:
    """Tell whether a clause cut out of its sentence lacks its own subject."""
    return _MEANT.match(text, candidate.span.start, candidate.span.end) is not None


def _employer(candidate: Candidate, found: Found, about: Topic, kind: str) -> NameHit | None:
    """Give the company with which the person of a clause was introduced: the nearest one in that sentence."""
    at = _introduced(candidate, found, kind)
    if at is None:
        return None
    firms = [
        hit
        for hit in inside(found.names, found.sentences[context.sentence_at(found, at)])
        if hit.type is PartyType.COMPANY
        and not (hit.is_source or hit.is_venue or partaking.was_left(found.text, hit))
    ]
    if not firms and kind == "leadership" and at < candidate.sentence.start:  # an office is somebody's
        told = _firms_before(found, about, at)
        return told[0].hit if told and told[0].weight >= _STANDS_OUT else None
    return min(firms, key=lambda hit: abs(hit.span.start - at), default=None)


def _introduced(candidate: Candidate, found: Found, kind: str) -> int | None:
    """Give where the person of a clause was told of first; one who leaves an office may be a mere name."""
    person = next((hit for hit in inside(found.names, candidate.span) if hit.type is PartyType.PERSON), None)
    if person is not None:
        return next(hit.span.start for hit in found.names if hit.name == person.name)
    name = subjects.stranger(found, candidate.span) if kind == "leadership" else None
    before = re.search(rf"\b{re.escape(name)}\b", found.text[: candidate.sentence.start]) if name else None
    return before.start() if before is not None else None
