"""The same dates whatever the clock, the time zone, the locale and the seed of hashes say.

Each run is a program of its own, as these are settled when one begins.
"""

import os
import subprocess
import sys

import pytest

# Run with the moment that its clocks shall show; prints what is found in texts of all kinds.
PROGRAM = r"""
import sys, time, datetime, locale
moment = float(sys.argv[1])
time.time = lambda: moment
time.localtime = lambda at=None, real=time.localtime: real(moment if at is None else at)
time.gmtime = lambda at=None, real=time.gmtime: real(moment if at is None else at)
class Faked(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(moment, tz)
    today = utcnow = now
class FakedDate(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(moment)
datetime.datetime, datetime.date = Faked, FakedDate
locale.setlocale(locale.LC_ALL, "")
time.tzset()

from explorer.dates import explain, parse_typed
from explorer.model.edtf import display
TEXTS = {
    "en": "Yesterday at 3 p.m. it fell; last Friday, two years ago and in '98 it rose. In April? "
          "On 03/04/2021, from March 3 to 5, every Monday, early next year. By the 1990s, Q3. "
          "31 April 2019. In 480 BC. Christmas.",
    "de": "Gestern fiel es, letzten Freitag und vor zwei Jahren. Am 3. April, im März 2020, nächste Woche.",
    "fr": "Hier, vendredi dernier, il y a deux ans, le 3 avril et en mars 2020.",
    "tr": "Dün, 3 Nisan 2020, geçen yıl ve iki yıl önce.",
    "ru": "Вчера, 3 апреля, два года назад и в марте 2020 года.",
    "zh": "昨天下午3点，上周五，三个月前，4月15日，2019年3月至5月，去年底。每周一。",
    "ja": "昨日午後3時、先週の金曜日、2か月前、4月15日、令和2年3月から5月まで、昨年末。毎週月曜日。",
}
def found():
    for language, text in TEXTS.items():
        for published in ("2020-09-16", "2020-09", None):
            yield explain(text, published=published, language=language)
    for typed in ("Friday", "April", "3/4/21", "'98", "last year", "mid-2021"):
        when = parse_typed(typed, published="2020-09-16")
        yield when, display(when) if when else None
        yield parse_typed(typed)
"""
OURS = PROGRAM + "\nfor one in found(): print(ascii(one))"
# What the program would print if it looked at the clock, at the zone, or at the order of a set.
CONTROLS = {
    "clock": "print(datetime.date.today())",
    "zone": "print(time.localtime(0).tm_hour)",
    "hashes": "print(hash('April'))",
}
SETTINGS = [
    ({"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"}, 1_600_000_000.0),
    (
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
        951_825_600.0,
    ),  # 29 February 2000
    ({"TZ": "America/Los_Angeles", "LC_ALL": "", "PYTHONHASHSEED": "4242"}, 4_102_444_799.0),  # the end of 2099
    ({"TZ": "Asia/Kolkata", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "7"}, 0.0),
]


def run(program: str, settings: dict[str, str], moment: float) -> str:
    # Under the coverage or cache settings of the caller a run would not be alone with its environment.
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "HOME") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-c", program, str(moment)],
        env=kept | settings, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    return done.stdout


@pytest.mark.skipif(not hasattr(__import__("time"), "tzset"), reason="the time zone cannot be set here")
def test_dates_depend_on_nothing_but_the_text_and_its_publication() -> None:
    runs = [run(OURS, settings, moment) for settings, moment in SETTINGS]
    assert runs[0].count("Expression") > 100
    assert all(one == runs[0] for one in runs[1:])


@pytest.mark.skipif(not hasattr(__import__("time"), "tzset"), reason="the time zone cannot be set here")
@pytest.mark.parametrize("control", CONTROLS.values(), ids=CONTROLS)
def test_a_program_that_looked_at_them_would_be_caught(control: str) -> None:
    head = PROGRAM.partition("from explorer")[0]
    runs = {run(f"{head}\n{control}", settings, moment) for settings, moment in SETTINGS}
    assert len(runs) > 1
