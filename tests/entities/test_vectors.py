"""What is named in a text, and what is not: in Indonesian and in English."""

import pytest

from tests.entities.site import link, named

ID = [
    # A dateline, an alias, a name inside a longer one.
    (
        "YEREVAN – Armenia bersiap meninggalkan Organisasi Perjanjian Keamanan Kolektif",
        [("YEREVAN", "yerevan"), ("Armenia", "armenia"), ("Organisasi Perjanjian Keamanan Kolektif", "csto")],
    ),
    (
        "Nagorno\u2011Karabakh dan Karabakh",
        [("Nagorno-Karabakh", "nagorno-karabakh"), ("Karabakh", "nagorno-karabakh")],
    ),
    # Particles join the name; after a hyphen they stand outside.
    (
        "Armenianya, Rusiapun, Rusia pun",
        [("Armenianya", "armenia"), ("Rusiapun", "russia"), ("Rusia", "russia")],
    ),
    ("NATO-nya, NATOnya, AS-lah", [("NATO", "nato"), ("NATOnya", "nato"), ("AS", "united-states")]),
    # Parts of other words are nothing.
    ("Kenya, Kepala, Belarusia, Amerikanisasi, Armenianisme", []),
    # Prefixes stand outside.
    (
        "pro-Rusia, pro Rusia, proRusia, prorusia, pasca-Soviet",
        [("Rusia", "russia"), ("Rusia", "russia"), ("Rusia", "russia"), ("Soviet", "soviet-union")],
    ),
    ("Eks-NATO", [("NATO", "nato")]),
    # Compounds: two names stand apart, unknown parts abstain.
    ("Armenia-AS", [("Armenia", "armenia"), ("AS", "united-states")]),
    ("Armenia–AS", [("Armenia", "armenia"), ("AS", "united-states")]),
    ("ke-AS-an", [("AS", None)]),
    ("Rusia-Pasifik, NATO-2", [("Rusia", None), ("NATO", None)]),
    # Guards consume their words.
    ("2 miliar dolar AS, AS Roma, US$5 juta, bahasa Rusia, Bahasa Rusia", []),
    ("Rusia Putih", [("Rusia Putih", "belarus")]),
    # Case: acronyms exactly, names also in capitals, terms also raised.
    ("as roda, As roda, ARMENIA", [("ARMENIA", "armenia")]),
    ("AS RODA KERETA PATAH", [("AS", None)]),
    (
        "Kemitraan strategis dan kemitraan strategis",
        [("Kemitraan strategis", "strategic-partnership"), ("kemitraan strategis", "strategic-partnership")],
    ),
    # Names that mean two things abstain, unless a word of place says which.
    ("Sekutu Moskow itu", [("Moskow", "russia")]),
    ("mereka bertemu di Yerevan", [("Yerevan", "yerevan")]),
    ("harga bahan baku naik", []),
    ("Baku tembak pecah", [("Baku", None)]),
    # Persons: the surname once the full name stood; another first name is another person.
    ("kata Pashinyan", [("Pashinyan", None)]),
    (
        "Nikol Pashinyan tiba. Kata Pashinyan, Anna Pashinyan pergi.",
        [("Nikol Pashinyan", "nikol-pashinyan"), ("Pashinyan", "nikol-pashinyan"), ("Pashinyan", None)],
    ),
    ("James O\u2019Brien di kota; O'Brien", [("James O'Brien", "james-obrien"), ("O'Brien", "james-obrien")]),
    # Letters composed or not, and letters that change length when folded.
    ("Presiden İ Əliyev dan Erdog\u0306an", [("Əliyev", "erdogan"), ("Erdoğan", "erdogan")]),
]
EN = [
    (
        "Armenia\u2019s, Armenians, U.S.-based, Russia-led",
        [
            ("Armenia", "armenia"),
            ("Armenians", "armenia"),
            ("U.S.", "united-states"),
            ("Russia", "russia"),
        ],
    ),
    ("the United States\u2019 allies", [("United States", "united-states")]),
    ("pro-NATO, Ex-NATO, unNATO", [("NATO", "nato"), ("NATO", "nato"), ("NATO", "nato")]),
    ("tell us who", []),
    ("US GIVES UP ON WHO", [("US", None), ("WHO", None)]),
    ("George Washington, Washington Post", []),
    ("Washington said", [("Washington", "united-states")]),
    ("in Washington", [("Washington", "washington")]),
    ("Georgian wine; Georgia's", [("Georgian", "georgia"), ("Georgia", "georgia")]),
    ("Russian language, ethnic Russian, US dollar", []),
    ("Georgia-Pacific", [("Georgia", None)]),
    ("Strategic Partnership", [("Strategic Partnership", "strategic-partnership")]),
    (
        "Mr Nikol Pashinyan. President Pashinyan",
        [
            ("Nikol Pashinyan", "nikol-pashinyan"),
            ("Pashinyan", "nikol-pashinyan"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("lang", "text", "expected"), [("id", *row) for row in ID] + [("en", *row) for row in EN]
)
def test_named(lang, text, expected):
    """Each naming is found with its exact words; what is doubtful has no key."""
    assert named(link(lang, f"<p>{text}</p>")) == expected
