"""The tables of other languages: those made from public data are what the script makes, all are consistent."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from explorer import resources
from explorer.dates.abroad.words import expanded, tables
from explorer.dates.abroad.written import read_words
from explorer.dates.arithmetic import UNIT_PRECISION
from explorer.dates.grammar.pattern import literals
from explorer.dates.grammar.rules import Rule
from explorer.text.language import LANGUAGES

BY_HAND = ["de", "es", "fr", "id", "it", "nl", "pt", "ru"]
CONCEPTS = set(resources.toml("dates/abroad.toml"))
MADE = sorted(path.name.split(".")[0] for path in resources.path("dates").glob("*.cldr.toml"))


def make_locales() -> ModuleType:
    pytest.importorskip("babel")
    path = Path(__file__).parents[3] / "packaging" / "make_locales.py"
    spec = importlib.util.spec_from_file_location("make_locales", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_files_are_what_the_script_makes() -> None:
    script = make_locales()
    assert list(script.LANGUAGES) == MADE
    for language in MADE:
        assert script.written(language) == resources.text(f"dates/{language}.cldr.toml"), language


@pytest.mark.parametrize("language", MADE)
def test_every_table_is_a_known_concept_with_meanings_in_its_bounds(language: str) -> None:
    words = tables(language)
    assert {name for name in words if name.isupper()} <= CONCEPTS | {"DASH", "APOSTROPHE", "ZONE", "YEARWORD"}
    assert set(words["MONTH"].values()) == set(range(1, 13))
    assert set(words["WEEKDAY"].values()) == set(range(7))
    assert {*words["UNIT"].values(), *words["UNITS"].values()} <= set(UNIT_PRECISION)
    assert {period.split()[0] for period in words["PERIOD"].values()} <= set(UNIT_PRECISION)


@pytest.mark.parametrize("language", BY_HAND)
def test_every_word_by_hand_is_in_lower_case_and_can_stand_in_a_pattern(language: str) -> None:
    for name, table in tables(language).items():
        if not name.isupper():
            continue
        for word in table:
            assert word == word.lower(), (name, word)
            assert not any(mark in word for mark in "|?{}<>") or " " not in word, (name, word)


@pytest.mark.parametrize("language", BY_HAND)
def test_words_by_hand_have_what_a_language_needs(language: str) -> None:
    words = tables(language)
    for name in ("AND", "TO", "SIDE", "ONES", "EDGE", "SEASON", "DEICTIC", "AHEAD", "ORDINAL"):
        assert words[name], name
    assert words["STEP"] or words["STEP_AFTER"]


def test_words_of_several_tokens_are_written_out_where_a_pattern_names_them() -> None:
    words = {"AGO": {"il y a": -1, "voici": -1}}
    assert expanded("AGO:when DIGITS", words) == "<when il y a|AGO> DIGITS"
    assert expanded("(AGO|DIGITS)?", words) == "((il y a|AGO)|DIGITS)?"
    assert literals(Rule("", expanded("AGO", words), lambda match: None).pattern) == {"il", "y", "a"}


# The fourth month in the languages that have no file.
MONTH_OF = {"ar": "أبريل", "he": "אפריל", "fa": "آوریل", "ko": "4월", "vi": "tháng 4", "bg": "април"}


def test_a_language_that_can_be_detected_has_its_words() -> None:
    abroad = set(LANGUAGES) - {"en", "zh", "ja"}
    without_file = abroad - set(MADE) - {"no"}
    assert all(read_words(f"15 {MONTH_OF[code]} 2019", code) for code in without_file)
