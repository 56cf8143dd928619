"""The grammar of all languages but English: the same patterns over each language's own words.

Patterns name concepts only (STEP, AGO_BEFORE, QUARTER ...), so that one reads "letztes Jahr", "la semana
pasada" and "minggu lalu". A language without words of its own gets figures, and the months of English.
"""

from typing import Any

from explorer.dates.abroad import calendar, relative
from explorer.dates.abroad.words import expanded
from explorer.dates.english import numeric_rules, period_rules, vague_rules, year_rules
from explorer.dates.grammar.rules import Rule
from explorer.dates.grammar.tokens import spaced


def rules(words: dict[str, Any]) -> list[Rule]:
    """Give the rules of a language with these words."""
    anywhere = (*numeric_rules.rules.rules, *period_rules.rules.rules, *year_rules.rules.rules)
    phrases = {
        kind: {spaced(phrase): value for phrase, value in table.items()}
        for kind, table in words.get("phrases", {}).items()
    }
    present = [spaced(phrase) for phrase in words.get("present", {}).get("words", [])]
    made = [
        *vague_rules.phrase_rules(phrases, present),
        *(rule for rule in anywhere if rule.is_universal),
        *calendar.rules.rules,
        *relative.rules.rules,
    ]
    return [Rule(rule.name, expanded(rule.pattern, words), rule.meaning, rule.mod) for rule in made]
