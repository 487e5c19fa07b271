"""Makes `countries.json` from CLDR (through Babel) and the capitals and demonyms of the package countryinfo.

Run at development time only, with Babel installed and countryinfo unpacked somewhere, then commit the result:

    python -m factcheck.tables.generate FOLDER_OF_COUNTRYINFO/data factcheck/tables/countries.json
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from factcheck.tables.spelling import words_of

LANGUAGES = ("en", "id", "de", "vi", "ms", "fr", "es", "pt", "it", "nl", "tr", "pl", "sv", "da", "fi")
COUNTRYINFO = "countryinfo 1.0.1 (PyPI), MIT licence, Copyright (c) 2018 Porimol Chandro"

# Dependent territories and Antarctica: their chief towns share names with cities and people (Kingston, Stanley) and
# stand for no government, so they get no capital; nor the demonym of the state they belong to (French, American).
_TERRITORIES = frozenset(
    re.findall(
        "[A-Z]{2}",
        "AC AI AN AQ AS AW AX BL BM BQ BV CC CK CP CW CX DG EA EH FK FO GF GG GI GL GP GS GU HK HM IC IM IO"
        " JE KY MF MO MP MQ MS NC NF NU PF PM PN PR QO RE SH SJ SX TA TC TF TK UM VG VI WF YT EU EZ UN XA XB ZZ",
    )
)
# What is out of date or missing in countryinfo 1.0.1.
_CAPITALS = {
    "BI": ["Gitega"], "KZ": ["Astana"], "LK": ["Colombo"], "VA": ["Vatican City"], "XK": ["Pristina"],
    "US": ["Washington", "Washington D.C."], "SZ": ["Mbabane"], "NR": ["Yaren"], "SM": [], "PW": ["Ngerulmud"],
    "PS": ["Ramallah"], "MK": ["Skopje"], "GW": ["Bissau"], "MM": ["Naypyidaw"], "RS": ["Belgrade"],
}  # fmt: skip
_DEMONYMS = {
    "BW": ["Botswanan"], "CD": ["Congolese"], "CG": [], "DM": [], "DO": ["Dominican"], "LS": ["Basotho"],
    "KG": ["Kyrgyz"], "TJ": ["Tajik"], "UZ": ["Uzbek"], "KZ": ["Kazakh"], "XK": ["Kosovar", "Kosovan"],
    "CS": [], "PS": ["Palestinian"], "MV": ["Maldivian"], "AR": ["Argentine", "Argentinian"], "RS": ["Serbian"],
    "GB": ["British"], "VA": ["Vatican"],
}  # fmt: skip


def main(countryinfo: Path, target: Path) -> None:
    """Writes the table; the same sources give the same bytes."""
    import babel

    countries = _countries(_facts(countryinfo))
    sources = {
        "names": f"Unicode CLDR through Babel {babel.__version__}, Unicode licence v3",
        "capitals_and_demonyms": f"{COUNTRYINFO}; corrections in generate.py, capitals in other languages from CLDR",
    }
    table = {"sources": sources, "countries": countries}
    target.write_text(json.dumps(table, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")


def _facts(folder: Path) -> dict[str, Mapping[str, Any]]:
    """countryinfo's records by ISO code; the first file of a code counts."""
    facts: dict[str, Mapping[str, Any]] = {}
    for path in sorted(folder.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        code = record.get("ISO", {}).get("alpha2")
        if code and not path.name.startswith("._"):
            facts.setdefault(code.upper(), record)
    return facts


def _countries(facts: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    from babel import Locale

    locales = {language: Locale.parse(language) for language in LANGUAGES}
    codes = sorted(code for code in map(str, locales["en"].territories) if re.fullmatch("[A-Z]{2}", code))
    states = [code for code in codes if code not in _TERRITORIES]
    taken = {name for code in states for name in _demonyms(code, facts)}
    cities = {language: _cities(locale) for language, locale in locales.items()}
    return {
        code: _country(code, facts, locales, cities, taken) for code in codes if code not in {"EU", "EZ", "UN", "ZZ"}
    }


def _country(
    code: str,
    facts: Mapping[str, Mapping[str, Any]],
    locales: Mapping[str, Any],
    cities: Mapping[str, Mapping[str, str]],
    taken: set[str],
) -> dict[str, Any]:
    names = {language: _variants(locale.territories.get(code, "")) for language, locale in locales.items()}
    names["en"] = _unique([*names["en"], *_variants(facts.get(code, {}).get("name", ""))])
    demonyms = _demonyms(code, facts)
    if code in _TERRITORIES:
        return {"names": names, "demonyms": {"en": [d for d in demonyms if d not in taken]}, "capitals": {}}
    english = [city for city in _capitals(code, facts) if words_of(city) != words_of(names["en"][0])]
    return {"names": names, "demonyms": {"en": demonyms}, "capitals": _translated(english, cities)}


def _capitals(code: str, facts: Mapping[str, Mapping[str, Any]]) -> list[str]:
    capital = facts.get(code, {}).get("capital")
    return _CAPITALS.get(code, [capital] if isinstance(capital, str) and capital else [])


def _demonyms(code: str, facts: Mapping[str, Mapping[str, Any]]) -> list[str]:
    listed = re.split("[,/]", facts.get(code, {}).get("demonym") or "")
    return _DEMONYMS.get(code, [name.strip() for name in listed if name.strip()])


def _cities(locale: Any) -> dict[str, str]:
    """Cities of the time zones: the zone's own name in English → its name in the language, where CLDR has one."""
    from babel import Locale

    english = Locale.parse("en").time_zones
    cities = {}
    for zone, names in locale.time_zones.items():
        if "city" in names:
            for source in (english.get(zone, {}).get("city"), zone.rpartition("/")[2].replace("_", " ")):
                cities[" ".join(words_of(source or ""))] = names["city"]
    return cities


def _translated(english: list[str], cities: Mapping[str, Mapping[str, str]]) -> dict[str, list[str]]:
    if not english:
        return {}
    of = {
        language: [known.get(" ".join(words_of(city)), city) for city in english] for language, known in cities.items()
    }
    return {language: _unique([*of[language], *(english if language == "en" else [])]) for language in of}


def _variants(name: str) -> list[str]:
    """CLDR's "Myanmar (Burma)" is two names, "Congo - Kinshasa" and "Bosnia & Herzegovina" have another form."""
    plain, _, alternative = name.rstrip(")").partition(" (")
    forms = [plain.replace("’", "'"), alternative.replace("’", "'")]
    forms += [form.replace(" & ", " and ") for form in forms if " & " in form]
    forms += [form.replace("St. ", "Saint ") for form in forms if form.startswith("St. ")]
    return _unique(form for form in forms if form)


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
