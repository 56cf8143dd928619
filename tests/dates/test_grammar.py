"""The pattern language and the scan that applies it."""

import pytest

from explorer.dates.grammar import Grammar, Match, Rules
from explorer.dates.lexicon import Lexicon
from explorer.dates.pattern import capture_name, compiled, literals
from explorer.dates.specs import Calendar, NoDate, Spec
from explorer.dates.tokens import tokenise

TABLES = {"MONTH": {"april": 4, "may": 5}, "PART": {"early": "START", "may": "MAYBE"}}


def rules_of_the_guide() -> Rules:
    rules = Rules()

    @rules.add("the? eve of MONTH:month DAY:day")
    def eve(match: Match) -> Spec | None:
        day = int(match.word("day"))
        return Calendar(month=match.meaning("month", "MONTH"), day=day - 1) if day > 1 else None

    @rules.add("the? eve of MONTH DAY")
    def other(match: Match) -> Spec | None:
        return NoDate("declined by the first")

    return rules


@pytest.mark.parametrize(
    ("text", "spec"),
    [
        ("It was the eve of April 15.", Calendar(month=4, day=14)),
        ("It was the eve of April 1.", NoDate("declined by the first")),
        ("It was the eve\n\nof April 15.", None),
        ("It was the eve of war.", None),
    ],
)
def test_a_pattern_is_found_where_its_function_accepts_it(text: str, spec: Spec | None) -> None:
    rules = rules_of_the_guide().rules
    lexicon = Lexicon(TABLES, set().union(*(literals(rule.pattern) for rule in rules)))
    found = [one.spec for one in Grammar(rules, lexicon).candidates(tokenise(text, lexicon))]
    assert found == ([] if spec is None else [spec])


def test_a_word_belongs_to_all_its_concepts() -> None:
    lexicon = Lexicon(TABLES, [])
    assert lexicon.letter("may") in lexicon.letters_of("MONTH")
    assert lexicon.letter("may") in lexicon.letters_of("PART")
    assert lexicon.letter("april") not in lexicon.letters_of("PART")


@pytest.mark.parametrize(
    ("word", "concepts"),
    [
        ("15", {"DAY", "HOUR", "DIGITS", "YEAR2"}),
        ("15th", {"DAY", "NTH"}),
        ("2019", {"YEAR", "DIGITS", "YEAR_ANY"}),
        ("1990s", {"YEARS_S"}),
        ("3q19", {"QUARTER_YEAR"}),
        ("2019-04-15", {"ISO"}),
    ],
)
def test_numbers_have_concepts_by_their_looks(word: str, concepts: set[str]) -> None:
    letter = Lexicon(TABLES, []).letter(word)
    assert all(letter in Lexicon(TABLES, []).letters_of(concept) for concept in concepts)


def test_alternatives_may_share_a_name_and_optional_beginnings_are_known() -> None:
    pattern = compiled("(A1|B1)? C1:year D1|E1:year", lambda concept: concept[0].lower())
    assert pattern.firsts == {"a", "b", "c", "e"}
    assert not pattern.is_empty
    assert capture_name("year__4") == "year"


def test_literals_of_a_pattern_are_its_small_words_and_punctuation() -> None:
    assert literals("the? end of MONTH:month ,? <n a few> 's") == {"the", "end", "of", ",", "a", "few", "'s"}
