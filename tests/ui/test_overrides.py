"""What Qt calls never raises: it gives its fallback, and the log has the trace."""

import pytest

from explorer.ui.overrides import guarded


class Drawn:
    @guarded(-1)
    def height(self, parts: int, *, of: int = 10) -> int:
        """Give the height of a part."""
        return of // parts


def test_a_guarded_method_gives_what_it_would_give(caplog: pytest.LogCaptureFixture) -> None:
    assert (Drawn().height(2), Drawn().height(2, of=8)) == (5, 4)
    assert Drawn.height.__doc__ == "Give the height of a part."
    assert not caplog.records


def test_one_that_fails_gives_its_fallback_and_is_logged_by_name(caplog: pytest.LogCaptureFixture) -> None:
    assert Drawn().height(0) == -1
    assert caplog.messages == ["Drawn.height failed"]
    assert "ZeroDivisionError" in caplog.text
