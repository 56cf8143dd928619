"""Companies in other languages: by legal form in every script, quotes, nouns, deeds; and what is none."""

import pytest

from explorer.extract.abroad import names
from explorer.model.mention import PartyType


def _companies(text: str, language: str) -> list[str]:
    return [hit.name for hit in names.find(text, language) if hit.type is PartyType.COMPANY]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "ООО «Северный лес» продало завод", ["Северный лес"]),
        ("ru", "Прибыль АО «Рассвет-Агро» выросла", ["Рассвет-Агро"]),
        ("ru", "контракт ПАО «Газпром» с Siemens", ["Gazprom", "Siemens"]),
        ("ru", "читал книгу «Северный лес»", []),
        ("ja", "株式会社青空製菓は工場を閉鎖した", ["青空製菓"]),
        ("ja", "北海電機株式会社の売上高", ["北海電機"]),
        ("ja", "トヨタ自動車とSonyは合意した", ["Toyota", "Sony"]),
        ("ko", "주식회사 한빛제과는 공장 문을 닫았다", ["한빛제과"]),
        ("ko", "정부는 Uber의 영업을 금지했다", ["Uber"]),
        ("zh", "民航局吊销了蓝翼航空有限公司的许可", ["蓝翼航空"]),
        ("zh", "零售商汇丰电器向法院申请破产", ["汇丰电器"]),
        ("zh", "汇丰2019年裁员", ["HSBC"]),
        ("zh", "部分要约方式收购公司股份", []),
        ("zh", "张勇于2019年卸任", []),
        ("id", "PT Gembira Ria Tbk membangun pabrik", ["Gembira Ria"]),
        ("id", "Bank Lestari resmi dibeli", ["Bank Lestari"]),
        ("id", "Departemen Kehakiman AS menolak", []),
        ("es", "Vidriera Lucena S.A. cerró su planta", ["Vidriera Lucena"]),
        ("es", "Lucentia compró una planta", ["Lucentia"]),
        ("es", "Marta Elgar asumió la presidencia", []),
        ("es", "Portugal compró vacunas", []),
        ("es", "El Gobierno compró vacunas", []),
        ("fr", "les ventes d'Airbus en Asie", ["Airbus"]),
        ("fr", "L'Italie a autorisé les vols", []),
        ("fr", "L'assureur Maubert a perdu un procès", ["Maubert"]),
        ("fr", "le chinois Tavora et l'usine Berlioz de Rouen", ["Tavora", "Berlioz"]),
        ("de", "des Energieversorgers Ostkraft AG", ["Ostkraft"]),
        ("de", "der Molkerei Alpenfrisch GmbH", ["Molkerei Alpenfrisch"]),
        ("de", "Der Kornblau-Chef und die Kornblau-Aktie", ["Kornblau", "Kornblau"]),
        ("de", "der DAX-Konzern und ihr Co-Chef", []),
        ("de", "die Privatbank in Wien", []),
        ("pl", "Spółka Zielony Brzeg S.A. otworzyła fabrykę", ["Zielony Brzeg"]),
        ("vi", "Công ty Sao Mai khai trương nhà máy", ["Sao Mai"]),
    ],
)
def test_names_are_found_by_what_stands_around_them(language: str, text: str, expected: list[str]) -> None:
    assert _companies(text, language) == expected
