"""The languages: where the rules, the words, the guards and the tense of each come from."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from explorer.dates.abroad import guards as guards_abroad
from explorer.dates.abroad import rules as abroad
from explorer.dates.abroad import words as words_abroad
from explorer.dates.abroad import written
from explorer.dates.abroad.tense import tense_of
from explorer.dates.cjk import language as cjk
from explorer.dates.context.small_words import Context
from explorer.dates.context.tense import tense
from explorer.dates.english import rules as english
from explorer.dates.english.guards import objection
from explorer.dates.grammar.lexicon import Lexicon, tables
from explorer.dates.grammar.pattern import literals
from explorer.dates.grammar.rules import Grammar
from explorer.dates.grammar.tokens import Tokens, tokenise
from explorer.dates.specs import Candidate


@dataclass(frozen=True, slots=True)
class Language:
    """What the finder needs to know of a language."""

    grammar: Grammar
    context: Context
    tokenise: Callable[[str], Tokens]
    objection: Callable[[Candidate, Tokens, frozenset[int]], str | None]
    tense: Callable[[Tokens, int, int], int]
    is_month_first: bool = False
    tells_deadlines: bool = False  # its tense knows what "by" and "until" look ahead to


@cache
def grammar(code: str) -> Grammar:
    """Give the rules of a language, compiled once."""
    if code in cjk.LANGUAGES:
        return cjk.grammar(code)
    words = _tables(code)
    rules = english.rules(words) if code == "en" else abroad.rules(words)
    if code != "en" and not words_abroad.is_known(code):
        rules += written.rules(code)
    return Grammar(rules, Lexicon(words, set().union(*(literals(rule.pattern) for rule in rules))))


@cache
def language_of(code: str) -> Language:
    """Give what is known of a language by its code, "de" or "en"."""
    words, rules = _tables(code), grammar(code)
    context, cut = Context.of(words, has_articles=code == "en"), partial(tokenise, lexicon=rules.lexicon)
    if code == "en":
        return Language(rules, context, cut, objection, tense, is_month_first=True, tells_deadlines=True)
    if code in cjk.LANGUAGES:
        cut = partial(cjk.tokenise, language=code)
        return Language(rules, Context.of({}), cut, objection, cjk.tense_of(code))
    guards = partial(guards_abroad.objection, words=words)
    return Language(rules, context, cut, guards, tense_of(frozenset(words["AHEAD"])))


def _tables(code: str) -> dict[str, Any]:
    return tables(code) if code == "en" or code in cjk.LANGUAGES else words_abroad.tables(code)
