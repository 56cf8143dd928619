"""Several companies meant at once: "they", "the two banks", "the former", "the deal".

It must not know whom a word for one company means.
"""

import re
from collections.abc import Sequence

from explorer.extract.party import anaphora, context, roles, standing
from explorer.extract.party.anaphora import Anaphor
from explorer.extract.party.context import Topic
from explorer.extract.records import Found, NameHit
from explorer.model.mention import Span


def of_article(found: Found, about: Topic) -> list[NameHit]:
    """Give the two companies of an article that is about both alike, none of another one."""
    if not about.is_pair:
        return []
    wanted = about.companies[:2]
    return [next(hit for hit in found.names if hit.name == name) for name in wanted]


def first_group(text: str, hits: Sequence[NameHit]) -> list[NameHit]:
    """Give the first of some names with those that "and" or a comma joins to it."""
    group = list(hits[:1])
    for hit in hits[1:]:
        if not roles.along(text, group[-1].span.end, hit.span.start):
            break
        group.append(hit)
    return group


_ASIDE_AND = re.compile(r",[^.;]{2,60},\sand\s(?:[a-z]+\s){0,2}")


def together(found: Found, anaphor: Anaphor) -> list[NameHit]:
    """Give the companies that "they" or "the two banks" mean: told of in one breath shortly before."""
    now = context.sentence_at(found, anaphor.span.start)
    if anaphor.form == "they":
        lead = Span(found.sentences[now].start, anaphor.span.start)
        leads = [lead, found.sentences[now - 1]] if now else [lead]
        before = next((one for span in leads for one in anaphora.find(found.text, span)), None)
        if before is not None and before.form == "many":
            return together(found, before)
    number = _NUMBER.search(found.text, anaphor.span.start, anaphor.span.end)
    if number is not None:
        return _so_many(found, anaphor.span.start, _NUMBERS.index(number.group()) + _FEWEST)
    for hits in context.back(found, anaphor.span.start):
        groups = (first_group(found.text, hits[at:]) for at in range(len(hits)))
        group = next((group for group in groups if len(group) > 1), None)
        is_first = group is not None and group[0] is hits[0]
        if group is not None and (anaphor.form == "many" or is_first or _is_subject(found, group[0])):
            return group
        is_joined = len(hits) == 2 and _ASIDE_AND.fullmatch(found.text, hits[0].span.end, hits[1].span.start)
        if is_joined:
            return hits
        if anaphor.form == "they":
            return []
        if len(hits) == 2:
            return hits
    return []


_NUMBERS, _FEWEST = ("three", "four", "five"), 3
_NUMBER = re.compile(rf"\b(?:{'|'.join(_NUMBERS)})\b")


def _so_many(found: Found, at: int, number: int) -> list[NameHit]:
    """Give the companies that a sentence before a place names in one breath, as many as are asked for."""
    for sentence in reversed(found.sentences[: context.sentence_at(found, at) + 1]):
        hits = context.companies_in(found, Span(sentence.start, min(at, sentence.end)))
        for first in range(len(hits) - number + 1):
            if len(first_group(found.text, hits[first:])) == number:
                return hits[first : first + number]
    return []


def _is_subject(found: Found, hit: NameHit) -> bool:
    sentence = found.sentences[context.sentence_at(found, hit.span.start)]
    return standing.weight(found.text, sentence, hit.span) > standing.OWNER


def former_or_latter(found: Found, anaphor: Anaphor) -> list[NameHit]:
    """Give the company that "the former" or "the latter" means: of the last sentence with several."""
    for hits in context.back(found, anaphor.span.start):
        if len(hits) > 1:
            is_former = found.text[anaphor.span.start : anaphor.span.end].lower().endswith("former")
            return [hits[0] if is_former else hits[-1]]
    return []


def of_joint(found: Found, about: Topic, span: Span) -> list[NameHit]:
    """Give the companies of "the deal" or "the case" of a clause: told of with it before, or the article's two.

    One is enough where the deal is what the clause speaks of.
    """
    if not anaphora.is_joint(found.text, span):
        return []
    hits = next(context.back(found, span.start), [])
    is_enough = len(hits) == 2 or (len(hits) == 1 and anaphora.begins_joint(found.text, span))
    if is_enough:
        return hits
    return of_article(found, about) if anaphora.is_between(found.text, span) else []
