"""ID numbers (公民身份号码, GB 11643-1999) of 18 characters.

Residence permits of Hong Kong, Macau and Taiwan residents (港澳台居民居住证, since 2018, beginning
with 81, 82, 83) and the foreign permanent resident ID card (外国人永久居留身份证, since 2023,
beginning with 9) have the same shape: six digits of place or nation, the birth date, three digits
of which the last is odd for men, and an ISO 7064 MOD 11-2 check character.

The county part is not checked: many valid people carry codes that no longer exist, or that did
not exist when they were born, and refusing a valid number is much worse than passing a wrong one.

>>> parse("６４０１０４１９９００３０７０６８ｘ").sex
'female'
>>> mask("64010419900307068X")
'6401**********068X'
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Final, Literal, NamedTuple

from shared_rules import patterns
from shared_rules.findings import RuleError
from shared_rules.identity.writing import QUOTES, bare, capitals, has_unseen, sample, standard

Kind = Literal["resident", "hmt_permit", "foreign_permit"]
Sex = Literal["female", "male"]
Change = Literal["quotes", "spaces", "full_width", "lower_case", "unseen"]
CHANGE_MESSAGES: Final[Mapping[Change, str]] = {
    "quotes": "writing.quotes",
    "spaces": "writing.spaces",
    "full_width": "writing.full_width",
    "lower_case": "writing.lower_case",
    "unseen": "writing.unseen",
}

LENGTH: Final = 18
_FIRST_GENERATION_LENGTH: Final = 15
_EARLIEST_BIRTH_YEAR: Final = 1900
_SHOWN_AT_EACH_END: Final = 4
_PROVINCES: Final = "1234567"  # what their codes begin with
_FOREIGN: Final = "9"
_HMT: Final = ("81", "82", "83")
_SHAPE: Final = re.compile(r"[0-9]{17}[0-9X]")
_STANDARD: Final = re.compile(rf"(?=[{_PROVINCES}{_FOREIGN}]|{'|'.join(_HMT)})[0-9]{{17}}[0-9X]")
_UNWANTED: Final = re.compile(r"[^0-9X]|X(?!\Z)")
_AMONG_WORDS: Final = patterns.later(r"(?<![0-9])[0-9](?: *[0-9]){16} *[0-9Xx](?![0-9])")
_LOOKALIKE_X: Final = patterns.later(r"[ХхΧχ×✕✖]\Z")


class IdNumber(NamedTuple):
    """A valid number in its standard spelling, and what is written inside it."""

    value: str
    kind: Kind
    birth_date: date
    sex: Sex

    def __repr__(self) -> str:
        return f"IdNumber({mask(self.value)})"


def compact(text: str | None) -> str:
    """The number as GB 11643 writes it: plain digits, capital X, no spaces, no quotes around it."""
    if text and _SHAPE.fullmatch(text):
        return text
    return capitals(bare(text or "").strip(QUOTES))


def parse(text: str | None) -> IdNumber:
    """What the number says.

    Raises:
        RuleError: `id_number.…`: `missing`, `fifteen_digits`, `cyrillic_x`, `characters`,
            `length`, `birth_date`, `check_character`, `unknown_kind`.
    """
    number = text if text and _SHAPE.fullmatch(text) else _shaped(compact(text))
    born = _checked_birth_date(number)
    return IdNumber(number, _kind(number), born, "female" if is_womans(number) else "male")


def standard_birth_date(text: str) -> date | None:
    """The birth date in a valid number in its standard spelling; None of any other text.

    >>> standard_birth_date("64010419900307068X"), standard_birth_date("64010419900307068x")
    (datetime.date(1990, 3, 7), None)
    """
    if not _STANDARD.fullmatch(text):
        return None
    try:
        return _checked_birth_date(text)
    except RuleError:
        return None


def is_womans(number: str) -> bool:
    """Whether a number in its standard spelling is a woman's."""
    return number[16] in "02468"


def is_residents(number: str) -> bool:
    """Whether a number in its standard spelling is of a resident ID card (居民身份证)."""
    return number[:1] in tuple(_PROVINCES)


def _shaped(number: str) -> str:
    if not _SHAPE.fullmatch(number):
        raise _misshapen(number)
    return number


def changes(text: str) -> list[Change]:
    """What `parse` changes in the writing of a valid number.

    >>> changes("'640104 19900307 068x"), changes("64010419900307068X")
    (['quotes', 'spaces', 'lower_case'], [])
    """
    found: dict[Change, bool] = {
        "quotes": bare(text) != bare(text).strip(QUOTES),
        "spaces": any(map(str.isspace, text)),
        "full_width": any(not (c.isspace() or unicodedata.is_normalized("NFKC", c)) for c in text),
        "lower_case": "x" in standard(text),
        "unseen": has_unseen(text),
    }
    return [change for change, is_made in found.items() if is_made]


def is_valid(text: str | None) -> bool:
    """Whether `parse` takes the number."""
    try:
        parse(text)
    except RuleError:
        return False
    return True


def occurs_in(text: str) -> bool:
    """Whether a text holds a valid number, alone or among words.

    >>> occurs_in("王芳，身份证号：640104 19900307 068x"), occurs_in("电话 0951-2090080")
    (True, False)
    """
    if len(text) < LENGTH or not any(map(str.isdigit, text)):
        return False
    return any(map(is_valid, _AMONG_WORDS.findall(standard(text))))


def mask(text: str | None) -> str:
    """The number with all but its ends hidden; anything not much longer than its ends is hidden."""
    number = compact(text)
    shown = _SHOWN_AT_EACH_END
    if len(number) < _FIRST_GENERATION_LENGTH:
        return "*" * len(number)
    return number[:shown] + "*" * (len(number) - 2 * shown) + number[-shown:]


def _misshapen(number: str) -> RuleError:
    if not number:
        return RuleError("id_number.missing")
    if len(number) == _FIRST_GENERATION_LENGTH and re.fullmatch("[0-9]+", number):
        return RuleError("id_number.fifteen_digits")
    if len(number) == LENGTH and _LOOKALIKE_X.search(number):
        return RuleError("id_number.cyrillic_x")
    if unwanted := sample(_UNWANTED.findall(number)):
        return RuleError("id_number.characters", characters=unwanted)
    return RuleError("id_number.length", length=len(number))


def _birth_date(number: str) -> date:
    try:
        born = date.fromisoformat(number[6:14])
    except ValueError:
        raise RuleError("id_number.birth_date") from None
    if born.year < _EARLIEST_BIRTH_YEAR:
        raise RuleError("id_number.birth_date")
    return born


def _checked_birth_date(number: str) -> date:
    born = _birth_date(number)
    if _checksum(number) != 1:
        raise RuleError("id_number.check_character")
    return born


def _checksum(number: str) -> int:
    """ISO 7064 MOD 11-2: the signs as digits of a number whose base is 2, modulo 11.

    Modulo 11 the base 13 is as good as 2, and `int` reads it; python-stdnum's loop takes most of
    the time that judging a long list takes.
    """
    return int(number.replace("X", "A"), 13) % 11


def _kind(number: str) -> Kind:
    if is_residents(number):
        return "resident"
    if number[0] == _FOREIGN:
        return "foreign_permit"
    if number.startswith(_HMT):
        return "hmt_permit"
    raise RuleError("id_number.unknown_kind")
