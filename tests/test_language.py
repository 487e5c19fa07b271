from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from factcheck.language import UNDETERMINED, detect_language

LANGUAGES = Path(__file__).parent.parent / "rules" / "languages"


@cache
def function_words() -> dict[str, list[str]]:
    yaml = YAML(typ="safe", pure=True)
    return {
        path.parent.name: yaml.load(path.read_text(encoding="utf-8"))["function_words"]
        for path in sorted(LANGUAGES.glob("*/text.yaml"))
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nordfly canceled 25 flights on 18 June"),
        ("en", "Ada Brandt opened the bridge."),
        ("en", "Brandt 's novel is widely read ."),
        ("id", "Nordfly membatalkan 25 penerbangan pada 18 Juni"),
        ("id", "Gubernur Ole Krag membuka jembatan itu."),
        ("id", "Kementerian menyediakan bantuan"),
        ("de", "Die Ministerin hat am Montag die Brücke in Oslo eröffnet, wie ihr Büro mitteilte."),
        ("nl", "De minister heeft maandag de brug in Oslo geopend en werd door het publiek onthaald."),
        ("fr", "La ministre a ouvert le pont dans la ville, selon les habitants qui sont venus avec elle."),
        ("es", "La ministra abrió el puente de la ciudad, según los vecinos que fueron con ella."),
        ("vi", "Bộ trưởng đã mở cây cầu tại thành phố và cho biết đây là một ngày không thể quên."),
        ("tr", "Bakan köprüyü açtı ve bu gün için bir konuşma yaptı, ancak daha sonra ayrıldı."),
        ("ru", "Министр открыла мост в городе."),
        ("uk", "Міністерка відкрила міст у місті, її зустріли мешканці."),
        ("ja", "大臣は月曜日に橋を開通させた。"),
        ("zh", "部长星期一为大桥剪彩。"),
        ("ko", "장관은 월요일에 다리를 개통했다."),
        ("ar", "افتتحت الوزيرة الجسر يوم الاثنين."),
        (UNDETERMINED, ""),
        (UNDETERMINED, "12 + 30 = 42"),
    ],
)
def test_language_of_a_text(language: str, text: str) -> None:
    assert detect_language(text, function_words()) == language


def test_foreign_names_do_not_turn_a_text() -> None:
    text = "The mayor of Düren, Ole von der Krag, and the chef de cabinet, Ines de la Falk, were in the room."
    assert detect_language(text, function_words()) == "en"


def test_a_language_is_known_by_the_words_it_is_given() -> None:
    text = "blee fna grut blee"
    assert detect_language(text, function_words()) == UNDETERMINED
    assert detect_language(text, {**function_words(), "xx": ["blee", "grut"]}) == "xx"


def test_only_the_beginning_is_read() -> None:
    text = "The bridge was opened by the minister. " * 200 + "Die Brücke wurde von der Ministerin eröffnet. " * 9000
    assert detect_language(text, function_words()) == "en"
