from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from explorer.library import Library
from explorer.text.terms import holds, terms
from tests.builders import article, mention, party
from tests.library.tampering import tamper


@pytest.fixture
def library() -> Library:
    library = Library.in_memory()
    first = article("first", "Harbour authorities closed the café. 字节跳动完成新一轮融资。", title="Port news")
    library.add(
        first,
        [
            mention("Harbour authorities closed the café.", article="first", parties=(party("Olaf Ltd."),)),
            mention("字节跳动完成新一轮融资。", article="first", at=40),
        ],
    )
    library.add(article("second", "Nobody closed anything."), [])
    return library


@pytest.mark.parametrize(
    ("words", "mentions", "articles"),
    [
        ("harbour", 1, 1),
        ("HARBOUR closed", 1, 1),
        ("closed", 1, 2),
        ("harb", 1, 1),
        ("harb closed", 0, 0),  # only the last word is a prefix
        ("closed harb", 1, 1),
        ("cafe", 1, 1),
        ("olaf", 1, 0),
        ("olaf ltd", 1, 0),
        ("port", 0, 1),
        ("second", 0, 1),
        ("融资", 1, 1),
        ("资", 1, 1),
        ("一轮融资", 1, 1),
        ("资融", 0, 0),
        ("字节 融资", 1, 1),
        ("", 0, 0),
        ("   ", 0, 0),
        ("- * ( ) \" '", 0, 0),
        ("harbour AND", 0, 0),
        ("NOT harbour", 0, 0),
        ('har"bour', 0, 0),
        ("harbour*", 1, 1),
        ("grams : 融资", 0, 0),
        ("title:port", 0, 0),
        ("^harbour", 1, 1),
        ("nothing-of-the-kind", 0, 0),
        ('"authorities closed"', 1, 1),
        ('"closed authorities"', 0, 0),
        ('"harb"', 0, 0),
        ("closed -harbour", 1, 1),
        ("-closed", 2, 0),
        ('closed -"harbour authorities"', 1, 1),
        ("完成 -字节", 1, 0),
        ("\0\ud800", 0, 0),
    ],
)
def test_all_words_are_found_and_none_is_taken_for_syntax(
    library: Library, words: str, mentions: int, articles: int
) -> None:
    hits = library.search(words)
    assert (len(hits.mention_ids), len(hits.article_ids)) == (mentions, articles)
    assert hits.words == words


def test_what_was_replaced_is_not_found_any_more(library: Library) -> None:
    library.replace_mentions(library.article("first"), [mention("Ferries stopped.", article="first")])
    assert not library.search("harbour").mention_ids
    assert len(library.search("ferries").mention_ids) == 1
    assert library.verify() == []


def test_the_check_sees_an_index_that_does_not_match_the_texts(library: Library, tmp_path: Path) -> None:
    library.copy_to(tmp_path / "kept.timeline")
    with Library.open(tmp_path / "kept.timeline") as kept:
        tamper(kept, "UPDATE mention SET words = 'something else'")
        assert any("text index of mentions" in problem for problem in kept.verify())


PIECES = (
    "Harbour", "café", "app", "store", "App-Store", "7", "印度", "字节跳动", "度", "カメラ", "禁止TikTok", "_",
)  # fmt: skip
ASKED = (
    "harbour", "cafe", "CAFÉ", "ap", "app", '"app store"', '"store app"', "store", "tiktok", "印度", "节跳",
    "跳动", "度", '"度"', "カメ", "禁止tik", '"禁止 tiktok"', "app-store", '"', "--",
)  # fmt: skip
pieces = st.sampled_from(PIECES)
texts = st.lists(pieces, max_size=5).map(" ".join) | st.lists(pieces, max_size=3).map("".join)
signs = st.sampled_from(["", "", "-"])
asked = st.lists(st.tuples(signs, st.sampled_from(ASKED)).map("".join), max_size=4).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(st.lists(texts, min_size=1, max_size=4), asked)
@example(["App-Store印度"], '-"app store"')
@example(["禁止TikTok"], "禁止tik")
def test_the_index_finds_what_a_plain_look_at_the_text_finds(made: list[str], typed: str) -> None:
    with Library.in_memory() as library:
        for number, text in enumerate(made):
            told = [mention(text, article=f"a{number}", title="", date=None)] if text else []
            library.add(article(f"a{number}", f"{text}.", name=""), told)
        hits = library.search(typed)
        mentions = library.mentions()
    read = terms(typed)
    wanted = [term for term in read if not term.is_out]
    expected = {one.id for one in mentions if read and holds(one.quote, wanted)}
    assert hits.mention_ids == expected
    refused = {one.id for one in mentions if read and not holds(one.quote, [t for t in read if t.is_out])}
    assert hits.refused_ids == refused
    assert hits.article_ids == {f"a{n}" for n, text in enumerate(made) if read and holds(text, read)}
