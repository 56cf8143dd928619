"""Hostile files: each has one report line that says what became of it and why, and the rest is read."""

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from explorer import ingest
from explorer.extract import Extraction
from explorer.model.progress import Outcome, Report
from tests.hostile import files

STORY = "It was sold in May 2019."
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(xml: str) -> bytes:
    """A Word file whose document is this XML."""
    with zipfile.ZipFile(io.BytesIO(files.docx("x"))) as sound:
        parts = {name: sound.read(name) for name in sound.namelist()}
    return files.archive({**parts, "word/document.xml": xml.encode()})


def entities(declared: str, used: str) -> bytes:
    body = f"<w:body><w:p><w:r><w:t>Told: &{used}; here.</w:t></w:r></w:p></w:body>"
    return word(
        f'<?xml version="1.0"?><!DOCTYPE d [{declared}]><w:document xmlns:w="{WORD}">{body}</w:document>'
    )


def laughs() -> bytes:
    declared = '<!ENTITY a "ha">'
    declared += "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 20}">' for n in range(9))
    return entities(declared, "j")


def nested_mail() -> bytes:
    return b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000))


READ, PARTLY, REFUSED = Outcome.READ, Outcome.PARTLY, Outcome.REFUSED
CASES: list[tuple[str, Callable[[], bytes], Outcome, str]] = [
    ("empty.txt", lambda: b"", REFUSED, "it is empty"),
    ("blank.txt", lambda: b" \n\t\n", REFUSED, "it is empty"),
    ("binary.txt", lambda: bytes(range(256)) * 100, REFUSED, "it is binary"),
    ("big.txt", lambda: b"Sold in May 2019. " * 2_800_000, REFUSED, "it is too big: 50 MB"),
    ("latin.txt", lambda: f"{STORY} Größe, Käufer, Überraschung.".encode("cp1252"), PARTLY, "a guess"),
    ("wide.txt", lambda: f"{STORY} Größe.".encode("utf-16"), READ, ""),
    ("february.txt", lambda: b"It was sold on 30 February 2020 and on 2020-02-30.", READ, ""),
    ("long line.txt", lambda: b"a" * 300_000, READ, ""),
    ("scan.pdf", lambda: files.pdf("", ""), REFUSED, "it is scanned or empty"),
    ("locked.pdf", lambda: files.pdf(STORY, password="p"), REFUSED, "needs a password"),
    ("bomb.pdf", files.flate_bomb, REFUSED, ""),
    ("cut.pdf", lambda: files.pdf(STORY)[:300], REFUSED, "damaged"),
    ("bomb.docx", files.zip_bomb, REFUSED, "unpacks to more than 200 MB"),
    ("lying.docx", files.lying_bomb, REFUSED, "damaged"),
    ("parts.docx", lambda: files.archive({f"word/{n}": b"" for n in range(5001)}), REFUSED, "5001 parts"),
    ("laughs.docx", laughs, REFUSED, "damaged"),
    ("locked.docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), REFUSED, "password"),
    ("deep.html", lambda: files.deep_html(300).encode(), READ, ""),
    ("deepest.html", lambda: files.deep_html(20_000).encode(), PARTLY, "partly imported"),
    ("tables.html", lambda: b"<table><tr><td>" * 5000 + STORY.encode(), PARTLY, "partly imported"),
    ("open.html", lambda: b"<a " * 100_000, REFUSED, "no text"),
    ("comments.html", lambda: b"<!--" * 1_000_000, REFUSED, ""),
    ("deep.jsonl", lambda: b"[" * 100_000, REFUSED, "nested too deeply"),
    ("nested.eml", nested_mail, REFUSED, "parts"),
    ("header.eml", lambda: b"Subject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\nText.", REFUSED, "too long"),
    ("good.txt", STORY.encode, READ, ""),
]
Account = dict[str, tuple[Report, list[Extraction]]]


@pytest.fixture(scope="module")
def account(tmp_path_factory: pytest.TempPathFactory) -> Account:
    """Read them all in one run."""
    folder = tmp_path_factory.mktemp("hostile")
    paths = [files.write(folder, name, make()) for name, make, _, _ in CASES]
    return {Path(report.name).name: (report, found) for report, found in ingest.extract_paths(paths, workers=2)}


@pytest.mark.parametrize(("name", "outcome", "reason"), [(n, o, r) for n, _, o, r in CASES])
def test_each_file_has_one_line_with_its_outcome_and_reason(
    account: Account, name: str, outcome: Outcome, reason: str
) -> None:
    report, found = account[name]
    assert report.outcome is outcome, report
    assert reason in report.reason
    assert "\n" not in str(report)
    assert bool(found) is (outcome is not REFUSED)


def test_the_account_is_whole(account: Account) -> None:
    assert list(account) == [name for name, *_ in CASES]
    assert account["good.txt"][0].mentions == 1


def test_an_impossible_date_is_no_event_on_a_possible_day(account: Account) -> None:
    _, (extraction,) = account["february.txt"]
    days = {date.when.edtf for one in extraction.mentions for date in one.dates if date.when}
    assert all(len(day) < len("2020-02-30") for day in days)


def test_what_lies_before_the_depths_of_a_page_is_kept(account: Account) -> None:
    _, (whole,) = account["deep.html"]
    assert [date in whole.article.text for date in ("May 2019", "June 2020")] == [True, True]
    _, (partly,) = account["deepest.html"]
    assert [date in partly.article.text for date in ("May 2019", "June 2020")] == [True, True]


def test_an_entity_opens_no_file(tmp_path: Path) -> None:
    secret = files.write(tmp_path, "secret.txt", "swordfish")
    path = files.write(tmp_path, "a.docx", entities(f'<!ENTITY x SYSTEM "{secret.as_uri()}">', "x"))
    for _, found in ingest.extract_paths([path], workers=0):
        assert all("swordfish" not in one.article.text for one in found)


def test_pipes_and_devices_are_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    reports = [r for r, _ in ingest.extract_paths([tmp_path / "pipe.txt", Path("/dev/zero")], workers=0)]
    assert [report.reason for report in reports] == ["it is not a regular file"] * 2


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    path = files.write(tmp_path, "closed.txt", STORY)
    path.chmod(0)
    ((report, _),) = ingest.extract_paths([path], workers=0)
    assert report.reason == "no permission to read it"
