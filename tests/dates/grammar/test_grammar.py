"""The pattern language and the scan that applies it."""

import re

import pytest

from explorer.dates.grammar.automaton import Automaton
from explorer.dates.grammar.lexicon import OTHER, Lexicon, number_concepts
from explorer.dates.grammar.pattern import Step, compiled, literals
from explorer.dates.grammar.rules import Grammar, Match, Rules
from explorer.dates.grammar.tokens import tokenise
from explorer.dates.specs import Calendar, NoDate, Spec

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
    assert lexicon.letters["may"] in lexicon.letters_of("MONTH")
    assert lexicon.letters["may"] in lexicon.letters_of("PART")
    assert lexicon.letters["april"] not in lexicon.letters_of("PART")


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
    lexicon = Lexicon(TABLES, [])
    assert all(lexicon.letters[word] in lexicon.letters_of(concept) for concept in concepts)


@pytest.mark.parametrize(
    "form", ["{}", "{:02d}", "{}st", "{}th", "{}er", "{}0s", "{}:30", "{}pm", "q{}", "fy{}", "{}年"]
)
def test_every_mixture_of_number_concepts_has_a_letter(form: str) -> None:
    letters = Lexicon(TABLES, []).letters
    words = [form.format(number) for number in (*range(130), *range(1890, 2110), 3000, 30_000, 300_000)]
    assert [word for word in words if number_concepts(word) and letters[word] == OTHER] == []


def test_words_that_no_table_knows_are_remembered_up_to_a_limit() -> None:
    letters = Lexicon(TABLES, []).letters
    known = len(letters)
    assert {letters[f"word{number}x"] for number in range(60_000)} == {OTHER}
    assert len(letters) == known + 50_000


LETTERS = {"A1": "a", "B1": "b", "C1": "c", "D1": "d", "E1": "e"}


@pytest.mark.parametrize(
    ("pattern", "fits", "not_at_all"),
    [
        ("A1 B1", ["ab"], ["a", "ba", "aab"]),
        ("A1? B1", ["ab", "b"], ["a", "aab"]),
        ("(A1|B1)? C1:year D1|E1:year", ["acd", "bcd", "cd", "e"], ["abcd", "ad", "ae"]),
        ("A1 (B1 C1?){1,2} D1", ["abd", "abcd", "abbcd", "abcbcd"], ["ad", "acd", "abcbcbcd"]),
        ("A1 (B1){0,2}", ["a", "ab", "abb"], ["b"]),
        ("<n A1? (B1|C1)?> D1", ["d", "ad", "bd", "abd"], ["abcd"]),
        ("A1 (B1|C1{0,2} D1){2,2} E1?", ["abb", "abde", "accdccd", "accdccde"], ["ab", "abc"]),
        ("A1 F1 B1", [], ["ab"]),
    ],
)
def test_the_two_readings_of_a_pattern_agree(pattern: str, fits: list[str], not_at_all: list[str]) -> None:
    one = compiled(pattern, lambda concept: LETTERS.get(concept, ""))
    automaton = Automaton([one.steps(0)], one.longest)
    for text in (*fits, *not_at_all):
        is_fit = text in fits
        assert (re.fullmatch(one.regex, text) is not None) is is_fit, text
        assert (re.match(one.regex, text) is not None) is (automaton.rules(text, 0) == [0]), text
        assert not is_fit or list(automaton.starts(text))[:1] == [0], text


def test_an_automaton_tells_all_rules_that_fit_in_their_order() -> None:
    patterns = ["A1 B1 C1", "B1", "A1", "A1 B1|A1"]
    steps = [compiled(pattern, LETTERS.__getitem__).steps(index) for index, pattern in enumerate(patterns)]
    automaton = Automaton(steps, 3)
    assert automaton.rules("abc", 0) == [0, 2, 3]
    assert automaton.rules("abd", 0) == [2, 3]
    assert automaton.rules("c", 0) == []
    assert list(automaton.starts("c ab b\n")) == [2, 3, 5]


def test_alternatives_may_share_a_name() -> None:
    pattern = compiled("A1:year B1|<year C1 D1>", LETTERS.__getitem__)
    assert pattern.names == ("year", "year")
    assert not any(isinstance(step, Step) and step.letters not in "ac" for step in pattern.steps(0))


def test_literals_of_a_pattern_are_its_small_words_and_punctuation() -> None:
    assert literals("the? end of MONTH:month ,? <n a few> 's") == {"the", "end", "of", ",", "a", "few", "'s"}
