"""Time and pixels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.model.calendar import DAY_S, HOUR_S
from explorer.timeline.scale import Scale, clamped

times = st.floats(-1e11, 1e11)
scales = st.builds(
    lambda lo, span, left, width: Scale(lo, lo + span, left, left + width),
    times,
    st.floats(HOUR_S, 1e11),
    st.floats(0, 300),
    st.floats(50, 4000),
)
near = pytest.approx


@given(scales, st.floats(-500, 5000))
def test_a_pixel_leads_to_a_time_and_back(scale, x):
    assert scale.x(scale.t(x)) == near(x, abs=1e-3)


@given(scales, st.floats(0.1, 10), st.floats(0, 1))
def test_zoom_leaves_the_time_under_the_pointer_where_it_is(scale, factor, share):
    x = scale.left + share * (scale.right - scale.left)
    zoomed = scale.zoomed(factor, x)
    assert zoomed.x(scale.t(x)) == near(x, abs=1e-2)
    assert (zoomed.hi_s - zoomed.lo_s) * factor == near(scale.hi_s - scale.lo_s, rel=1e-6)


@given(scales, st.floats(-2000, 2000))
def test_what_is_panned_moves_by_so_many_pixels(scale, dx):
    assert scale.panned(dx).x(scale.t(scale.left)) == near(scale.left + dx, abs=1e-2)


@given(times, st.floats(1, 1e12), times, st.floats(DAY_S, 1e10))
def test_a_view_stays_between_an_hour_and_four_times_the_data(lo, span, data_lo, data_span):
    lo_s, hi_s = clamped(lo, lo + span, data_lo, data_lo + data_span)
    assert HOUR_S * 0.99 <= hi_s - lo_s <= max(4 * data_span, 4 * DAY_S) * 1.001
    assert lo_s <= data_lo + data_span + 1
    assert hi_s >= data_lo - 1


def test_a_view_within_bounds_is_left_alone():
    assert clamped(10 * DAY_S, 20 * DAY_S, 0, 100 * DAY_S) == (10 * DAY_S, 20 * DAY_S)


def test_an_empty_scale_is_refused():
    with pytest.raises(ValueError, match="empty scale"):
        Scale(5, 5, 0, 100)
