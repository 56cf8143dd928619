import json

import pytest

from explorer import reading
from explorer.model.article import Article
from explorer.model.errors import ExplorerError
from explorer.reading import stream

GOOD = {
    "id": "q-1",
    "title": "Quay sold",
    "publisher": "The Anchor",
    "published": "2020-09",
    "text": "It was\r\nsold.",
}


def lines(*records: object) -> bytes:
    return "\n".join(r if isinstance(r, str) else json.dumps(r) for r in records).encode()


def read(data: bytes | str, name: str = "quays.jsonl") -> list[Article]:
    return reading.read_bytes(data.encode() if isinstance(data, str) else data, name)


def test_each_line_is_an_article_with_what_it_gives() -> None:
    first, second = read(lines(GOOD, "", {"text": "Only text.", "published": 2021, "id": 7, "colour": ["red"]}))
    assert (first.name, first.title, first.publisher, first.text) == (
        "q-1",
        "Quay sold",
        "The Anchor",
        "It was\nsold.",
    )
    assert (first.published, first.published_why) == ("2020-09", "given with the article")
    assert (second.name, second.published) == ("7", "2021")


def test_an_article_without_id_is_named_by_its_place() -> None:
    (article,) = read(lines({"text": "Only text."}))
    assert article.name == "quays line 1"


def test_bad_lines_are_named_and_the_rest_is_read() -> None:
    harvest = stream.read_jsonl(
        lines(
            GOOD,
            '{"text": "cut',
            "[1, 2]",
            {"title": "x"},
            {"text": 5},
            {"text": " "},
            '"text"',
            "[" * 5000,
            GOOD,
        )
    )
    assert len(harvest.documents) == 2
    assert [refusal.partition(":")[0] for refusal in harvest.refused] == [f"line {n}" for n in range(2, 9)]
    assert "not JSON" in harvest.refused[0]
    assert "no “text”" in harvest.refused[2]


def test_very_many_bad_lines_are_counted() -> None:
    harvest = stream.read_jsonl(lines(GOOD, *["{"] * 1000))
    assert len(harvest.refused) == 21
    assert harvest.refused[-1] == "980 more lines like these"


def test_one_line_may_hold_unusual_line_ends() -> None:
    (article,) = read('{"text": "one\u2028two\u0085three"}')
    assert article.text == "one\u2028two\u0085three"


def test_the_same_record_twice_is_the_same_article() -> None:
    first, second, third = read(lines(GOOD, GOOD, {**GOOD, "id": "q-2"}))
    assert first.id == second.id
    assert first.id != third.id


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_has_the_same_columns(delimiter: str) -> None:
    rows = [
        ["Title", "published", "text"],
        ["Quay", "2020", '"It was sold,\nat last; really"'],
        ["", "", "Two"],
    ]
    first, second = read("\ufeff" + "\n".join(delimiter.join(row) for row in rows), "quays.csv")
    assert (first.title, first.published, first.text) == ("Quay", "2020", "It was sold,\nat last; really")
    assert (second.name, second.text) == ("quays line 4", "Two")


def test_bad_rows_of_a_table_are_named() -> None:
    harvest = stream.read_csv(b"id,text\n1,fine\n2,too,many\n3,\n\n4,fine too\n")
    assert len(harvest.documents) == 2
    assert harvest.refused == ("line 3: 3 cells under 2 columns", "line 4: “text” is empty")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.csv", "id,body\n1,x\n", "needs a column “text”"),
        ("a.csv", "id,text\n", "no articles"),
        ("a.jsonl", "{\n", "no articles in it .line 1: not JSON"),
        ("a.json", "[1", "not JSON"),
        ("a.json", "3", "holds no articles"),
        ("a.json", '{"a": 1}', "no articles"),
    ],
)
def test_a_stream_without_articles_is_refused(name: str, data: str, reason: str) -> None:
    with pytest.raises(ExplorerError, match=reason):
        read(data, name)


@pytest.mark.parametrize("data", [json.dumps(GOOD), json.dumps([GOOD]), json.dumps({"articles": [GOOD]})])
def test_json_may_be_one_article_or_many(data: str) -> None:
    (article,) = read(data, "a.json")
    assert article.name == "q-1"
