"""Who acts in a title: the subject that a cut clause lacks, the name behind "it" or "the company".

It must not know how titles are cut or put into the present.
"""

import re

from explorer.extract import clauses
from explorer.extract.records import Told
from explorer.extract.title import brief, cutting, doer, referents, subjects, tense, view
from explorer.extract.title.wording import any_of, pattern
from explorer.model.mention import Found, PartyType, Quantity

_COMPARING = re.compile(r"(?:up|down|against|compared|versus)\b")
_ING = re.compile(r"(?P<verb>[a-z]+ing)\s(?!\w+ing\b)")
_ING_FIRST = re.compile(r"^\w+ing\s(?:[^,]|,(?=\d))+,\s(?=(?P<verb>\w+)\s)")
_DONE_FIRST = re.compile(
    r"^(?:once |first |long |originally )?(?P<done>(?:(?:had|has|have|was|were|is|are)\s)?(?:[a-z]+(?:ed|en|"
    r"wn)|built|made|sold|held))(?P<rest>\b[^,]*),\s(?=(?P<verb>\w+)\s)"
)
_OF_WHOM = re.compile(
    r"(?P<some>(?:nearly |almost )?(?:all|most|some|many|both|none|few|\w+)) of (?:whom|which)\s", re.I
)
_CONTACT = re.compile(
    r"(?:it|they|he|she|we) (?:had|has|have)\s(?P<done>[a-z]+(?:ed|en|wn|lt|ld|ught|ft))$", re.IGNORECASE
)
_THIRD = re.compile(r"[a-z]{3,}s\s(?:to|that|the|an?|its|their|his|her)\s")
_DONE_BY = re.compile(
    r"^[a-z]+(?:ed|en|wn) by\s"
    r"(?!\d|half|a\s(?:third|quarter|fifth|tenth)|(?:two|three|four|five|some|about|over)\s)"
)
_DONE = re.compile(
    r"^[a-z]+(?:ed|en|wn|ut|lt|ld|de|ght)(?:\s(?:back|down|up|off|out)(?=$|,|\s[a-z]{2}\s)|)"
    r"(?:,|$|\s(?:in|on|at|by|after|before|until|for|from|to|too|as)\b)"
)
_ACTIVE = re.compile(  # "was founded in 1901 and | moved to Leeds": what nobody else does to it
    r"(?:mov|return|disappear|appeal|expir|emerg|report|resign|retir|di|vanish|collaps|arriv|fail|surviv|respond|"
    r"apologis|apologiz|recover|rebound|resum|ceas|agre|grow|remain|liv|work|march|vot|turn|start|end)e?d\b"
)
_PASSIVE_BEFORE = re.compile(r"\b(?:was|were|is|are|been)\s(?:\w+ly\s)?\w+(?:ed|en|wn|ut|lt|ld|de)\b")
_TO_DO = re.compile(r"to (?:be\s[a-z]+|open|begin|start|close|end|replace|run|cost|create|last|make|serve)\b")
_PLACE_LAST = re.compile(r"\s(?:in|at|near)\s(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*$")
_TO_HAVE = re.compile(r"to have (?=\w+)")
_WHOSE = re.compile(r"\bwhose\s*$")
_RELATIVE = re.compile(r"\b(?:which|who|that)\s*$")
_SAID_THAT = re.compile(rf"\b{any_of('says')}\b[^,]{{0,40}}(?:\bthat)?\s*$")


def with_subject(words: str, told: Told, known: frozenset[str]) -> str:
    """Put the subject before a clause that begins with its verb."""
    if told.span.start <= told.sentence.start or _COMPARING.match(words):
        return words
    before = _before(told)
    words = _without_listener(words, before)
    speaker = _speaker(words, told, known)
    if speaker:
        return re.sub(r"^(?:it|they|he|she)\s", speaker + " ", words, flags=re.IGNORECASE)
    first = _ING_FIRST.match(words)
    if first and clauses.is_finite(first["verb"]):
        words = words[first.end() :]
    whom = _OF_WHOM.match(words)
    if whom:
        return f"{whom['some']} of them {words[whom.end() :]}"
    if leaning := _of_noun_before(words, before, known):
        return leaning
    if _THIRD.match(words) and re.search(r"(?:,|\band|\bwhich|\bwho)\s*$", before):
        subject = _of_sentence(told)
        return f"{subject} {words}" if subject and not re.match(r"(?:it|we)$", subject, re.I) else words
    to = _TO_HAVE.match(words)
    is_whose = _WHOSE.search(before) is not None if before.rstrip().endswith("whose") else False
    doing = None if is_whose else _ING.match(words)
    if not to and not doing and not is_whose and not subjects.lacks_subject(words):
        return words
    dates = [told.date] if told.date else []
    subject = subjects.of(told.text, told.sentence, told.span, dates) if doing else _of_sentence(told)
    if to:
        said = re.match(r"^(?P<who>.+?)\s(?:is|are|was|were)$", subject)
        subject, words = (said["who"] if said else subject), words[to.end() :]
    if re.match(r"(?:it|we)$", subject, re.IGNORECASE):
        subject = meant(told) or subject.capitalize()
    if re.match(r"(?:that|this|there|then|now|here|what|who|nobody)$", subject, re.IGNORECASE):
        subject = ""
    is_relative = before.rstrip().endswith(("which", "who", "that")) and _RELATIVE.search(before) is not None
    if re.match(r"(?:was|is|has)\s", words) and tense.passive(subject or "it", known) == "are":
        subject = ""  # "…from app stores, which was to begin": another noun is meant
    subject = subject or (_named_before(told) if is_relative and not doing else _inferred(told))
    if not subject:
        return words
    if doing:
        return tense.finite(words, subject, known) or words
    return joined(subject, words, told, known)


_TOLD_LAST = re.compile(r"\b(?:tells?|told)\s*$")
_LISTENER = re.compile(  # "… has told | investors he wants the bank to grow"
    r"(?:[\w’'-]+\s){1,4}?(?:that\s)?(?=(?:it|they|he|she|its|their|his|her)\s)"
)


def _without_listener(words: str, before: str) -> str:
    listener = _LISTENER.match(words) if before.rstrip().endswith(("tell", "tells", "told")) else None
    return words[listener.end() :] if listener else words


def _of_sentence(told: Told) -> str:
    """Give the subject that a clause without one takes from its sentence."""
    before = _before(told)
    by_the_way = _BY_THE_WAY.fullmatch(before)
    if by_the_way and clauses.is_participle(by_the_way["word"]) and not cutting.tells(by_the_way["who"]):
        return by_the_way["who"]  # "The service, launched in 2015, | is to start"
    subject = doer.of(told.text, told.sentence, told.span) or subjects.of(
        told.text, told.sentence, told.span, [told.date] if told.date else []
    )
    name = _name_ahead(told, before)
    if name and not _TRADE_AHEAD.fullmatch(subject.removesuffix(name)):
        return name
    if subject[:1].isupper() or not view.lacks_subject(subject):
        return subject
    return doer.noun_last(before) if _RELATIVE.search(before) else ""


_BY_THE_WAY = re.compile(r"(?P<who>[A-Z][^,;:]{2,50}),\s(?:\w+ly\s|first\s)?(?P<word>[a-z]+)\s[^;:]*,\s*")
_TRADE_AHEAD = re.compile(  # what may introduce a name: "The late ", "Finance chief ", "China's "
    r"(?:(?!(?:of|off|for|by|with|in|at|on|to|and|time)\b)[\w’'-]+\s){0,3}", re.IGNORECASE
)


def _of_noun_before(words: str, before: str, known: frozenset[str]) -> str:
    """Give what leans on a noun just before: "the mill (they bought)", "a factory in Pune, to open"."""
    alone = _CONTACT.match(words)
    if alone and (noun := subjects.noun_before(before)):
        return f"{noun} {tense.passive(noun, known)} {alone['done']}"
    if _TO_DO.match(words) and before.rstrip().endswith(","):
        noun = subjects.noun_before(_PLACE_LAST.sub("", before.rstrip(" ,")))
        return f"{noun} {words}" if noun else words
    return ""


_DONE_FIRST_WORD = re.compile(r"[A-Z][a-z]+(?:ed|wn|lt|ght|en)\b")
_DONE_OPENS = re.compile(
    r"^(?P<done>(?P<verb>[A-Z][a-z]+(?:ed|wn|lt|ght|en))\b(?!,)[^,]*?)"
    r"(?:,\s(?P<who>[A-Z][\w&’' -]*?|it|the [a-z]+)\s[a-z]+\b.*)?$"
)


def opened(words: str, told: Told) -> str:
    """Of "Founded in 1931, Acme owns a mill" give what is told of the date: "Acme is founded"."""
    match = (
        _DONE_OPENS.match(words) if told.date is not None and told.span.start <= told.sentence.start else None
    )
    if match is None or told.date is None or not clauses.is_finite(match["verb"].lower()):
        return words
    comma = told.text.find(",", told.date.end, told.sentence.end)
    who = match["who"] if match["who"] and match["who"][0].isupper() else meant(told)
    if who is None or comma < 0:
        return words
    done = match["done"][0].lower() + match["done"][1:]
    return f"{who} {tense.passive(who, frozenset({who}))} {done}"


def _before(told: Told) -> str:
    return told.text[told.sentence.start : told.span.start]


def _named_before(told: Told) -> str:
    """Give the name or the noun that stands just before "which" or "who", else "This"."""
    before = _before(told)
    return _name_ahead(told, before) or doer.noun_last(before) or "This"


def _name_ahead(told: Told, before: str) -> str:
    """Give the name that stands just before a relative word, "" where none does; "who" is no company."""
    relative = _RELATIVE.search(before) if before.rstrip().endswith(("which", "who", "that")) else None
    if relative is None:
        return ""
    end = told.sentence.start + len(before[: relative.start()].rstrip(" ,"))
    hit = next((hit for hit in told.names if hit.span.end == end), None)
    is_other = hit is None or ((hit.type is PartyType.PERSON) is not relative.group().strip().endswith("who"))
    return "" if hit is None or is_other else hit.name


def _passive(subject: str, done: str, known: frozenset[str]) -> str:
    return done if " " in done else f"{tense.passive(subject, known)} {done}"


def joined(subject: str, words: str, told: Told, known: frozenset[str]) -> str:
    """Put a subject before a clause that begins with its verb, with "is" where that is a participle."""
    opener = _DONE_FIRST_WORD.match(subject)
    if opener and clauses.is_finite(opener.group().lower()):  # "Built in 1948 and sold in 1989, it …"
        subject = _inferred(told)
        return f"{subject} {tense.passive(subject, known)} {words}" if subject else words
    done = _DONE_FIRST.match(words)
    if done and clauses.is_finite(done["verb"]):
        dates = told.date is not None and told.date.start < told.span.start + done.end()
        words = _passive(subject, done["done"], known) + done["rest"] if dates else words[done.end() :]
    elif _DONE_BY.match(words) or (
        _DONE.match(words)
        and not _ACTIVE.match(words)
        and (_is_behind_passive(told) or _stands_beside(told, subject))
    ):
        words = f"{tense.passive(subject, known)} {words}"
    is_ahead = clauses.leans_on_auxiliary(words) and not words.startswith("have ")
    return f"{subject} to {words}" if is_ahead else f"{subject} {words}"


def _is_behind_passive(told: Told) -> bool:
    """Tell whether a participle goes on with a passive: "was sold in May and | closed in June".

    Not behind an aside: "Acme, which was sold in May, | closed in June".
    """
    before = _before(told)
    return _PASSIVE_BEFORE.search(before) is not None and _RELATIVE_ASIDE.search(before) is None


_RELATIVE_ASIDE = re.compile(r",\s(?:which|who|whose)\b[^;]*,\s*$")


def _stands_beside(told: Told, subject: str) -> bool:
    """Tell whether a participle stands beside its noun: "The inquiry, launched in May, goes on"."""
    before = _before(told).rstrip()
    return before.endswith((",", "(")) and before.rstrip(" ,(").endswith(subject[-12:])


def _speaker(words: str, told: Told, known: frozenset[str]) -> str:
    """Give who said that "it" did something: "The court announced that it will hear" means the court."""
    if _PERSON.match(words) and (who := doer.speaker(told.text, told.sentence, told.span.start)):
        named = (hit.name for hit in told.names if hit.type is PartyType.PERSON and hit.name in who)
        return "" if _NO_PERSON.match(who) else next(named, who)
    if not _PRONOUN.match(words):
        return ""
    if not _SAID_THAT.search(_before(told)) and not _TOLD_LAST.search(_before(told)):
        return ""
    subject = doer.speaker(told.text, told.sentence, told.span.start) or subjects.of(
        told.text, told.sentence, told.span, [told.date] if told.date else []
    )
    is_pronoun = re.match(r"(?:it|they|he|she|we|that|this)?$", subject, re.IGNORECASE) is not None
    is_many = words[:2].lower() != "it"
    return "" if is_pronoun or (tense.passive(subject, known) == "are") is not is_many else subject


_PERSON = re.compile(r"(?:he|she)\s", re.IGNORECASE)
_NO_PERSON = re.compile(r"(?:it|they|he|she|we|I|that|this|its|their|his|her)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:it|they)\s", re.IGNORECASE)


def _inferred(told: Told) -> str:
    company = next((p for p in told.parties if p.type is PartyType.COMPANY), None)
    return company.name if company is not None and company.found is Found.INFERRED else ""


def meant(told: Told) -> str | None:
    """Give the company that a pronoun at the head of a clause means; one that is named beside it is another."""
    inferred = (p.name for p in told.parties if p.type is PartyType.COMPANY and p.found is Found.INFERRED)
    return next(inferred, None)


_AT_IT = re.compile(
    r"(?<=\s)(?P<deed>ban(?:s|ned)?|block(?:s|ed)?|fine[sd]?|sue[sd]?|buys?|bought|acquire[sd]?|against) it$"
)


_SHARES = re.compile(r"^(?:the |its )?(shares|stock)(?=\s(?!of\b|in\b))", re.IGNORECASE)
_WE = re.compile(r"(?:we|our)\b", re.IGNORECASE)
_IT_OR_ITS = re.compile(r"its?\b", re.IGNORECASE)


def named(words: str, told: Told) -> str:
    """Put the name where "it", "its", "the company" or "the shares" opens a clause."""
    company = meant(told)
    is_quoted = told.text[max(0, told.span.start - 1) : told.span.start + 1].lstrip()[:1] in ("“", '"')
    is_we = _WE.match(words) is not None
    if is_we and not is_quoted:
        return words
    if company is None and is_quoted and is_we:
        companies = {p.name for p in told.parties if p.type is PartyType.COMPANY}
        company = companies.pop() if len(companies) == 1 else None
    if company is None or pattern("nobody", "^(?:{})").match(words):
        return words
    if _IT_OR_ITS.match(words) and subjects.means_another(
        told.text, told.sentence.start, told.span.start, company
    ):
        return words
    if words[:1] in "IiWwOo":
        words = re.sub(r"^(?:it|we)(?:\s(?:itself|ourselves))?(?=\s)", company, words, flags=re.IGNORECASE)
        words = re.sub(r"^(?:its|our)\b", referents.possessive(company), words, flags=re.IGNORECASE)
    words = pattern(
        "role", r"^the (?:{})(?:\sitself)?(?=\s(?-i:[a-z(])|['’]s\b)(?!\s(?:that|which|who|of|behind|in)\b)"
    ).sub(company, words)
    if words.endswith(" it"):
        words = _AT_IT.sub(rf"\g<deed> {company}", words)
    return _SHARES.sub(lambda match: f"{company} {match.group(1).lower()}", words)


_RANKED = re.compile(r"\b(?:first|second|third|last|only|new|former|largest|biggest|rival)\b", re.IGNORECASE)
_INTRODUCED = re.compile(
    r"(?:(?:the|an?)\s|(?=[A-Z][a-z]+\s[a-z]))(?:(?!(?:of|and|at|in|by|for|from|that|to|on|with|over|against|between|into|about|under|as)\b)[\w’'-]+\s){1,5}$",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\s(?P<verb>[a-z]+)\b")


def briefly(words: str, told: Told) -> str:
    """Name a party without what introduces it: "The ferry operator Stena Line opened" → "Stena Line opened"."""
    for party in told.parties:
        at = words.find(party.name) if party.type is PartyType.COMPANY else -1
        after = _NEXT.match(words, at + len(party.name)) if at > 0 else None
        if after is None or not _is_verb(after["verb"]):
            continue
        before = words[:at]
        if _INTRODUCED.match(before) and not _RANKED.search(before) and not any(map(_is_verb, before.split())):
            return words[at:]
    return words


def _is_verb(word: str) -> bool:
    return clauses.is_finite(word) or word in clauses.saying() or tense.is_past(word)


def labelled(words: str, told: Told, limit: int) -> str:
    """Put the company before words without a verb: "Douyin: over 400 million"."""
    company = first_company(told)
    if company and _FROM.match(words) and (sum_ := _nearest(told)):
        metric = _metric_before(told)
        deed = "" if metric else deed_before(told)
        title = f"{company} {deed} {brief.amount(told.quantities[0])}" if deed else ""
        title = title or f"{company}: {metric} of {brief.amount(sum_)}"
        return title if metric + deed and len(title) <= limit else f"{company}: {brief.amount(sum_)}"
    if company is not None and (doing := _FOR_DOING.match(words)):
        done = tense.finite(words[doing.end() :], company, frozenset({company}))
        return done if done and len(done) <= limit else words
    if company is None or words.endswith("…") or len(words.split()) > 7:
        return words
    compared = _COMPARED.match(words)
    if compared:
        words = words[compared.end() :]
    elif cutting.tells(words):
        return words
    if not re.search(r"\d", words) or re.search(r"\b(?:it|we|they)\b", words, re.IGNORECASE):
        return words
    if company.split()[0].lower() in words.lower():
        return words
    title = f"{company}: {words}{_unit(words, told)}"
    return title if len(title) <= limit else words


_FOR_DOING = re.compile(r"[Ff]or (?=[a-z]+ing\s)")  # what a fine is for


def _metric_before(told: Told) -> str:
    """Give what a figure is of with which another is compared: "its loss widened from 48 million" → "loss"."""
    found = list(pattern("metrics", r"\b(?:{})\b").finditer(told.text, told.sentence.start, told.span.start))
    return found[-1].group().lower() if found else ""


def deed_before(told: Told) -> str:
    """Give what "it" did with an amount with which another is compared: "it earned $4, (against 3)"."""
    found = _HAD.search(told.text, told.sentence.start, told.span.start)
    return tense.present(f"It {found['deed']} it", frozenset()).split()[1] if found else ""


_HAD = re.compile(
    r"\b[Ii]t (?P<deed>earned|made|lost|had|took|posted|booked|reported|sold|spent|paid)(?=\s[$€£¥₹]?\d)"
)
_BARE_COUNT = re.compile(r"(?:over |more than |about |some |almost |nearly )?[\d.,]+(?: (?:M|bn|tn))?$")


def _unit(words: str, told: Told) -> str:
    """Give what a bare number counts, where the text tells it elsewhere: "Acme: 400 M" → " daily users"."""
    if len(told.quantities) != 1 or not _BARE_COUNT.match(words):
        return ""
    unit = told.quantities[0].unit
    return f" {unit}" if unit.islower() and "/" not in unit else ""


_COMPARED = re.compile(
    r"(?:(?:against|versus|compared (?:with|to)|from|up from|down from|for|at|of|to|with)\s"
    r"(?=\S*\d)(?!.*\bto\b)|"
    r"compared (?:with|to) (?:an?\s)?(?=(?:[a-z-]+\s){1,3}of \S*\d)|"
    r"after (?:an?\s)?(?=(?:[a-z]+\s)?(?:profit|loss|gain|rise|fall)\b))",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:compared\s|up\s|down\s)?(?:from|with|against|than|to|of|versus|after)\s(?:the\s|an?\s)?\S*\d",
    re.IGNORECASE,
)


def _nearest(told: Told) -> Quantity | None:
    """Give the quantity that stands nearest to the date."""
    date = told.date
    if date is None:
        return None
    counts = [q for q in told.quantities if q.unit != "%"] or told.quantities
    return min(counts, key=lambda q: max(q.span.start - date.end, date.start - q.span.end), default=None)


def first_company(told: Told) -> str | None:
    """Give the first company of a clause."""
    return next((p.name for p in told.parties if p.type is PartyType.COMPANY), None)
