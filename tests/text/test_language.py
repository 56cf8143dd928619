import pytest

from explorer.text.language import LANGUAGES, detect


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The company said on Tuesday that it would close two plants and move the work elsewhere."),
        ("de", "Das Unternehmen teilte am Dienstag mit, dass es zwei Werke schließen und verlagern werde."),
        ("fr", "L'entreprise a annoncé mardi qu'elle fermerait deux usines et déplacerait la production."),
        (
            "es",
            "La empresa anunció el martes que cerraría dos plantas y trasladaría la producción a otro país.",
        ),
        ("it", "L'azienda ha annunciato martedì che chiuderà due stabilimenti e sposterà la produzione."),
        ("pt", "A empresa anunciou na terça-feira que fechará duas fábricas e transferirá a produção."),
        ("nl", "Het bedrijf maakte dinsdag bekend dat het twee fabrieken gaat sluiten en verplaatsen."),
        ("ru", "Во вторник компания сообщила, что закроет два завода и перенесёт производство."),
        ("id", "Perusahaan itu mengatakan pada Selasa bahwa dua pabriknya akan ditutup dan dipindahkan."),
        ("pl", "Firma poinformowała we wtorek, że zamknie dwie fabryki i przeniesie produkcję."),
        ("sv", "Företaget meddelade i tisdags att det stänger två fabriker och flyttar produktionen."),
        ("tr", "Şirket salı günü iki fabrikayı kapatacağını ve üretimi taşıyacağını açıkladı."),
        ("uk", "У вівторок компанія повідомила, що закриє два заводи й перенесе виробництво."),
        ("zh", "该公司周二表示，将关闭两家工厂，并把生产转移到其他地方。"),
        ("ja", "同社は火曜日、二つの工場を閉鎖し、生産を移転すると発表した。"),
    ],
)
def test_a_sentence_is_enough_to_tell(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "Snap", "12 34 56", "\ud800"])
def test_english_is_assumed_where_nothing_can_be_told(text: str) -> None:
    assert detect(text) == "en"


def test_only_languages_of_the_date_rules_are_given() -> None:
    assert detect("Yritys ilmoitti tiistaina sulkevansa kaksi tehdasta ja siirtävänsä tuotannon.") in LANGUAGES
