"""What a name of several senses means, by the words around it and the rest of the page."""

from datetime import date

import pytest

from plugins.entities.entries import Entry, Guard, Name
from plugins.entities.index import Index
from plugins.entities.language import read_language
from plugins.entities.linker import Fragment, Target, link_page
from tests.entities.site import named


def person(key, title, summary="", **facts):
    """Make a person whose surname is the last word."""
    names = (Name(key, title, "name", True), Name(key, title.split()[-1], "surname"))
    return Entry(key, names, type="person", summary=summary, **facts)


def land(key, title, *aliases, homograph=False, **facts):
    """Make a country or place."""
    names = (Name(key, title, "name", True, homograph), *(Name(key, *alias) for alias in aliases))
    return Entry(key, names, **({"type": "country"} | facts))


def office(key, title, *aliases):
    """Make an office."""
    names = (Name(key, title, "name", True), *(Name(key, alias, "name") for alias in aliases))
    return Entry(key, names, type="office")


COMMON = (
    land("jordan", "Jordan", homograph=True),
    land("lima", "Lima", homograph=True, type="place"),
    land("peru", "Peru"),
    land(
        "georgia",
        "Georgia",
        ("Sakartvelo", "name"),
        related=("tbilisi",),
        cues=("Ossetia", "Black Sea"),
        valid="1991-04-09/..",
    ),
    land("georgia-us", "Georgia", type="place", related=("atlanta",), cues=("Savannah",)),
    land("tbilisi", "Tbilisi", type="place"),
    land("atlanta", "Atlanta", type="place"),
    person("bush-senior", "George H. W. Bush", "president"),
    person("kate-bush", "Kate Bush", "singer"),
    person("erdogan", "Recep Tayyip Erdoğan", "a president, and no sultan"),
)
ENTRIES = {
    "id": (
        *COMMON,
        land("russia", "Rusia", ("Moskow", "metonym")),
        land("moscow", "Moskow", type="place"),
        land("masa", "Masa"),
        land("armenia", "Armenia", ("Yerevan", "metonym")),
        land("yerevan", "Yerevan", type="place"),
        land("azerbaijan", "Azerbaijan", ("Baku", "metonym")),
        land("baku", "Baku", homograph=True, type="place"),
        land("united-states", "Amerika Serikat", ("Washington", "metonym"), ("AS", "acronym")),
        Entry("sjahrir", (Name("sjahrir", "Sjahrir", "name", True),), type="person"),
        land("un", "PBB", type="organisation"),
        office("un-head", "Sekretaris Jenderal PBB", "Sekretaris Jenderal"),
        Entry("seneca", (Name("seneca", "Seneca", "name", True, True),), type="person", summary="Pemimpin."),
        Entry("pan", (Name("pan", "PAN", "acronym", True, True),), type="organisation"),
        Entry("inflation", (Name("inflation", "inflasi", "term", True, True),), type="concept"),
    ),
    "en": (
        *COMMON,
        land("russia", "Russia", ("Moscow", "metonym")),
        land("moscow", "Moscow", type="place"),
        land("united-states", "United States", ("Washington", "metonym")),
        land("washington", "Washington", type="place"),
        land("turkey", "Turkey", ("Ankara", "metonym"), homograph=True),
        land("belgium", "Belgium", ("Brussels", "metonym")),
        land("eu", "European Union", ("Brussels", "metonym"), type="organisation"),
        land("portugal", "Portugal", ("Portuguese", "demonym")),
        land("un", "UN", type="organisation"),
        office("un-head", "UN Secretary-General", "Secretary-General", "Secretary-General of the UN"),
        Entry(
            "seneca",
            (Name("seneca", "Seneca", "name", True, True),),
            type="person",
            summary="A chief of his people.",
        ),
        Entry("who", (Name("who", "WHO", "acronym", True, True),), type="organisation"),
        person("de-gaulle", "Charles de Gaulle"),
        Entry(
            "annan",
            (Name("annan", "Kofi Annan", "name", True), Name("annan", "Annan", "surname")),
            type="person",
        ),
    ),
}
INDEXES = {lang: Index(entries, read_language(lang)) for lang, entries in ENTRIES.items()}
TARGETS = {one.key: Target(f"/{one.key}/") for entries in ENTRIES.values() for one in entries}


def read(lang, *html, **page):
    """Link fragments with this glossary."""
    return link_page([Fragment(one) for one in html], INDEXES[lang], TARGETS, **page)


def sense(lang, text, name, **page):
    """Return what the last `name` of a text means."""
    found = [one for one in read(lang, text, **page).mentions if one.surface == name]
    return found[-1].key if found else "no mention"


SENSES = [
    # Governments say, want and act.
    ("id", "<p>Moskow menuduh mereka.</p>", "Moskow", "russia"),
    ("id", "<p>Dengan Washington membantu Yerevan, pakta itu selesai.</p>", "Yerevan", "armenia"),
    ("id", "<p>Dengan Washington membantu Yerevan, pakta itu selesai.</p>", "Washington", "united-states"),
    ("id", "<p>Sekutu Moskow itu menjadi mitra.</p>", "Moskow", "russia"),
    ("id", "<p>Itu kegagalan Moskow mencegah serangan.</p>", "Moskow", "russia"),
    ("id", "<p>Ia mengakui kedaulatan Baku atas wilayah itu.</p>", "Baku", "azerbaijan"),
    ("id", "<p>Ada tekanan dari Moskow kepada mereka.</p>", "Moskow", "russia"),
    ("id", "<p>Kini Washington dan Moskow menuntut waktu.</p>", "Washington", "united-states"),
    ("en", "<p>Washington has agreed to pay.</p>", "Washington", "united-states"),
    ("en", "<p>They feared Moscow's refusal.</p>", "Moscow", "russia"),
    ("en", "<p>It lives on support from Moscow.</p>", "Moscow", "russia"),
    ("en", "<p>Moscow and Washington signed it.</p>", "Moscow", "russia"),
    ("en", "<p>Ties between Russia and Washington froze.</p>", "Washington", "united-states"),
    # Cities are where one is.
    ("id", "<p>Mereka bertemu di Moskow.</p>", "Moskow", "moscow"),
    ("id", "<p>Ia terbang ke Moskow.</p>", "Moskow", "moscow"),
    ("id", "<p>Ibu kota Rusia, Moskow, dingin.</p>", "Moskow", "moscow"),
    ("id", "<p>YEREVAN – Hujan turun.</p>", "YEREVAN", "yerevan"),
    ("id", "<p>YEREVAN (ANTARA) – Hujan turun.</p>", "YEREVAN", "yerevan"),
    ("en", "<p>They met in Washington and said little.</p>", "Washington", "washington"),
    ("en", "<p>Moscow, the capital of Russia, is cold.</p>", "Moscow", "moscow"),
    ("en", "<p>Moscow is the capital of Russia.</p>", "Moscow", "moscow"),
    ("en", "<p>It began at noon Moscow time.</p>", "Moscow", "moscow"),
    # With nothing to say which: the city where it cannot be what acts, has an entry and is no ordinary word.
    ("en", "<p>She likes Moscow.</p>", "Moscow", "moscow"),
    ("en", "<p>Moscow's parks are green.</p>", "Moscow", "moscow"),
    ("en", "<p>Moscow is cold.</p>", "Moscow", None),
    ("en", "<p>Now Moscow is our best customer.</p>", "Moscow", None),
    ("en", "<p>She likes Ankara.</p>", "Ankara", None),
    # In a list of places it is one; at the ends of a way too.
    ("en", "<p>They met in Lima, Tbilisi and Moscow.</p>", "Moscow", "moscow"),
    ("en", "<p>They met in Peru, and Moscow was cold.</p>", "Moscow", None),
    ("en", "<p>Talks between Tbilisi and Moscow froze.</p>", "Moscow", "russia"),
    ("en", "<p>The road between Moscow and Tbilisi froze.</p>", "Moscow", "moscow"),
    ("id", "<p>Perundingan antara Moskow dan Tbilisi macet.</p>", "Moskow", "russia"),
    ("id", "<p>Jalan antara Moskow dan Tbilisi macet.</p>", "Moskow", "moscow"),
    # … but not beside another capital, or after what is done to somebody: then it may be the government.
    ("en", "<p>She likes Moscow and Ankara.</p>", "Moscow", None),
    ("en", "<p>She likes Ankara, Moscow and Lima.</p>", "Moscow", None),
    ("en", "<p>They met in Ankara and Moscow.</p>", "Moscow", "moscow"),
    ("en", "<p>All must be acceptable to Washington, Ankara and Moscow.</p>", "Moscow", "russia"),
    ("en", "<p>All must be acceptable to Washington, Moscow and Ankara.</p>", "Moscow", "russia"),
    ("en", "<p>According to Ankara, Moscow is cold.</p>", "Moscow", None),
    ("en", "<p>They drove between Washington and Moscow.</p>", "Moscow", "moscow"),
    ("en", "<p>It takes Moscow to court.</p>", "Moscow", None),
    ("id", "<p>Ia suka Moskow dan Washington.</p>", "Moskow", None),
    ("id", "<p>Ia suka Washington, Moskow, dan Lima.</p>", "Moskow", None),
    ("id", "<p>Ia suka Moskow dan Lima.</p>", "Moskow", "moscow"),
    ("id", "<p>Semua bergantung pada Washington, Yerevan, dan Moskow.</p>", "Moskow", "russia"),
    ("id", "<p>Ia bolak-balik antara Washington dan Moskow.</p>", "Moskow", "moscow"),
    ("id", "<p>Pengadilan menawarkan Moskow kepadanya.</p>", "Moskow", None),
    # Who acts for a state in a capital may be of the city or of the government.
    ("en", "<p>Officials in Moscow worry.</p>", "Moscow", None),
    ("en", "<p>Officials met in Moscow.</p>", "Moscow", "moscow"),
    ("en", "<p>Georgia saw Portuguese officials in Moscow.</p>", "Moscow", "moscow"),
    ("en", "<p>Bakers in Moscow worry.</p>", "Moscow", "moscow"),
    ("en", "<p>Decisions that matter are made in Moscow.</p>", "Moscow", None),
    ("en", "<p>Cars that matter are made in Moscow.</p>", "Moscow", "moscow"),
    ("en", "<p>Officials in Tbilisi worry.</p>", "Tbilisi", "tbilisi"),
    ("id", "<p>Pejabat di Moskow cemas.</p>", "Moskow", None),
    ("id", "<p>Pejabat bertemu di Moskow.</p>", "Moskow", "moscow"),
    ("id", "<p>Perubahan di Moskow terasa.</p>", "Moskow", None),
    ("id", "<p>Keputusan yang menentukan tetap diambil di Moskow.</p>", "Moskow", None),
    ("id", "<p>Foto yang menentukan tetap diambil di Moskow.</p>", "Moskow", "moscow"),
    # So may the other capitals of the sentence, and one that stands for others.
    ("en", "<p>Friends in Washington found a home in Moscow.</p>", "Moscow", None),
    ("en", "<p>Friends in Washington worry. They live in Moscow.</p>", "Moscow", "moscow"),
    ("en", "<p>It is rare in Moscow and other capitals.</p>", "Moscow", None),
    ("en", "<p>It is rare in Moscow and other towns.</p>", "Moscow", "moscow"),
    ("id", "<p>Pejabat di Washington mencari rumah di Moskow.</p>", "Moskow", None),
    ("id", "<p>Itu jarang di Moskow atau ibu kota lain.</p>", "Moskow", None),
    ("id", "<p>Itu jarang di Moskow atau desa lain.</p>", "Moskow", "moscow"),
    # In a headline only words that are listed are verbs of governments.
    ("id", "<h2>Moskow menutup dua jalan</h2>", "Moskow", None),
    ("id", "<h2>Moskow menolak</h2>", "Moskow", "russia"),
    ("id", "<p>Moskow menutup dua jalan.</p>", "Moskow", "russia"),
    ("en", "<h2>Moscow closed two roads</h2>", "Moscow", None),
    ("en", "<p>Moscow closed two roads.</p>", "Moscow", "russia"),
    # Two governments of one capital: the one that the page names.
    ("en", "<p>Brussels agreed.</p>", "Brussels", None),
    ("en", "<p>The European Union waits. Brussels agreed.</p>", "Brussels", "eu"),
    # Ordinary words are names only where their place says so.
    ("id", "<p>Harga bahan baku naik.</p>", "Baku", "no mention"),
    ("id", "<p>Baku tembak pecah.</p>", "Baku", None),
    ("id", "<p>Bahan Baku Minyak Naik Tajam</p>", "Baku", None),
    ("id", "<p>Lima orang tewas.</p>", "Lima", None),
    ("id", "<p>Ia tiba di Lima. Lima orang menyambutnya.</p>", "Lima", None),
    ("id", "<p>Ibu kota Peru, Lima, kering.</p>", "Lima", "lima"),
    ("id", "<p>Ia tiba di Lima. Lima adalah kota besar.</p>", "Lima", "lima"),
    ("en", "<p>Peru and Lima wait.</p>", "Lima", "lima"),
    ("en", "<p>Jordan said no.</p>", "Jordan", "jordan"),
    ("en", "<p>Turkey tastes best cold.</p>", "Turkey", None),
    ("en", "<p>The king of Jordan waits.</p>", "Jordan", "jordan"),
    ("en", "<p>We met Jordan Ellis.</p>", "Jordan", None),
    ("en", "<p>We met Michael Jordan.</p>", "Jordan", None),
    ("en", "<p>Read Washington Irving.</p>", "Washington", None),
    # Shared names.
    ("id", "<p>Negara bagian Georgia menang.</p>", "Georgia", "georgia-us"),
    ("en", "<p>Georgia, the country on the coast, waits.</p>", "Georgia", "georgia"),
    ("en", "<p>They met in Atlanta, Georgia.</p>", "Georgia", "georgia-us"),
    ("en", "<p>They flew from Tbilisi to Atlanta, Georgia.</p>", "Georgia", "georgia-us"),
    ("en", "<p>Georgia lies by the Black Sea, and so does Ossetia.</p>", "Georgia", "georgia"),
    ("en", "<p>Tbilisi and Ossetia wait. Georgia waits.</p>", "Georgia", "georgia"),
    ("en", "<p>Savannah, Ossetia and the Black Sea. Georgia waits.</p>", "Georgia", "georgia"),
    ("en", "<p>Savannah and the Black Sea. Georgia waits.</p>", "Georgia", None),
    ("en", "<p>Georgia waits.</p>", "Georgia", None),
    # Names in its own paragraph weigh more than the rest of the page.
    ("en", "<p>Savannah. Atlanta waits.</p><p>TBILISI – Georgia waits.</p>", "Georgia", "georgia"),
    ("en", "<p>TBILISI – Savannah beat Georgia.</p>", "Georgia", None),
    ("en", "<p>Tbilisi and Atlanta wait. Georgia waits.</p>", "Georgia", None),
    (
        "id",
        "<p>Savannah. Atlanta menunggu.</p><p>TBILISI – Warga Georgia menunggu.</p>",
        "Georgia",
        "georgia",
    ),
    ("id", "<p>TBILISI – Savannah mengalahkan Georgia.</p>", "Georgia", None),
    # Surnames.
    ("en", "<p>Bush waits.</p>", "Bush", None),
    ("en", "<p>Kate Bush sang. Bush left.</p>", "Bush", "kate-bush"),
    ("en", "<p>Kate Bush met George H. W. Bush. Bush left.</p>", "Bush", None),
    ("en", "<p>Kate Bush met George H. W. Bush. Then President Bush left.</p>", "Bush", "bush-senior"),
    ("en", "<p>Recep Tayyip Erdoğan came. Emine Erdoğan stayed.</p>", "Erdoğan", None),
    ("en", "<p>Recep Tayyip Erdoğan came. When Erdoğan left, it rained.</p>", "Erdoğan", "erdogan"),
    ("en", "<p>Then Erdoğan left.</p><h2>Recep Tayyip Erdoğan</h2>", "Erdoğan", "erdogan"),
    ("en", "<p>One.</p><p>Erdoğan left.</p><p>Recep Tayyip Erdoğan</p>", "Erdoğan", None),
    # A heading may be ahead of the full name by one block.
    (
        "en",
        "<p>A.</p><p>B.</p><h2>Erdoğan's year</h2><p>Recep Tayyip Erdoğan came.</p>",
        "Erdoğan",
        "erdogan",
    ),
    # With a royal title only one of whom the entry says so.
    ("en", "<p>Kate Bush sang. King Bush left.</p>", "Bush", None),
    ("en", "<p>Kofi Annan came. King Annan left.</p>", "Annan", None),
    ("en", "<p>Recep Tayyip Erdoğan came. Then Sultan Erdoğan left.</p>", "Erdoğan", "erdogan"),
    ("id", "<p>Kate Bush bernyanyi. Ratu Bush pergi.</p>", "Bush", None),
    ("id", "<p>Recep Tayyip Erdoğan datang. Sultan Erdoğan pergi.</p>", "Erdoğan", "erdogan"),
    # An apposition that says what no entry says is of somebody else.
    ("en", "<p>We read Seneca, the philosopher of Rome.</p>", "Seneca", None),
    ("en", "<p>We read Seneca, the chief of his people.</p>", "Seneca", "seneca"),
    ("en", "<p>We read Seneca, a chief.</p>", "Seneca", "seneca"),
    ("en", "<p>We read Seneca, a Roman.</p>", "Seneca", None),
    ("en", "<p>We read Seneca, the pupil of it.</p>", "Seneca", None),
    ("en", "<p>She flew to Jordan.</p><p>Jordan, the swimmer, waits.</p>", "Jordan", None),
    ("en", "<p>She flew to Jordan.</p><p>Jordan, the kingdom, waits.</p>", "Jordan", "jordan"),
    ("id", "<p>Kami membaca Seneca, sang filsuf.</p>", "Seneca", None),
    ("id", "<p>Kami membaca Seneca, sang pemimpin.</p>", "Seneca", "seneca"),
    ("id", "<p>Kami membaca Seneca, lalu tidur.</p>", "Seneca", "seneca"),
    # What is built like a verb acts, where nothing before it could; what cities do as well says nothing.
    ("id", "<p>Moskow menyusun rencana.</p>", "Moskow", "russia"),
    ("id", "<p>Moskow memiliki banyak taman.</p>", "Moskow", "moscow"),
    ("id", "<p>Petugas pajak Moskow menolak.</p>", "Moskow", "moscow"),
    ("id", "<p>Ia tahu bahwa Moskow menolak.</p>", "Moskow", "russia"),
    ("id", "<p>Usul itu didukung Moskow.</p>", "Moskow", "russia"),
    ("id", "<p>Wilayah itu dilanda Moskow.</p>", "Moskow", "moscow"),
    ("id", "<p>Ia teken kesepakatan sendiri dengan Moskow.</p>", "Moskow", "russia"),
    ("id", "<p>Ia bolak-balik antara Tbilisi dan Moskow untuk mencari jalan.</p>", "Moskow", "moscow"),
    ("id", "<p>Moskow, dalam pernyataannya, menolak.</p>", "Moskow", "russia"),
    ("id", "<p>Moskow, anaknya, menolak.</p>", "Moskow", None),
    ("en", "<p>He went back and forth between Tbilisi and Moscow.</p>", "Moscow", "moscow"),
    ("en", "<p>There is a trade deal of sorts with Moscow.</p>", "Moscow", "russia"),
    ("en", "<p>Moscow, meanwhile, drew up a list.</p>", "Moscow", None),
    ("en", "<p>Moscow, meanwhile, refused.</p>", "Moscow", "russia"),
    ("en", "<p>Moscow is negotiating now.</p>", "Moscow", "russia"),
    ("en", "<p>Moscow is growing now.</p>", "Moscow", "moscow"),
    ("en", "<p>Then Moscow protest leaders met.</p>", "Moscow", None),
    ("en", "<p>Then Moscow will protest loudly.</p>", "Moscow", "russia"),
    ("en", "<p>It may anger Moscow again.</p>", "Moscow", "russia"),
    ("en", "<p>The federation offers Moscow as a venue.</p>", "Moscow", None),
    ("en", "<p>The Moscow/Tbilisi line is dead.</p>", "Moscow", None),
    ("en", "<p>Moscow, 3 May 1995. The delegates arrive.</p>", "Moscow", "moscow"),
    ("en", "<p>MOSCOW. The delegates arrive.</p>", "MOSCOW", "moscow"),
    ("en", "<p>Capital: Moscow</p>", "Moscow", "moscow"),
    ("en", "<p>Moscow regretted it.</p>", "Moscow", "russia"),
    ("en", "<p>Moscow hosted the games.</p>", "Moscow", "moscow"),
    ("en", "<p>The taxmen of old Moscow refused.</p>", "Moscow", "moscow"),
    ("en", "<p>They met when Moscow refused.</p>", "Moscow", "russia"),
    ("en", "<p>They like Moscow, which refused.</p>", "Moscow", "russia"),
    ("id", "<p>Itu urusan Moskow, yang menolak.</p>", "Moskow", "russia"),
    # Acronyms that are words: capitals among small letters.
    ("id", "<p>PAN lahir kemudian.</p>", "PAN", "pan"),
    ("id", "<p>PAN ANTILENGKET DIJUAL</p>", "PAN", None),
    ("en", "<p>WHO counts them.</p>", "WHO", "who"),
    ("en", "<p>WHO WILL PAY?</p>", "WHO", None),
    # Terms that are words: something must speak for them.
    ("id", "<p>Harga naik karena inflasi.</p>", "inflasi", None),
    ("id", "<p>Harga naik karena inflasi. Inflasi turun.</p>", "inflasi", "inflation"),
    ("id", "<p>Harga di Armenia naik karena inflasi.</p>", "inflasi", "inflation"),
    # What is in doubt at first is clear when the page has been read.
    ("en", "<p>Jordan waits.</p><p>She flew to Jordan.</p>", "Jordan", "jordan"),
    ("en", "<p>Turkey waits.</p><p>She flew to Turkey. Turkey is for lunch.</p>", "Turkey", "turkey"),
    ("en", "<p>She flew to Turkey. Turkey tastes good.</p>", "Turkey", None),
    ("en", "<p>She flew to Lima, in Peru.</p><p>Jordan.</p>", "Jordan", "jordan"),
    # Other bearers, the bare word, and things called so.
    ("en", "<p>They printed it in a typeface called Georgia.</p>", "Georgia", None),
    ("id", "<p>Di Yordania ada anak bernama Jordan.</p>", "Jordan", None),
    ("en", "<p>They flew to Jordan. She met another Jordan there.</p>", "Jordan", None),
    ("id", "<p>Ia ke Lima. Kami bicara soal Lima lain.</p>", "Lima", None),
    ("en", "<p>Kofi Annan came. The town of Annan waits.</p>", "Annan", None),
    ("en", "<p>Kofi Annan came. They like Annan, a small town.</p>", "Annan", None),
    ("en", "<p>They came by the Charles de Gaulle.</p>", "Charles de Gaulle", None),
    ("en", "<p>They drank a Lima.</p>", "Lima", None),
    ("en", "<p>In Peru we met Peru Smith.</p>", "Peru", None),
    ("en", "<p>In Peru on a Monday, in Peru Monday.</p>", "Peru", "peru"),
    ("en", "<p>They flew to Lima, Ohio, today.</p>", "Lima", None),
    ("en", "<p>Kofi Annan came. They like “Annan” best.</p>", "Annan", None),
    ("en", "<p>Kofi Annan came. They joined the Annan Society.</p>", "Annan", None),
    ("en", "<p>They rode on a horse nicknamed Peru.</p>", "Peru", None),
    ("id", "<p>Di Peru ada kucing bernama Peru.</p>", "Peru", None),
    ("id", "<p>Di sana ada negara bernama Peru.</p>", "Peru", "peru"),
    ("id", "<p>Kami bertemu Sjahrir Adi.</p>", "Sjahrir", None),
    ("id", "<p>Kami bertemu Sjahrir Senin.</p>", "Sjahrir", "sjahrir"),
    ("id", "<p>Kami bertemu Bambang Sjahrir.</p>", "Sjahrir", None),
    ("id", "<p>Bambang ada. Menurut Sjahrir tidak.</p>", "Sjahrir", "sjahrir"),
    ("id", "<p>Hari itu Peru Grand dibuka.</p>", "Peru", "no mention"),
    ("en", "<p>She flew to Lima. Then Lima is the name of a bean.</p>", "Lima", None),
    ("en", "<p>She flew to Lima. Then Lima is the capital.</p>", "Lima", "lima"),
    ("id", "<p>Mereka mengira Lima itu nama orang.</p>", "Lima", None),
    ("id", "<p>Mereka mengira Lima itu kota besar.</p>", "Lima", "lima"),
    # An office in small letters, beside whose it is.
    ("en", "<p>The UN Secretary-General came.</p>", "UN Secretary-General", "un-head"),
    ("en", "<p>The UN secretary-general came.</p>", "UN secretary-general", "un-head"),
    ("en", "<p>The secretary-general of the UN came.</p>", "secretary-general of the UN", "un-head"),
    ("en", "<p>The secretary-general came.</p>", "secretary-general", "no mention"),
    ("id", "<p>Kata sekretaris jenderal PBB, ya.</p>", "sekretaris jenderal PBB", "un-head"),
    ("id", "<p>Sekretaris jenderal PBB datang.</p>", "Sekretaris jenderal PBB", "un-head"),
    ("id", "<p>Kata sekretaris jenderal itu, ya.</p>", "sekretaris jenderal", "no mention"),
    # Everybody's titles say nothing.
    ("en", "<p>We met Mr Jordan there.</p>", "Jordan", None),
    ("en", "<p>We met King Jordan there.</p>", "Jordan", "jordan"),
    ("id", "<p>Kami bertemu Pak Jordan.</p>", "Jordan", None),
    # Of two senses the page names one by another name.
    ("en", "<p>Sakartvelo waits.</p><p>Georgia waits.</p>", "Georgia", "georgia"),
    # A word that looks like a name with an ending.
    ("id", "<p>Masalah itu sulit.</p>", "Masalah", "no mention"),
    ("id", "<p>Masalah itu sulit.</p>", "Masa", "no mention"),
    # “Capital” beside it makes a doubtful name the city; an abbreviation ends no sentence.
    ("id", "<p>Lima, ibu kota Peru, sepi.</p>", "Lima", "lima"),
    ("en", "<p>Lima, the capital of Peru, waits.</p>", "Lima", "lima"),
    ("id", "<p>Lihat hlm. Jordan dalam indeks.</p>", "Jordan", "jordan"),
    ("en", "<p>See vs. Jordan in the index.</p>", "Jordan", "jordan"),
    ("en", "<p>It was about Moscow's refusal.</p>", "Moscow", "russia"),
    # A people's name may be its language.
    ("en", "<p>The word means squid in Portuguese.</p>", "Portuguese", None),
    ("en", "<p>They speak Portuguese there.</p>", "Portuguese", None),
    ("en", "<p>Leste is the word, and Portuguese is the language.</p>", "Portuguese", None),
    ("en", "<p>Now English and Portuguese appear on signs.</p>", "Portuguese", None),
    ("en", "<p>And Portuguese, the language, helps.</p>", "Portuguese", None),
    ("en", "<p>They met in Portuguese towns.</p>", "Portuguese", "portugal"),
    ("en", "<p>It came by way of Portuguese.</p>", "Portuguese", None),
    ("en", "<p>The texts are in Portuguese and Portuguese only.</p>", "Portuguese", None),
    ("en", "<p>Portuguese, a subject in schools, helps.</p>", "Portuguese", None),
    ("en", "<p>Portuguese, Spanish and other towns.</p>", "Portuguese", "portugal"),
    # A noun that opens a sentence is nobody's first name.
    ("id", "<p>Recep Tayyip Erdoğan tiba. Tulisan Erdoğan singkat.</p>", "Erdoğan", "erdogan"),
]


@pytest.mark.parametrize(("lang", "text", "name", "expected"), SENSES)
def test_senses(lang, text, name, expected):
    """Each rule decides as its evidence says, and abstains where there is none."""
    assert sense(lang, text, name) == expected


def test_time_tells_senses_apart():
    """Before a sense began it is not meant."""
    text = "<p>Georgia waits.</p>"

    assert sense("en", text, "Georgia", as_of=date(1980, 1, 1)) == "georgia-us"
    assert sense("en", text, "Georgia", as_of=date(2000, 1, 1)) is None


def test_every_decision_has_its_evidence():
    """A mention says which rule decided, and by what."""
    (mention,) = read("id", "<p>Moskow menuduh mereka.</p>").mentions

    assert (mention.rule, mention.evidence) == ("government", "before “menuduh”")


def test_a_short_name_in_brackets_is_not_linked():
    """Of “Full Name (ACR)” the full name is the link, even where a cap drops it."""
    linked = read("id", "<p>Amerika Serikat (AS) menang.</p>")

    assert [one.linkable for one in linked.mentions] == [True, False]


def test_guards_of_the_glossary():
    """A guard with a key sends its phrase there; one without consumes it."""
    guards = (Guard("Georgia Tech"), Guard("New Georgia", "solomons"))
    entry = Entry("georgia", (Name("georgia", "Georgia", "name", True),), guards)
    linked = link_page(
        [Fragment("Georgia Tech, New Georgia, Georgia")], Index([entry], read_language("en")), {}
    )

    assert named(linked) == [("New Georgia", "solomons"), ("Georgia", "georgia")]
