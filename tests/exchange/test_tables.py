"""Tables of events: whole files, no formulas, nothing lost."""

import csv
import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.exchange import tables
from explorer.model.errors import ExplorerError
from tests.builders import article, event

ARTICLES = {"a": article("a", name="report", title="A report", publisher="The Paper", published="2020")}


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_row_tells_date_title_source_and_words() -> None:
    (row,) = rows(tables.as_csv([event("The shop opened.", "2019-34", kind="launch")], ARTICLES))
    assert row["date"] == "Q2 2019"
    assert (row["start"], row["end"], row["precision"]) == ("2019-04", "2019-06", "quarter")
    assert (row["kind"], row["quote"], row["sources"]) == ("launch", "The shop opened.", "report")
    assert (row["publisher"], row["published"]) == ("The Paper", "2020")


def test_an_undated_event_has_an_empty_date() -> None:
    (row,) = rows(tables.as_csv([event("It closed.", None)], ARTICLES))
    assert (row["date"], row["start"]) == ("", "")


@pytest.mark.parametrize(
    "payload", ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", '=HYPERLINK("x")', "\n=1"]
)
def test_no_cell_is_a_formula(payload: str) -> None:
    (row,) = rows(tables.as_csv([event("It closed.", title=payload)], ARTICLES))
    assert row["title"].startswith("'")
    assert row["title"][1:].replace("\r", "\n").strip() == payload.replace("\r", "\n").strip()


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00"), min_size=1))
def test_any_title_comes_back_from_csv_as_it_was(title: str) -> None:
    (row,) = rows(tables.as_csv([event("It closed.", title=title)], ARTICLES))
    assert row["title"].removeprefix("'") == title.removeprefix("'")


def test_json_holds_all_events_and_json_lines_one_a_line() -> None:
    told = [event("It opened.", "2019"), event("It closed.", "2020")]
    whole = json.loads(tables.as_json(told, ARTICLES))["events"]
    assert [json.loads(line) for line in tables.as_jsonl(told, ARTICLES).splitlines()] == whole
    assert [one["dates"][0]["start"] for one in whole] == ["2019", "2020"]


def test_a_suffix_that_is_no_table_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ExplorerError, match=r"events\.xyz.*\.csv"):
        tables.write([], {}, tmp_path / "events.xyz")


def test_a_target_that_cannot_be_written_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(ExplorerError, match="missing"):
        tables.write([], {}, tmp_path / "missing" / "events.csv")
    assert os.listdir(tmp_path) == []


def test_the_table_to_read_lines_its_columns_up() -> None:
    told = [event("It opened.", "2019", kind="launch"), event("It closed.", "2020-05-17", kind="other")]
    first, second = tables.as_text(told, ARTICLES).splitlines()
    assert first.index("It opened.") == second.index("It closed.")
