"""The commands, called as scripts call them: results on stdout, messages on stderr, exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from explorer import cli, views
from explorer.cli import no_display
from explorer.library import Library, account
from explorer.model.article import text_hash
from explorer.model.progress import Outcome
from explorer.model.query import Facet, Query
from explorer.views import SavedView

TEXT = "On 3 May 2019 India banned Spotify. On 12 May the ban was lifted.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "spotify.txt"
    file.write_text("---\npublished: 2019-06-01\n---\n" + TEXT)
    return file


@pytest.fixture
def library(tmp_path: Path, article: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    file = tmp_path / "case.timeline"
    assert cli.main(["add", str(file), str(article)]) == 0
    capsys.readouterr()
    return file


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_extract_writes_mentions_whose_spans_hold_their_quotes(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["extract", "--with-text", str(article)]) == 0
    told, *mentions = lines(capsys.readouterr().out)
    assert (told["id"], told["text"], told["published"]) == ("spotify", TEXT, "2019-06-01")
    assert [mention["kind"] for mention in mentions] == ["ban", "reinstatement"]
    assert [mention["dates"][0]["start"] for mention in mentions] == ["2019-05-03", "2019-05-12"]  # type: ignore[index]
    for mention in mentions:
        start, end = mention["span"]  # type: ignore[misc]
        assert TEXT[start:end] == mention["quote"]


def test_dates_writes_one_line_an_article(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["dates", str(article)]) == 0
    (told,) = lines(capsys.readouterr().out)
    assert [found["value"] for found in told["dates"]] == ["2019-05-03", "2019-05-12"]  # type: ignore[attr-defined]
    assert (told["published"], told["published_source"]) == ("2019-06-01", "given")


@pytest.mark.parametrize(
    ("text", "published", "source", "why", "edtf"),
    [
        (
            "OSLO, 5 March 2019 (Agency) – The ferry sank last week.",
            "2019-03-05",
            "text",
            "from the dateline “OSLO, 5 March 2019 (Agency)”",
            "2019-02-25/2019-03-03",
        ),
        ("The ferry sank last week.", None, "unknown", "the text does not say when it was published", None),
    ],
)
def test_dates_says_what_it_counts_from(
    text: str,
    published: str | None,
    source: str,
    why: str,
    edtf: str | None,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "ferry.txt"
    file.write_text(text)
    assert cli.main(["dates", str(file)]) == 0
    (told,) = lines(capsys.readouterr().out)
    assert (told["published"], told["published_source"], told["published_why"]) == (published, source, why)
    assert [found["edtf"] for found in told["dates"] if found["text"] == "last week"] == [edtf]  # type: ignore[attr-defined]


def test_some_refused_is_one_and_nothing_done_is_two(
    tmp_path: Path, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4 broken")
    assert cli.main(["extract", str(article), str(broken)]) == 1
    told = capsys.readouterr()
    assert "broken.pdf" in told.err
    assert len(lines(told.out)) == 2
    assert cli.main(["extract", str(broken)]) == 2


def test_the_library_accounts_for_what_a_command_has_read(
    tmp_path: Path, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    monkeypatch.chdir(tmp_path)
    assert cli.main(["add", "case.timeline", article.name, "broken.pdf"]) == 1
    with Library.open(tmp_path / "case.timeline") as library:
        told = {report.name: report.outcome for report in account.of(library)}
    assert told == {str(article): Outcome.READ, str(tmp_path / "broken.pdf"): Outcome.REFUSED}


@pytest.mark.parametrize(
    "call",
    [
        ["frobnicate"],
        ["extract"],
        ["list", "missing.timeline"],
        ["export", "missing.timeline", "-o", "events.docx"],
        ["extract", "--colour", "x"],
        ["list", "x.timeline", "--json", "--jsonl"],
    ],
)
def test_a_wrong_call_is_one_clear_line(call: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(call) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.strip().splitlines()) == 1
    assert "Traceback" not in told.err


def test_a_file_that_is_no_library_is_left_as_it_is(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = text_hash(article.read_text())
    assert cli.main(["add", str(article), str(article)]) == 2
    assert "not a Timeline Explorer library" in capsys.readouterr().err
    assert text_hash(article.read_text()) == before


def test_list_filters_and_writes_json(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["list", str(library), "--json", "--kind", "ban", "--company", "spotify"]) == 0
    (event,) = json.loads(capsys.readouterr().out)["events"]
    assert (event["kind"], event["mentions"][0]["article"]) == ("ban", "spotify")
    assert cli.main(["list", str(library), "--from", "2020"]) == 0
    assert capsys.readouterr().out == ""


def test_articles_are_taken_out_and_put_back(
    library: Path, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def said(*call: object) -> str:
        assert cli.main([str(part) for part in call]) == 0
        return capsys.readouterr().out

    before = said("list", library, "--json")
    assert said("remove", library, "spotify") == "“spotify” taken out: 2 events gone.\n"
    assert json.loads(said("list", library, "--json"))["events"] == []
    assert said("put-back", library) == "spotify\t\n"
    assert said("add", library, article).strip().endswith("spotify.txt: taken out before")
    assert said("put-back", library, article) == "“spotify” put back.\n"
    assert said("list", library, "--json") == before


@pytest.mark.parametrize("command", ["remove", "put-back"])
def test_an_article_that_is_not_there_is_told(
    library: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([command, str(library), "nothing"]) == 2
    assert "nothing: " in capsys.readouterr().err


def test_a_view_that_is_not_there_is_told(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["list", str(library), "--view", "Fines"]) == 2
    assert "There is no view “Fines”: the library has none saved." in capsys.readouterr().err


def test_a_view_filters_the_list_and_other_filters_narrow_it(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["list", str(library), "--jsonl"])
    known = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    kind = known[0]["kind"]
    with Library.open(library) as opened:
        view = SavedView("Fines", Query(frozenset({(Facet.KIND, kind)})), "company", None)
        views.store(opened, [view])
    assert cli.main(["list", str(library), "--jsonl", "--view", "fines"]) == 0
    shown = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {one["kind"] for one in shown} == {kind}
    assert cli.main(["list", str(library), "--jsonl", "--view", "fines", "--from", "9000"]) == 0
    assert capsys.readouterr().out == ""
    assert cli.main(["list", str(library), "--view", "gone"]) == 2
    assert "the library has “Fines”" in capsys.readouterr().err


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf", "csv", "json", "jsonl"])
def test_export_writes_each_format_by_its_suffix(library: Path, tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"events.{suffix}"
    assert cli.main(["export", str(library), "-o", str(target), "--size", "800x500", "--scale", "1"]) == 0
    assert target.stat().st_size > 200


def test_the_data_of_measures_are_written_alone(library: Path, tmp_path: Path) -> None:
    target = tmp_path / "m.csv"
    call = ["export", str(library), "--measures", "only", "-o"]
    assert cli.main([*call, str(target)]) == 0
    assert target.read_text("utf-8-sig").startswith("company,measure,date")
    assert cli.main([*call, str(tmp_path / "m.json")]) == 2


@pytest.mark.parametrize(("content", "told"), [("x = 1", "not words in quotes"), ("x = ", "not TOML")])
def test_broken_labels_are_told(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, told: str
) -> None:
    labels = tmp_path / "labels.toml"
    labels.write_text(content)
    call = ["export", str(library), "-o", str(tmp_path / "x.svg"), "--labels", str(labels)]
    assert cli.main(call) == 2
    assert told in capsys.readouterr().err


def test_an_unwritable_target_is_named(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", str(library), "-o", "/no/such/folder/events.png"]) == 2
    assert "/no/such/folder" in capsys.readouterr().err


def test_a_library_checks_clean_and_a_damaged_one_does_not(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", str(library)]) == 0
    content = bytearray(library.read_bytes())
    at = content.rindex(b"Spotify")
    content[at : at + 7] = b"Zpotify"
    library.write_bytes(content)
    capsys.readouterr()
    assert cli.main(["check", str(library)]) == 1
    assert capsys.readouterr().out.strip()


def test_the_window_without_a_display_says_what_to_use(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert cli.main([]) == 2
    assert "export" in capsys.readouterr().err


def test_a_display_that_does_not_answer_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("DISPLAY", ":98765")
    assert no_display() == "nothing answers at DISPLAY :98765"
    monkeypatch.setenv("DISPLAY", "elsewhere:0")
    assert no_display() is None


def test_commands_without_pictures_import_no_qt(article: Path, library: Path) -> None:
    code = (
        "import sys\nfrom explorer.cli import main\n"
        f"assert main(['extract', {str(article)!r}]) == 0\n"
        f"assert main(['dates', {str(article)!r}]) == 0\n"
        f"assert main(['list', {str(library)!r}]) == 0\n"
        "assert main(['schema']) == 0\n"
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'pyqtgraph'))]\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=os.environ
    )
    assert done.returncode == 0, done.stderr


def test_every_command_explains_itself_and_stands_in_the_readme() -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
    for command in cli._COMMANDS:
        with pytest.raises(SystemExit) as ended:
            cli.main([command, "--help"])
        assert ended.value.code == 0
        assert f"timeline-explorer {command}" in readme
