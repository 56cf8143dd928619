"""What a page says by itself, in each of its languages: nothing missing, dates as people write them."""

import re

import pytest

from explorer import resources
from explorer.index.filter import ENGLISH, describe
from explorer.index.labels import country_names
from explorer.model import edtf
from explorer.model.decision import Review
from explorer.model.mention import Bound, Status
from explorer.model.query import Facet, Query, Trait
from explorer.model.when import Certainty, Modifier
from explorer.paint.words import LANGUAGES, words

OTHERS = [language for language in LANGUAGES if language != "en"]
TABLES = ("words", "values", "bounds", "filter", "dates", "kinds")


def fields(phrase):
    return set(re.findall(r"{\w+}", phrase))


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_every_word_with_the_same_fields(language):
    ours, theirs = words("en"), words(language)
    assert theirs.entries.keys() == ours.entries.keys()
    assert theirs.filter.keys() == ENGLISH.entries.keys()
    assert theirs.values.keys() == ours.values.keys()
    for mine, others in ((ours.entries, theirs.entries), (ENGLISH.entries, theirs.filter)):
        for key, phrase in mine.items():
            assert fields(phrase) == fields(others[key]), key


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_names_kinds_countries_months_and_forms_of_dates(language):
    theirs = words(language)
    assert theirs.kinds.keys() == resources.kinds().keys()
    assert theirs.countries.keys() == country_names().keys()
    assert theirs.patterns.keys() == words("de").patterns.keys()
    for month in edtf.MONTHS:
        assert month in theirs.names


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_which_side_of_a_number_is_meant(language):
    bounds = words(language).bounds
    assert bounds.keys() == {one.value for one in Bound}
    assert all(fields(phrase) == {"{value}"} for phrase in bounds.values())


def test_every_value_of_a_small_facet_has_a_name():
    known = [*Status, *Certainty, *Review, *Trait]
    assert words("en").values.keys() == {one.value for one in known}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty(language):
    tables = resources.toml(f"pages/{language}.toml")
    assert all(phrase for name in TABLES for phrase in tables.get(name, {}).values())


@pytest.mark.parametrize(
    ("english", "german", "spanish", "chinese"),
    [
        ("6 May 2020", "6. Mai 2020", "6 de mayo de 2020", "2020年5月6日"),
        ("6–9 May 2020", "6–9. Mai 2020", "6–9 de mayo de 2020", "2020年5月6–9日"),
        ("May 2020", "Mai 2020", "mayo de 2020", "2020年5月"),
        ("early 2019", "Anfang 2019", "principios de 2019", "2019初"),
        ("about May 2020", "etwa Mai 2020", "hacia mayo de 2020", "约2020年5月"),
        ("Q3 2019", "3. Quartal 2019", "T3 2019", "2019年第3季度"),
        ("summer 2019", "Sommer 2019", "verano de 2019", "2019年夏"),
        ("first half of 2019", "1. Halbjahr 2019", "1.er semestre de 2019", "2019年上半年"),
        ("2010s", "2010er", "años 2010", "2010年代"),
        ("19th century", "19. Jahrhundert", "siglo 19", "19世纪"),
        ("3 June – 4 July 2020", "3. Juni – 4. Juli 2020", "3 de junio – 4 de julio de 2020", None),
        ("6 May 2020, 14:30", "6. Mai 2020, 14:30", "6 de mayo de 2020, 14:30", "2020年5月6日 14:30"),
        ("44 BCE", "44 v. Chr.", "44 a. C.", "公元前44"),
        ("2020", "2020", "2020", "2020"),
    ],
)
def test_dates_are_written_in_the_order_of_the_language(english, german, spanish, chinese):
    assert words("en").date(english) == english
    assert words("de").date(english) == german
    assert words("es").date(english) == spanish
    assert chinese is None or words("zh").date(english) == chinese


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize(
    "text",
    ["2019-05-06", "2019-05", "2019", "201X", "18XX", "2019-21", "2019-33", "2019-05/..", "2018/2019-02"],
)
@pytest.mark.parametrize("modifier", [None, *Modifier])
def test_no_english_is_left_in_any_date(language, text, modifier):
    if text.endswith("..") and modifier is Modifier.BEFORE:
        return  # nothing lies before a date that is open there
    told = edtf.display(edtf.parse(text, modifier))
    said = words(language).date(told)
    english = "early|late|middle|about|perhaps|since|after|until|before|half|spring|century|May"
    assert not re.search(rf"\b({english})\b", said), (told, said)


def test_a_filter_is_told_in_the_language():
    query = Query(
        ticked=frozenset({(Facet.COUNTRY, "US"), (Facet.KIND, "ban"), (Facet.IS, "conflict")}),
        excluded=frozenset({(Facet.COMPANY, "Kestrel")}),
        lo_s=edtf.parse("2020-05-06").lo_s,
    )
    said = words("de")
    assert describe(query, said.naming({}), said.phrases()) == (
        "Art: Verbot · Unternehmen: nicht Kestrel · Land: Vereinigte Staaten · Merkmal: widersprüchlich · "
        "seit 6. Mai 2020"
    )


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_names_all_that_is_counted(language):
    known = resources.toml("extract/counted.toml")
    counted = {*known["meant"], *known["counted"]["things"].split()}
    symbols = {unit for unit in counted if re.fullmatch("[kMGT]?W?h?|MHz", unit)}
    assert words(language).units.keys() >= counted - symbols
    assert words(language).units.keys() >= resources.toml("merging.toml")["metrics"].keys() - {"growth", "fall"}


def test_units_are_said_with_what_they_are_of_and_where():
    german = words("de")
    assert german.unit("daily users") == "tägliche Nutzer"
    assert german.unit("users (IN)") == "Nutzer (Indien)"
    assert german.unit("EUR/share (revenue, DE)") == "EUR/Aktie (Umsatz, Deutschland)"
    assert german.unit("flux capacitors") == "flux capacitors"
    assert words("en").unit("daily users (IN)") == "daily users (India)"
