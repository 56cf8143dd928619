import pytest

from explorer.library import Library, search
from tests.builders import article, mention, party


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
        ("\0\ud800", 0, 0),
    ],
)
def test_all_words_are_found_and_none_is_taken_for_syntax(
    library: Library, words: str, mentions: int, articles: int
) -> None:
    hits = library.search(words)
    assert (len(hits.mention_ids), len(hits.article_ids)) == (mentions, articles)
    assert hits.words == words


def test_what_was_replaced_or_removed_is_not_found_any_more(library: Library) -> None:
    library.replace_mentions(library.article("first"), [mention("Ferries stopped.", article="first")])
    assert not library.search("harbour").mention_ids
    assert len(library.search("ferries").mention_ids) == 1
    library.remove_article("first")
    assert not library.search("ferries").mention_ids
    assert not library.search("harbour").article_ids
    assert library.verify() == []


def test_the_check_sees_an_index_that_does_not_match_the_texts(library: Library) -> None:
    library._db.execute("UPDATE mention SET words = 'something else'")
    assert any("text index of mentions" in problem for problem in search.index_problems(library._db))
