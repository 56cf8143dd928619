"""Chinese and Japanese for the finder: how texts are cut, the rules, what verbs say of time."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from explorer.dates.cjk import lengths
from explorer.dates.cjk import rules as cjk_rules
from explorer.dates.cjk.tokens import NUMERALS, cjk_tokenise, cutter, folded
from explorer.dates.context.tense import AHEAD, BACK, UNKNOWN
from explorer.dates.english import calendar_rules, numeric_rules, vague_rules
from explorer.dates.grammar.lexicon import Lexicon, tables
from explorer.dates.grammar.pattern import literals
from explorer.dates.grammar.rules import Grammar, Rule
from explorer.dates.grammar.tokens import Tokens

LANGUAGES = frozenset(("zh", "ja"))

# Figures, and English dates that name their year, are read in any text.
_ANYWHERE = ("iso date", "numeric date", "compact date", "day month and year", "month and year")
_STOP = re.compile(r"[!?;\n]")
_REACH = 60  # characters on either side that may hold a verb


@cache
def _compiled(language: str) -> tuple[Grammar, re.Pattern[str]]:
    """Compile the rules of a language, and the expression that cuts its texts at the words of the rules."""
    words = tables(language) | {"HAN": dict.fromkeys(NUMERALS, "")}
    anywhere = (*numeric_rules.rules.rules, *calendar_rules.rules.rules)
    rules: list[Rule] = [
        *lengths.away.rules,
        *cjk_rules.rules.rules,
        *[rule for rule in anywhere if rule.name in _ANYWHERE],
        *lengths.lengths.rules,
        *vague_rules.phrase_rules(words.get("phrases", {}), words.get("present", {}).get("words", [])),
    ]
    lexicon = Lexicon(words, set().union(*(literals(rule.pattern) for rule in rules)))
    return Grammar(rules, lexicon), cutter([*lexicon.letters, *words["DECOY"]["words"].split()])


def grammar(language: str) -> Grammar:
    """Give the rules of a language."""
    return _compiled(language)[0]


def tokenise(text: str, language: str) -> Tokens:
    """Cut a text of one of the languages; its tokens hold the text folded, of the same length."""
    rules, cut = _compiled(language)
    return cjk_tokenise(folded(text, tables(language)), rules.lexicon, cut)


@cache
def tense_of(language: str) -> Callable[[Tokens, int, int], int]:
    """Give the function that tells whether the sentence of a date looks back or ahead, by its nearest cue."""
    words: dict[str, Any] = tables(language)
    sides = dict.fromkeys(words["BACK"], BACK) | dict.fromkeys(words["AHEAD"], AHEAD)
    cue = re.compile("|".join(sorted(map(re.escape, sides), key=len, reverse=True)))

    def tense(tokens: Tokens, first: int, last: int) -> int:
        text, start, end = tokens.text, tokens.starts[first], tokens.ends[last - 1]
        left = _STOP.split(text[max(0, start - _REACH) : start])[-1]
        right = _STOP.split(text[end : end + _REACH])[0]
        near = [(len(left) - found.end(), sides[found[0]]) for found in cue.finditer(left)]
        near += [(found.start(), sides[found[0]]) for found in cue.finditer(right)]
        return min(near)[1] if near else UNKNOWN

    return tense
