"""Which part of a printed reference is the title, and which names the journal.

Both end in full stops, and both may hold some. What tells them apart is how abbreviations of
journals look: words cut short as ISO 4 does, with a stop behind each or none at all.
"""

import re
from collections.abc import Iterator
from typing import Final

_CLOSING: Final = {"“": "”", '"': '"', "'": "'", "‘": "’", "«": "»", "„": "“"}
_BOUNDARY: Final = re.compile(r"(?<=[.?!])[\"”’'»)\]]?\s+(?=[\w“\"'‘(¿¡])")
_WORDS: Final = re.compile(r"\S+")
# Words cut short as ISO 4 does it, of the journals of medicine, the life and natural sciences.
_ISO4: Final = frozenset(
    _WORDS.findall(
        "abstr acad acta adv afr am anaesth anal anat angew ann annu antimicrob antivir appl arch "
        "archit arthrit asian assoc astron astrophys atheroscler atmos aust autoimmun autom bact "
        "bacteriol behav biochem bioeng bioinform biol biomech biomed biophys biosci biotechnol "
        "br bull cardiol cardiovasc cent chem chin chir chron circ clin cogn coll comm commun "
        "comp compr comput concr conf contemp contr coord corros cosmochim crit cryst crystallogr "
        "cult curr cybern cytogenet cytol decis dent deriv dermatol dev diabetol diagn dig dis "
        "discov dtsch dyn earthq ecol econ educ electr electrochem electron endocr endocrinol eng "
        "engl entomol environ enzymol epidemiol epigenet equ ergon estim ethnopharmacol eur evid "
        "evol exp expert expl explor fam fed fertil fluoresc forens found fract front funct "
        "gastroenterol gastrointest gen genet genom geochem geod geogr geol geom geophys geosci "
        "geotech geriatr gerontol glob graph gynaecol gynecol haematol hematol hepatol hered hist "
        "histochem histol hortic hosp hum hydrol hyg hypertens ichthyol immun immunol immunother "
        "ind inf infect inflamm inform inorg inst instrum int integr intell interact interdiscip "
        "intern introd invest isr ital j jpn korean lab lang langmuir laryngol learn leg lett "
        "leuk limnol linguist lipidol lit logist lond mach macromol magn manag manuf mar mat "
        "mater math maxillofac meas mech med mem membr ment metab metall meteorol methods microb "
        "microbiol microsc mineral mod mol monogr morphol mutat nanotechnol nat natl naturforsch "
        "negl nephrol netw neural neurobiol neurochem neuroimaging neuroimmunol neurol "
        "neuropathol neuropharmacol neurophysiol neuropsychopharmacol neuroradiol neurorehabil "
        "neurosci neurosurg nucl numer nurs nutr obes obs obstet occup oceanogr oncol oper "
        "ophthalmol opin opt optim oral org organ organomet ornithol orthop otol otolaryngol "
        "paediatr palaeogeogr palaeontol parasitol partic pathol pediatr perc pers perspect pest "
        "petrol pharm pharmaceut pharmacogenom pharmacokinet pharmacol phil philol philos "
        "photobiol photochem phys physiol phytochem plast pol polit polym popul pract prev prim "
        "princ probab probl proc prod prof prog progr prosthet proteom psychiatr psychol "
        "psychopharmacol psychosom pulm q quant quart radiat radiol react rec regul rehabil relat "
        "reliab rep repr reprod res resp respir rev rheum rheumatol robot roy russ sc scand sci "
        "sect sediment semicond sens sep ser serv simul soc sociol softw spat spectr spectrom "
        "spectrosc stand stat statist strateg struct stud subst superconduct suppl surf surg surv "
        "sustain swiss symp syndr synth syst tech technol telecommun theor ther thermodyn thorac "
        "thromb thyroid top tour toxicol trab trans transfus transl transp transplant traumatol "
        "treat trop tuberc tumor univ urol vaccin vasc veg vet vib viral virol virt vis vitam "
        "wkly yearb z zool"
    )
)
# Abbreviations inside a title, or behind which a sentence goes on.
_IN_SENTENCES: Final = frozenset(
    _WORDS.findall(
        "vs v st dr mr mrs prof fig no vol cf etc e.g i.e eg ie ca approx spp sp subsp var al inc "
        "ltd co jr sr u.s u.k u.s.a"
    )
)
_LETTERS: Final = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_SMALL: Final = frozenset(
    _WORDS.findall(
        "of the and for in on de la du des der die das und et e y del di dei della le les a an & "
        "to für en do da"
    )
)
_SIGNS: Final = frozenset("-–—&:/")
_JOURNAL_WORD: Final = re.compile(
    r"^(?:The\s)?(?:\w+\s){0,2}(?:Journal|Annals|Archives|Proceedings|Transactions|Reviews?|Clinics)\b"
)
_MOST_WORDS: Final = 14
_LONGEST_NAME: Final = 8  # words
_MOST_BETWEEN_STOPS: Final = 4
_LONGEST_CUT: Final = 8  # letters


def divide(text: str, *, by_commas: bool = False) -> tuple[str, str]:
    """The title and the journal in what stands between the authors and the volume.

    `by_commas` says that commas part the elements of the reference. The title is empty where all of
    it names the journal, as in lists that print no titles.
    """
    text = text.strip(" ,;:")
    quoted = read_quoted(text)
    if quoted:
        title, rest = quoted
        return title, _journal(rest)
    if by_commas and ", " in text:
        title, venue = _at_last_comma(text)
        return trim_title(title), _journal(venue)
    ends = list(_sentence_ends(text))
    if not ends:
        return _without_sentences(text)
    if _is_abbreviated(text):
        return "", _journal(text)
    cut = ends[-1]
    while len(ends) > 1 and _is_abbreviation(text[ends[-2] : cut]):
        ends.pop()
        cut = ends[-1]
    before, comma, after = text[:cut].rpartition(", ")
    if comma and len(ends) == 1 and after[0].isupper() and _is_cut(after.split()[-1]):
        return trim_title(before), _journal(f"{after}{text[cut:]}")
    return trim_title(text[:cut]), _journal(text[cut:])


def divide_unnumbered(text: str) -> tuple[str, str]:
    """The same where no volume shows that there is a journal: it must look like one's name."""
    text = text.strip(" ,;:")
    quoted = read_quoted(text)
    if quoted is None and not next(_sentence_ends(text), 0):
        return trim_title(text), ""
    title, venue = divide(text)
    is_journal = len(venue.split()) <= _LONGEST_NAME and _is_name(venue.replace(".", ""))
    if title and is_journal:
        return title, venue
    return (quoted[0] if quoted else trim_title(text)), ""


def read_quoted(text: str) -> tuple[str, str] | None:
    """The title in the quotation marks with which `text` begins, and what follows."""
    closing = _CLOSING.get(text[:1], "")
    if not closing:
        return None
    usual = re.search(rf"(?<=[,.?!]){closing}|{closing}(?=[,.;:])|{closing}(?=\s*$)", text[1:])
    found = usual or re.search(rf"{closing}(?=\s)", text[1:])
    if found is None or found.start() < 2:
        return None
    return trim_title(text[1 : found.start() + 1]), text[found.end() + 1 :]


def trim_title(text: str) -> str:
    """The title without what ends it as a sentence of the list."""
    text = text.strip(" ,;:")
    quoted = text[1:-1] if len(text) > 2 and _CLOSING.get(text[0]) == text[-1] else text
    text = quoted.strip(" ,;:") if _CLOSING.get(text[:1], "#") not in quoted else text
    is_abbreviation = re.search(r"(?:\b[^\W\d_]\.){2}$|\betc\.$|\.\.\.$", text)
    return text if is_abbreviation else text.removesuffix(".").rstrip()


def first_sentence(text: str, *, may_be_abbreviated: bool = False) -> tuple[str, str]:
    """The first sentence of `text`, and what follows it; in an abbreviated name (`Proc. Int.
    Conf.`) no sentence ends.
    """
    ends = _sentence_ends(text)
    if may_be_abbreviated:
        ends = (end for end in ends if text[:end].split()[-1].rstrip(".").lower() not in _ISO4)
    end = next(ends, len(text))
    return text[:end].strip(), text[end:].strip()


def _sentence_ends(text: str) -> Iterator[int]:
    """Where a new sentence may begin: behind a full stop that belongs to no abbreviation."""
    for found in _BOUNDARY.finditer(text):
        before = text[: found.start()].rstrip("\"”’'»)]")
        last = before.rsplit(maxsplit=1)[-1] if before else ""
        bare = last[:-1].lstrip("(\"“'‘").lower()
        following = text[found.end() : found.end() + 1]
        if last.endswith(".") and (bare in _IN_SENTENCES or _LETTERS.fullmatch(bare)):
            continue
        if following.islower() and not _is_journal_in_lower_case(text[found.end() :]):
            continue
        yield found.end()


def _is_journal_in_lower_case(text: str) -> bool:
    """`eLife`, `mBio`, `npj Vaccines`, `iScience`, `bioRxiv`."""
    first = text.split(maxsplit=1)[0].rstrip(".,")
    return first in ("npj", "mSphere") or (first[:1].islower() and first[1:] != first[1:].lower())


def _is_abbreviation(piece: str) -> bool:
    """Whether a piece up to a full stop can be part of an abbreviated journal: `Natl Acad.`"""
    words = piece.strip().rstrip(".").split()
    if not piece.strip().endswith(".") or not 0 < len(words) <= _MOST_BETWEEN_STOPS:
        return False
    is_named = all(word[:1].isupper() or word in _SMALL or word in _SIGNS for word in words)
    return is_named and (_is_cut(words[-1]) or (len(words) == 1 and _looks_cut(words[0])))


def _is_cut(word: str) -> bool:
    """Whether the word is a known abbreviation, or has no more than three letters."""
    folded = word.strip("(),:;.").lower()
    return bool(folded) and (folded in _ISO4 or (word[:1].isupper() and len(folded) <= 3))


def _looks_cut(word: str) -> bool:
    """Whether a word can be cut short: before a consonant, as ISO 4 cuts."""
    return len(word) <= _LONGEST_CUT and word.isalpha() and word[-1].lower() not in "aeiouy"


def is_abbreviated_journal(text: str) -> bool:
    """Whether `text` is nothing but an abbreviated journal: all words cut, one of them known.

    Stricter than where a volume follows: `Med Chem J` is read, `Ou SI` and `Smith J` are not.
    """
    words = text.split()
    is_known = any(len(word.strip(".")) > 1 and word.strip(".").lower() in _ISO4 for word in words)
    return len(words) > 1 and is_known and all(map(_is_cut, words)) and words[0][:1].isupper()


def _is_abbreviated(text: str) -> bool:
    """Whether all of `text` is an abbreviated journal: each piece between full stops is."""
    pieces = [piece for piece in re.split(r"\.\s*", text) if piece.strip()]
    known = [_is_cut(piece.split()[-1]) for piece in pieces]
    return (
        len(text.split()) <= _MOST_WORDS
        and known[:1] == [True]
        and 2 * sum(known) >= len(known)
        and all(_is_abbreviation(f"{piece}.") for piece in pieces)
    )


def _without_sentences(text: str) -> tuple[str, str]:
    """Where no sentence ends: title and journal parted by a comma, or the journal alone."""
    title, venue = _at_last_comma(text)
    if title and _is_name(venue) and not _is_name(title):
        return trim_title(title), _journal(venue)
    return "", _journal(text)


def _at_last_comma(text: str) -> tuple[str, str]:
    """What stands before and behind the last comma, but for commas in a journal's own name."""
    before, _, after = text.rpartition(", ")
    while before:
        earlier, _, piece = before.rpartition(", ")
        if not (earlier and _is_name(piece) and _JOURNAL_WORD.search(piece)):
            break
        before, after = earlier, f"{piece}, {after}"
    return before, after


def _is_name(text: str) -> bool:
    """Whether all telling words begin with a capital, as in the name of a journal."""
    words = text.split()
    return 0 < len(words) <= _MOST_WORDS and all(
        word[:1].isupper() or word in _SMALL or word in _SIGNS or _is_journal_in_lower_case(word)
        for word in words
    )


def _journal(text: str) -> str:
    """The journal's name without what parts it from its neighbours."""
    text = text.lstrip(' .,;:([“”"').rstrip(' ,;:([“”"')
    text = re.sub(r"^in:?\s(?=[A-Z])", "", text, flags=re.IGNORECASE)
    has_stops = len(re.findall(r"\w\.(?=\s|$)", text)) > 1 or re.search(r"\b\w\.$", text)
    last = text.rstrip(".").rsplit(maxsplit=1)[-1:] or [""]
    is_cut = last[0].lower() in _ISO4 and last[0].lower() not in ("cancer", "cell")
    return text if has_stops and is_cut else text.removesuffix(".").rstrip(" ,")
