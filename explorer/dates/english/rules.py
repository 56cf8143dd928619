"""The grammar of English: what the modules of patterns hold, in the order in which they are tried."""

from typing import Any

from explorer.dates.english import (
    calendar_rules,
    clock_rules,
    duration_rules,
    numeric_rules,
    period_rules,
    position_rules,
    relative_rules,
    report_rules,
    vague_rules,
    year_rules,
)
from explorer.dates.grammar.rules import Rule


def rules(words: dict[str, Any]) -> list[Rule]:
    """Give the rules of English with these words, in the order in which they are tried."""
    phrases = vague_rules.phrase_rules(words.get("phrases", {}), words.get("present", {}).get("words", []))
    return [
        *numeric_rules.rules.rules,
        *clock_rules.rules.rules,
        *[rule for rule in phrases if rule.name == "holiday"],
        *position_rules.rules.rules,
        *report_rules.rules.rules,
        *relative_rules.rules.rules,
        *calendar_rules.rules.rules,
        *period_rules.rules.rules,
        *year_rules.rules.rules,
        *duration_rules.rules.rules,
        *[rule for rule in phrases if rule.name != "holiday"],
        *vague_rules.rules.rules,
    ]
