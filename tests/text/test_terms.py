"""What a person searches, and where it stands in a text."""

import pytest

from explorer.text.terms import Snippet, Term, folded, grams, holds, places, snippet, terms


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", []),
        ("fine harbour", [Term("fine"), Term("harbour", is_prefix=True)]),
        ('harbour "app store"', [Term("harbour"), Term("app store")]),
        ('"app sto', [Term("app sto")]),
        ("fine -storm", [Term("fine"), Term("storm", is_out=True)]),
        ('-"app store" fine', [Term("app store", is_out=True), Term("fine", is_prefix=True)]),
        (r'"a \"b\" c"', [Term('a "b" c')]),
        ("禁止 -印度", [Term("禁止"), Term("印度", is_out=True)]),
        ('- " * -- ""', []),
    ],
)
def test_words_phrases_and_exclusions_are_told_apart(typed: str, read: list[Term]) -> None:
    assert terms(typed) == read


TEXT = "The café’s App Store was closed; Cafeteria app-stores stay. 印度禁止TikTok在全国。"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("cafe", ["café", "Cafeteria"]),
        ('"cafe"', ["café"]),
        ('"app store"', ["App Store"]),
        ("app store", ["App", "Store", "app", "stores"]),
        ("tiktok", ["TikTok"]),
        ("禁止", ["禁止"]),
        ('"禁止tiktok在"', ["禁止TikTok在"]),
        ("-closed", []),
        ("pp", []),
    ],
)
def test_places_are_whole_words_or_their_beginning(typed: str, found: list[str]) -> None:
    assert [TEXT[span.start : span.end] for span in places(TEXT, terms(typed))] == found


@pytest.mark.parametrize(
    ("typed", "holds_it"),
    [
        ("closed cafe", True),
        ("closed cafe -store", False),
        ('-"store app"', True),
        ('"store app"', False),
        ("印度", True),
        ("-印度 cafe", False),
    ],
)
def test_a_text_holds_all_that_is_wanted_and_nothing_refused(typed: str, holds_it: bool) -> None:
    assert holds(TEXT, terms(typed)) is holds_it


def test_folding_moves_no_character() -> None:
    text = "Äöß İstanbul ŒUVRE Σίσυφος ガ 한국 \u0301"
    assert len(folded(text)) == len(text)
    assert folded("Ärger É") == "arger e"


def test_a_snippet_is_a_line_around_the_first_place() -> None:
    text = "word " * 50 + "then the\nharbour closed " + "word " * 50
    cut = snippet(text, places(text, terms("harbour")), 60)
    assert cut.text.startswith("…word")
    assert cut.text.endswith("word…")
    assert "then the harbour closed" in cut.text
    assert [cut.text[span.start : span.end] for span in cut.spans] == ["harbour"]
    assert snippet("short", []) == Snippet("short", ())


def test_pairs_of_characters_and_the_words_of_their_text_are_indexed() -> None:
    assert grams("plain words") == ""
    assert grams("far off 字节跳TikTok a b") == "far off 字节 节跳 跳 TikTok a b"
