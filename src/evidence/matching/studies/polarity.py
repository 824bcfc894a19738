"""Whether two statements say and deny the same."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile
from typing import Final

from evidence.matching.studies.clauses import Clause, Sort, Token, read_clauses, read_quotes
from evidence.matching.studies.cues import Cue, Keys, Sides, cues_in, keys_of, shared, unanswered
from evidence.matching.studies.opposites import opposite
from evidence.matching.studies.roots import word_set
from evidence.matching.studies.shift import Shift
from evidence.matching.studies.significance import significance_of

_PLAIN: Final = frozenset({
    "not", "no", "never", "none", "neither", "nor", "without", "cannot", "nothing", "nobody",
})  # fmt: skip
# Words that deny as `not` does, and now and then mean something else.
_DENYING: Final = re.compile(
    r"fail(?:ing|s|ed)?|unable|lack(?:s|ed|ing)?|absen(?:t|ce)|devoid|except\w*|unless|"
    r"exclu(?:d\w*|sions?)|barring|apart|aside|save|despite|regardless|irrespective|"
    r"un(?:chang|affect|alter|known|clear|test|studi|prove|treat|abl|likel|impair)\w*|"
    r"non(?!inferior|small|fatal|invasive|elective)[a-z]{4,}|in(?:sufficient|significant)\w*|"
    r"little|hardly|barely|scarcely|rare(?:ly)?|negligible|zero|0|free|los(?:t|es?|ing)|gone|"
    r"spar(?:es?|ed|ing)|avoid\w*|instead|disappear\w*|vanish\w*|abolish\w*|omit\w*|withheld|"
    r"miss(?:ed|es|ing)?|refus\w*|declined|stop(?:s|p\w+)?"
)
# Words that may come to a denial, alone or with their clause.
_TURNING: Final = re.compile(
    r"in(?:adequate|effective|active|sensitive|dependent|tolerant|conclusive|frequent|complete|"
    r"distinguishable|ability)\w*|impossible|dis(?:continu)\w*|un(?!i|der|til\b|its?\b)\w{3,}|"
    r"contraindicat\w*|few(?:er)?|less|low(?:er)?|slight\w*|small|short|weak|minimal\w*|poor\w*|"
    r"worse\w*|harm\w*|resist\w*|refractory|negativ\w*|open|question\w*|doubt\w*|await\w*|naive|new|first|"
    r"rul(?:ed|es)|refut\w*|blind\w*|prevent\w*|protect\w*|halt\w*|ceas\w*|end(?:ed|s)?|withdraw\w*|"
    r"removal|only|alone|sole(?:ly)?|exclusively|mere(?:ly)?|limited|restrict\w*|confin\w*|out|off|"
    r"back|before|until|yet|independent\w*|part(?:ly)?|half|outside|beyond"
)
# Words for what stays as it is: they deny that anything changed or differed.
_STILL: Final = re.compile(
    r"similar\w*|compar(?:able|ably)|equal\w*|equivalent\w*|same|identical\w*|alike|left|leav(?:es?|ing)|stay\w*|"
    r"remain\w*|kept|keep\w*|held|stable|constant|maintain\w*|preserv\w*|persist\w*|intact|"
    r"well|safe\w*|toler\w*|neutral\w*|return\w*|baseline|normal\w*|still|consistent|versus|between"
)
_CHANGE: Final = frozenset({
    "up", "down", "good", "worse", "slow", "differ", "chang", "effect", "affect", "alter", "cause",
    "link", "prevent", "impair", "harm", "influenc", "impact", "loss", "gain", "declin",
})  # fmt: skip
_NOUNS: Final = frozenset({"heart", "kidney", "renal", "liver", "respiratory", "treatment"})
_OF_FIGURES: Final = frozenset({"differ", "p", "ratio", "hazard", "odd", "confid", "interv", "ci"})
_BOUND: Final = re.compile(r"exceed|beyond|later|past|last")
_MOST: Final = 24  # cues of a statement: every pair of two is compared
_SHARE_OF_CLAIM: Final = 0.5  # of what a denial is about, that the other side speaks of
_SHARE_OF_QUOTE: Final = 0.6
_LIGHT: Final = word_set(
    "find found see seen observ report show occur develop ariz aros reach becom appear seem give "
    "gave follow lead result detect measur provid yield meet met remain"
)
_ADVISING: Final = frozenset({"must", "should", "ought"})
_DENIED: Final = 3  # words behind a denial that may be what it denies
_LEAST_SHARED: Final = 2  # keys, and one more where there are several sentences
_PRONOUNS: Final = frozenset({"it", "them"})
_NEAR: Final = 3  # words before a denial that may deny it
_SHOWN: Final = 6
_HEADS: Final = 5  # words behind a denial among which stands what it denies


@dataclass(frozen=True, slots=True)
class _Side:
    """One of two statements: its clauses, and what each speaks of."""

    clauses: Sequence[Clause]
    about: Sequence[Keys]

    @property
    def everything(self) -> Keys:
        """What all of it speaks of."""
        return frozenset[str]().union(*self.about)

    @property
    def is_one_sentence(self) -> bool:
        """Whether it says all in one sentence."""
        return not any(each.sentence for each in self.clauses)


def differing_negation(claim: str, quotes: Sequence[str]) -> Shift | None:
    """What the claim denies and no quote does, or a quote denies and the claim says; None where
    nothing is.

    Each denial of one side is answered by one of the other on the same matter, however that is
    worded (`except` for `not in`). One without an answer is told where the other side speaks of
    what it denies, and has no word that may come to the same (`similar`, `only`, `protected`).
    """
    parts = read_quotes(quotes)
    ours, theirs = _side(read_clauses(claim)), _side([each for _, each in parts])
    if not ours.clauses or not theirs.clauses:
        return None
    if cue := _lone_denial(ours, theirs, _SHARE_OF_CLAIM):
        said = _nearest(cue, theirs)
        return Shift(_words(ours, cue), _line(theirs.clauses[said].tokens), parts[said][0])
    if cue := _lone_denial(theirs, ours, _SHARE_OF_QUOTE):
        said = _nearest(cue, ours)
        return Shift(_line(ours.clauses[said].tokens), _words(theirs, cue), parts[cue.clause][0])
    return opposite(claim, quotes)


def _side(clauses: Sequence[Clause]) -> _Side:
    return _Side(clauses, [keys_of(each, _is_denying) for each in clauses])


def _lone_denial(denying: _Side, saying: _Side, share: float) -> Cue | None:
    """The first plain denial without an answer, of something that the others say."""
    ours, theirs = _without_shared(_denials(denying.clauses), _denials(saying.clauses))
    sides = Sides(denying.about, saying.about)
    least = _LEAST_SHARED + (not (denying.is_one_sentence and saying.is_one_sentence))
    for cue in unanswered(ours, theirs, sides, denying.everything):
        enough = max(least, share * len(cue.about))
        if (
            cue.is_plain
            and len(shared(cue.about, saying.everything)) >= enough
            and _is_said_together(cue, saying)
            and not _is_advice(denying, cue)
            and not _is_of_another(denying, cue, saying)
            and not _may_say_the_same(denying, cue, saying)
        ):
            return cue
    return None


def _is_said_together(cue: Cue, saying: _Side) -> bool:
    """Whether half of what the denial is about stands in one clause of the others, or in two, and
    not with other numbers: what is denied of 36% may hold for 64%.
    """
    pairs = (one | two for one, two in pairwise([*saying.about, frozenset[str]()]))
    if not any(2 * len(shared(cue.about, each)) >= len(cue.about) for each in pairs):
        return False
    ours, theirs = (
        {each for each in keys if each[0].isdigit()} for keys in (cue.about, saying.everything)
    )
    return not ours or not theirs or bool(ours & theirs)


def _may_say_the_same(denying: _Side, cue: Cue, saying: _Side) -> bool:
    """Whether the clauses that are nearest to the denial's may come to it by a word of their own,
    or by their figures.
    """
    kinds = frozenset(each.kind for clause in denying.clauses for each in clause.tokens)
    most = max(len(cue.about & each) for each in saying.about)
    near = [at for at, each in enumerate(saying.about) if 2 * len(cue.about & each) >= max(2, most)]
    words = [
        each.folded for at in near for each in saying.clauses[at].tokens if each.kind not in kinds
    ]
    if any(_TURNING.fullmatch(each) or _DENYING.fullmatch(each) for each in words):
        return True
    denied = _behind(denying, cue)[:_HEADS]
    heads = frozenset(each.kind for each in denied if each.sort is Sort.CONTENT)
    if heads & _CHANGE and any(map(_STILL.fullmatch, words)):
        return True
    if heads & _CHANGE and any(_tells_none(saying.clauses, at) for at in near):
        return True
    return any(map(_BOUND.fullmatch, heads)) and not heads & saying.everything  # `not exceed 24 mg`


def _tells_none(clauses: Sequence[Clause], at: int) -> bool:
    """Whether the figures of a clause, or of the brackets behind it, tell no difference."""
    figures = takewhile(_is_of_figures, clauses[at + 1 :])
    words = (each.written for clause in (clauses[at], *figures) for each in clause.tokens)
    return significance_of(" ".join(words)) is False


def _is_of_figures(clause: Clause) -> bool:
    return len(clause.roots - _OF_FIGURES) < 2 and not clause.negates


def _denials(clauses: Sequence[Clause]) -> tuple[Cue, ...]:
    return tuple(islice(cues_in(clauses, _is_denial, _is_denying, _is_plain), _MOST))


def _without_shared(
    ours: Sequence[Cue], theirs: Sequence[Cue]
) -> tuple[tuple[Cue, ...], tuple[Cue, ...]]:
    """The denials of both but for words that both sides have: `excluded` of what was excluded."""
    both = {each.word.kind for each in ours} & {each.word.kind for each in theirs}
    first, second = (
        tuple(each for each in side if each.is_plain or each.word.kind not in both)
        for side in (ours, theirs)
    )
    return first, second


def _is_denial(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word denies: not the second of a pair (`neither … nor`), and no noun (`heart
    failure`).
    """
    word = tokens[at].folded
    before = {each.folded for each in tokens[:at]}
    if not _is_denying(tokens[at]) or "whom" in before or {"except", "where"} <= before:
        return False  # `except in men, in whom no effect was seen` denies it once
    if word == "excluded" and any(map(_is_plain, tokens[max(0, at - _NEAR) : at])):
        return False  # `could not be excluded`
    if word == "nor":
        return not any(each.folded == "neither" for each in tokens[:at])
    behind = [each for each in tokens[at + 1 :] if each.folded not in _PRONOUNS][:1]
    if word == "without" and all(each.sort is Sort.MARK for each in behind):
        return False  # `8.5% with the drug and 8.4% without it`
    if _is_plain(tokens[at]):
        return True
    return at == 0 or tokens[at - 1].folded not in _NOUNS


def _is_advice(denying: _Side, cue: Cue) -> bool:
    """Whether it tells what not to do."""
    tokens = denying.clauses[cue.clause].tokens
    before = tokens[: len(tokens) - len(_behind(denying, cue)) - 1]
    return bool(before) and before[-1].folded in _ADVISING


def _is_of_another(denying: _Side, cue: Cue, saying: _Side) -> bool:
    """Whether the others have none of the words that are denied."""
    behind = (
        each
        for each in _behind(denying, cue)
        if each.sort is Sort.CONTENT and not _is_denying(each)
    )
    denied = list(islice((each for each in behind if not each.folded.endswith("ly")), _DENIED))
    is_light = not denied or denied[0].root in _LIGHT
    return not is_light and not shared(frozenset(each.kind for each in denied), saying.everything)


def _is_plain(token: Token) -> bool:
    return token.folded in _PLAIN or token.folded.endswith("n't")


def _is_denying(token: Token) -> bool:
    return _is_plain(token) or _DENYING.fullmatch(token.folded) is not None


def _behind(side: _Side, cue: Cue) -> Sequence[Token]:
    """The words of its clause behind a cue."""
    tokens = side.clauses[cue.clause].tokens
    at = next(at for at, each in enumerate(tokens) if each is cue.word)
    return tokens[at + 1 :]


def _nearest(cue: Cue, side: _Side) -> int:
    """The clause that has most in common with the denial's."""
    return max(range(len(side.about)), key=lambda at: len(cue.about & side.about[at]))


def _words(side: _Side, cue: Cue) -> str:
    """The denial with the words behind it."""
    return _line([cue.word, *_behind(side, cue)])


def _line(tokens: Sequence[Token]) -> str:
    words = [each.written for each in tokens if each.sort is not Sort.MARK]
    return " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
