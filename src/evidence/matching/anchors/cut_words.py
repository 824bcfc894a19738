"""Words of a sentence that limit, deny or doubt what the rest of it says."""

import re
from typing import Final

_NOT: Final = r"not(?!\s(?:only|far|least|surprisingly|unexpectedly|unlike|just|to\smention))"
_PEOPLE: Final = (
    r"(?:patients?|adults?|children|infants?|neonates?|women|men|people|persons?|participants?"
    r"|subjects?|individuals?|those|volunteers?|smokers|survivors|carriers|recipients|cases"
    r"|adolescents|males?|females?|boys|girls)"
)
_KIND_OF: Final = r"(?:[^\W\d_][\w-]*\s){0,3}"
_MODELS: Final = (
    r"(?:mice|mouse|rats?|rabbits?|dogs?|pigs?|monkeys?|animals?|rodents?|zebrafish|vitro|vivo"
    r"|silico|xenografts?|cell\s(?:lines?|culture)|cultured|preclinical|murine|healthy)"
)
_PART_OF: Final = (
    r"(?:a\s|an\s|the\s)?(?!(?:pharmacokinetic|biops(?:y|ied)|imaging|imaged|sampled?|mri|serum)\s)"
    r"(?:\w+\s)?(?:subset|subgroup|subpopulation|minority|some|few|several"
    r"|exploratory|post[-\s]hoc|unadjusted|sensitivity|only|most)\b"
)
_NUMBER_OF: Final = r"\d+\s(?:of|out\sof)\s(?:the\s)?\d+"
_DOSES: Final = (
    r"(?:the\s)?(?:high|higher|highest|low|lower|lowest|maximal|maximum|supratherapeutic"
    r"|suprapharmacological|toxic|very|non)?[-\s]?"
    r"(?:\w+\s)?(?:doses?|concentrations?|exposures?|levels?)\b"
)

EXCEPTING: Final = re.compile(
    r"(?:and\s|or\s)?(?:but(?!\s(?:also|even|more\sso))|except(?:ing)?|unless|although|though|albeit|however|provided|providing"
    r"|with\sthe\sexceptions?|other\sthan|excluding|aside\sfrom|apart\sfrom|yet(?!\s(?:another|more|higher|lower|to)\b)|no\slonger"
    rf"|{_NOT}|nor|never|even\sthough|so\slong\sas|as\slong\sas|until|pending|only"
    r"|(?:was|were)\s(?:not|no\slonger|never)\s(?:seen|observed|found|present|apparent|evident"
    r"|sustained|maintained|detect\w+|noted|confirmed|replicated|reproduced))\b",
    re.IGNORECASE,
)
"""How a part of a sentence begins that takes something back."""

LIMITING: Final = re.compile(
    r"(?:only|solely|exclusively|mainly|largely|predominantly|primarily|(?<!even\s)if|when|whenever"
    rf"|{_NOT}|no\slonger"
    r"|without(?!\s(?!reaching|attaining|achieving|meeting)\w+ing\b|\sany\b|\s(?:a\s|an\s)?(?:increase|change|effect|loss|evidence|serious))"
    r"|in\sthe\s(?:absence|presence)\sof|in\scombination|in\saddition\sto|independent"
    rf"|(?:in|among|within|for)\s(?:only\s)?(?:{_PART_OF}|{_NUMBER_OF}|{_MODELS}\b)"
    rf"|(?:in|among|for)\s(?:the\s|all\s)?{_KIND_OF}{_PEOPLE}\s"
    r"(?:with|without|who|whose|aged|under|over|older|younger|receiving|taking|treated|at|not|given)"
    rf"|in\s(?:adults|children|women|men|adolescents|infants|neonates)\b"
    rf"|(?:at|with|above|below)\s{_DOSES}"
    r"|at\sleast\s\w+\s(?:doses?|weeks?|days?|months?)\s(?:before|after)"
    r"|after\s(?:failure|progression|prior|previous|adjustment)|in\sa\s(?:post|small|single)"
    r"|for\s(?:up\sto|less\sthan|the\sfirst|no\smore)|during\sthe\sfirst|up\sto"
    r"|as\s(?:second|third|fourth|last)[-\s]line|unadjusted)\b",
    re.IGNORECASE,
)
"""How the rest of a sentence begins that says when, where or in whom alone it holds."""

OF_WHOM: Final = re.compile(
    r"(?:with|without|who|whose|aged|receiving|treated|taking|having|undergoing|previously|under"
    r"|over|older|younger|not|in\swhom|that)\b",
    re.IGNORECASE,
)
"""How the rest begins that says which of the people or animals named last are meant."""

ENDS_WITH_PEOPLE: Final = re.compile(rf"\b(?:{_PEOPLE}|mice|rats|animals)\s*\Z", re.IGNORECASE)

NOT_SIGNIFICANT: Final = re.compile(
    r"(?:\w+\s){0,8}?(?:\bnot?\s(?:\w+\s){0,2}significan\w*|\bnon-?significan\w*|\bn\.\s?s\."
    r"|(?<![\w.])NS(?![\w.])|\bp\s?>\s?0?[.·]0?[5-9]\d*|\bp\s?=\s?(?:0?[.·](?:0[5-9]|[1-9])\d*|1\b))",
    re.IGNORECASE,
)

DOUBTED: Final = re.compile(
    r"\b(?:can\s?not|(?:could|should|must)\s(?:therefore\s|thus\s|hence\s)?not|do(?:es)?\snot"
    r"|did\snot|was\snot|were\snot|has\snot|have\snot|not)\s(?:yet\s)?(?:been\s|be\s)?"
    r"(?:extrapolated|carried\sover|transferred|inferred|assumed|taken\s(?:as|for)|excluded?|ruled\sout|judged?|applied|apply"
    r"|permit|generali[sz]ed?|established|confirmed?|known|tested|assessed|studied|adequate"
    r"|randomi[sz]ed|prespecified|powered|prove|proven|shown|answer(?:ed)?|tell|say)\b"
    r"|\b(?:whether|un(?:certain|clear|known|proven|confirmed)|remains?\sto\sbe|awaits?|inconclusive"
    r"|(?:needs?|requires?|awaits?)\s(?:to\sbe\s)?(?:further\s|more\s|larger\s)?"
    r"(?:confirm\w*|stud(?:y|ies|ied)|test(?:s|ing|ed)?|trials?|proof|replicat\w+|validat\w+)"
    r"|must\s(?:first\s|still\s)?be\s(?:confirmed|studied|tested|replicated|proven|shown|validated)"
    r"|of\s(?:doubtful|questionable|uncertain|unclear|unknown|limited|little)\s(?:\w+\s){0,2}"
    r"(?:relevance|importance|significance|value|meaning)|(?:has|have|needs?)\s(?:yet\s|still\s)?to\sbe\s\w+ed"
    r"|(?:yet|still)\sto\sbe\s(?:shown|seen|\w+ed)|too\s(?:short|small|few|brief|early|rare)"
    r"\s(?:\w+\s){0,2}to\s\w+|(?:low|very\slow|poor)[-\s](?:quality|certainty))\b",
    re.IGNORECASE,
)
"""Words behind a finding that say how little is known of it."""

DOUBTING: Final = re.compile(
    r"\b(?:(?:no|little|scant\w*|scarce|weak|poor|limited|insufficient|conflicting|inconclusive)"
    r"\s(?:\w+\s){0,3}(?:evidence|proof|indication|sign|support|data|reason)|not|never|cannot"
    r"|neither|nor|fail(?:ed|s|ure)?\sto|unable\sto|unclear|unknown|uncertain|unlikely|doubt\w*"
    r"|whether|if|hypothesi[sz]\w*|speculat\w*|postulat\w*|assum\w+|presum\w+|propos\w+|suppos\w+"
    r"|suggest\w*|conceivabl\w+|possibl\w+|possibility|perhaps|might|may|could|believed?|thought"
    r"|claims?\sthat|claimed|myth|contrary\sto|refut\w+|disprov\w+|reject\w*|questionable|seem\w*"
    r"|appears?|expected|predict\w*|anticipat\w*|only|few|rarely|seldom|hardly|without|lack\w*"
    r"|absence|aims?|aimed\sto|purpose|objectives?|goals?"
    r"|hypothesis|designed\sto|sought\sto|set\sout\sto|in\ssearch\sof|(?:in\sorder\s)?to\s(?:determine|test|investigate|assess|evaluate"
    r"|examine)|would)\b",
    re.IGNORECASE,
)
"""Words before a clause that take away that it is said to be so."""

OPENING: Final = re.compile(
    rf"(?:only|if|when|unless|except|at\s{_DOSES}|without|in\sthe\s(?:absence|presence)\sof"
    rf"|(?:in|among|for|within)\s(?:only\s)?(?:{_PART_OF}|{_NUMBER_OF}|{_MODELS}\b)"
    rf"|(?:in|among|for)\s(?:the\s|all\s)?{_KIND_OF}{_PEOPLE}\s"
    r"(?:with|without|who|whose|aged|under|over|older|younger|receiving|taking|treated|at|not|given)"
    rf"|in\s(?:adults|children|women|men|adolescents|infants|neonates)\b"
    r"|after\s(?:failure|progression|prior|previous)|with\sthe\sexception|contrary\sto)\b",
    re.IGNORECASE,
)
"""How a sentence opens that holds under a condition, or for some only."""

DENYING: Final = re.compile(
    r"\b(?:not|no|never|neither|nor|without|cannot|un(?:able|likely|clear)|fail(?:ed|s)?\sto|lack\w*"
    r"|absence|except|unless|only|but|although|however|if|whether|may|might)\b|n't\b",
    re.IGNORECASE,
)
"""Words that an ellipsis must not swallow within a sentence."""


def takes_back(qualifier: str) -> bool:
    """Whether a qualifier denies, excepts or doubts; else it says when or in whom a thing holds."""
    return bool(
        EXCEPTING.match(qualifier) or NOT_SIGNIFICANT.match(qualifier) or DOUBTED.search(qualifier)
    )
