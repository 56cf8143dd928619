"""The temporal tagger: finds the words that name a time and says what they mean. Usable by itself.

    from explorer.dates import find
    find("The app was banned last April.", published="2020-09-16")

`finder` is the thread; `languages` hands it the rules, words and guards of a language. A text goes through
these steps, a room each; `lint-imports` holds who may know whom:

1. `grammar` knows letters: `tokens` cuts the text into words and gives each the letter of its concepts
   (`lexicon`, from `resources/dates/`); `rules` finds where the patterns (`pattern`) fit the letters, trying
   all of them at once (`automaton`).
2. `english`, `abroad` and `cjk` hold the patterns. One that fits makes a `Candidate` with a spec (`specs`):
   what the words say, before anything is counted. Their guards throw out what only looks like a date, with
   the reason.
3. `context` reads what stands around: `join` puts neighbours together ("Friday" + "night"), `ranges` finds
   the two ends of ranges, `order` the order of day and month in figures, `tense` the verb, `small_words`
   since and until. What dates count from, publication or the date told before, is the `anchor`: `passages`
   tells where a text tells a story, `entries` which paragraphs are those of a chronicle, and `aside` what a
   story does not go on from. `furniture` finds the dates of running heads.
4. `placing` turns specs into dates: `resolve` hands them to `absolute` for those that name their year,
   `partial` and `part_of_year` for those that do not, `relative` for those counted from another, `fiscal` for
   the periods of business reports; `positions` finds the second week or the last Friday of a period. `values`
   writes TIMEX3, and `wording` says in words what an expression was read as.

`arithmetic` counts in the calendar for all of them, and `timex` is what comes out. `typed` reads what a
person types.

To add a pattern, write a function beside its like in `english`; the docstring gives an example of the words.
What patterns share, and how to read what they captured, is in `english.captures`:

    @rules.add(f"the? eve of {MONTH_AT} DAY:day")
    def eve(match: Match) -> Spec | None:
        \"\"\"The eve of April 15.\"\"\"
        return Calendar(month=month_in(match), day=day_in(match) - 1) if day_in(match) > 1 else None

and a row in a table of `tests/dates/test_finder.py`, with the words that are found, TIMEX3 and EDTF:

    ("Sales began on the eve of April 15.", "the eve of April 15", "2020-04-14", "2020-04-14"),

Capitals name concepts, small letters stand for themselves; the language is described in `pattern`. Of patterns
that fit at the same place the first wins, not the longest: they are tried in the order of `english.rules`, and
in each file from the top. A function that returns None says that the words do not fit after all, and the next
pattern is tried. A new word of an old concept is one line in `resources/dates/en.toml`. `explain` tells what
was read as what, and what was thrown out and why.

Other languages share one grammar of concepts, the room `abroad`: "letztes Jahr", "la semana pasada" and
"minggu lalu" are STEP and UNIT in some order. A new language is a line in `packaging/make_locales.py`, whose
file of words from public data reads months, figures, "yesterday" and "3 years ago", and a file by hand for
the rest; `resources/dates/abroad.toml` tells what each table is for. The small words around a date (since,
to, and) are in the tables of every language, and `context.small_words` reads them.

Chinese and Japanese, which put no space between words, share a cut and a grammar of their own, the room
`cjk`: the words of `zh.toml` and `ja.toml` cut the text, and words that are no dates (青年) protect it.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from explorer.dates.finder import NO_GUIDANCE, explain, find
    from explorer.dates.timex import Expression, Rejected, TimexType
    from explorer.dates.typed import parse_typed, why_not

__all__ = ["NO_GUIDANCE", "Expression", "Rejected", "TimexType", "explain", "find", "parse_typed", "why_not"]


def __getattr__(name: str) -> Any:
    """Load the tagger, with its patterns, when it is first asked for: a window that only shows opens sooner."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from explorer.dates import finder, timex, typed

    return next(getattr(room, name) for room in (finder, timex, typed) if hasattr(room, name))
