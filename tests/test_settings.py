"""Settings survive garbage, and files are written whole or not at all."""

from pathlib import Path

import pytest

from explorer import settings


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    settings.save(settings.Settings(theme="dark", recent=["/a.timeline"]), tmp_path)
    assert settings.load(tmp_path) == settings.Settings(theme="dark", recent=["/a.timeline"])


def test_a_missing_file_means_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path) == settings.Settings()


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[]",
        b'{"theme": "purple"}',
        b'{"lanes": ["kind"]}',
        b'{"reduced_motion": "yes"}',
        b'{"last_library": null}',
        b'{"recent": [1]}',
        b'{"splitters": {"columns": [1.5]}}',
    ],
)
def test_a_broken_file_is_kept_aside_and_defaults_are_used(tmp_path: Path, garbage: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(garbage)
    assert settings.load(tmp_path) == settings.Settings()
    assert (tmp_path / "settings.broken.json").read_bytes() == garbage


def test_a_setting_cannot_be_what_its_field_does_not_allow() -> None:
    taste = settings.Settings()
    for name, value in (("theme", "purple"), ("recent", ["/a.timeline"] * 13), ("wheel_scrolls", 1)):
        with pytest.raises(ValueError, match=name):
            setattr(taste, name, value)
    assert taste == settings.Settings()


def test_unknown_fields_of_a_newer_version_are_ignored(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"theme": "dark", "sparkles": true}')
    assert settings.load(tmp_path).theme == "dark"
