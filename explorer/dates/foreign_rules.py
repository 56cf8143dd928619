"""Patterns of dates in other languages: found here by their looks, read by dateparser.

Months, weekdays and their order are in the language's file and read by `calendar_rules`; what is left are its
phrases ("vor zwei Jahren") and, for a language without a file, a word between a day and a year.
"""

from explorer.dates.grammar import Match, Rule
from explorer.dates.specs import Spec, Written

UNKNOWN_MONTH = "DAY .? ANY YEAR"


def written(match: Match) -> Spec | None:
    """Vor zwei Jahren; 15 kwietnia 2019."""
    return Written(match.tokens.between(match.first, match.last))


def rules(phrases: list[str]) -> list[Rule]:
    """Make a rule of every phrase of a language's file; without a file, of a day, any word and a year."""
    return [Rule("words of the language", phrase, written) for phrase in phrases or [UNKNOWN_MONTH]]
