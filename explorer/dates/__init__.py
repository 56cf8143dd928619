"""The temporal tagger: finds the words that name a time and says what they mean. Usable by itself.

    from explorer.dates import find
    find("The app was banned last April.", published="2020-09-16")

A text goes through these steps, one module each:

1. `tokens` cuts it into words and gives each the letter of its concepts (`lexicon`, from `resources/dates/`).
2. `grammar` scans the letters with the patterns of `numeric_rules`, `relative_rules`, `calendar_rules`,
   `duration_rules` and `vague_rules`; a pattern makes a `Candidate` with a spec (`specs`): what the words say.
3. `join` puts neighbours together ("Friday" + "night"), `guards` throws out what only looks like a date.
4. `ranges` finds the two ends of ranges.
5. `resolve` (with `partial`, `arithmetic`, `tense`) turns specs into dates, counted from the `anchor`: the
   publication date, or the date that the story last told. `values` writes TIMEX3.

`finder` is the thread through all of them; `typed` reads what a person types.

To add a pattern, write a function below its like; the docstring gives an example of the words:

    @rules.add("the? eve of MONTH:month DAY:day")
    def eve(match: Match) -> Spec | None:
        \"\"\"The eve of April 15.\"\"\"
        return Calendar(month=month_in(match), day=day_in(match) - 1)

Capitals name concepts, small letters stand for themselves; the language is described in `grammar`. A new
word of an old concept is a line in `resources/dates/en.toml`. A function that returns None says that the
pattern does not fit after all, and the next one is tried.
"""

from explorer.dates.finder import explain, find
from explorer.dates.timex import Expression, Rejected, TimexType
from explorer.dates.typed import parse_typed

__all__ = ["Expression", "Rejected", "TimexType", "explain", "find", "parse_typed"]
