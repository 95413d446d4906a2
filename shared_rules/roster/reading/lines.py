"""Lines as people write them in a chat (接龙): number, name, ID number, occupation, remarks."""

import re
from typing import Final, NamedTuple

from shared_rules.findings import RuleError
from shared_rules.identity import id_number
from shared_rules.identity.writing import has_unseen
from shared_rules.roster.form import HEADERS
from shared_rules.roster.reading.decoding import check_lines
from shared_rules.roster.reading.workbooks import check_extent
from shared_rules.roster.sheets import Cell, CellFault, Row, Sheet

_TWO_PEOPLE: Final = CellFault("roster.line_of_two", "")
_LINE_END: Final = re.compile("\r\n?|[\n\u2028\u2029]")
# Signs of full width, one for one, so that places in a line stay the same.
_PLAIN: Final = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **str.maketrans("。\u3000\xa0", ".  "),
}
# What follows a point is of 6.4990119900307E+17, which has lost digits.
# With the spaces that people put into it, by the groups of the card, or with a mistake in it.
_ID_LIKE: Final = re.compile(
    r"(?<![0-9A-Za-z])(?<![0-9]\.)(?:[0-9](?: {0,2}[0-9]){16} {0,2}[0-9Xx]"
    r"|[0-9]{6}-[0-9]{8}-[0-9]{3}[0-9Xx]"
    r"|[0-9](?=(?:[A-Za-z*]*[0-9]){9})[0-9A-Za-z*]{12,})(?![0-9A-Za-z])"
)
_BANK_CARD: Final = re.compile(r"62(?:[0-9]{14}|[0-9]{17})")
_PHONE: Final = re.compile(r"(?:\+?86-?)?1[0-9]{10}|0[0-9]{2,3}-?[0-9]{7,8}")
_COUNTED: Final = re.compile(
    r"\s*(?:[(\[【]\s*([0-9]{1,5})\s*[)\]】][.、,:]?|([0-9]{1,5})\s*[)\]】.、,:]|([①-⑳])"
    r"|([0-9]{1,5})(?:\u20e3|\s|(?![年月日号人名位个元点时周级]|[0-9:/.-])(?=\w)))\s*"
)
_NAME_LABEL: Final = re.compile(r"姓\s*名\s*[:=]\s*([^\s,;、:|/=]+)")
_LABELS: Final = re.compile(
    r"(?:职工|员工|参保人)?姓\s*名\s*[:=]?|(?:居民|公民)?(?:身份证件?|证件|身份)(?:号码|号)?\s*[:=]?"
    r"|(?:职业|工种|岗位|职务)\s*[:=]"
)
_BETWEEN: Final = re.compile(r'[\s,;:、|/\\+=()\[\]【】_~—–"“”-]+')
LONGEST_LINE: Final = 500
"""No line about one person is longer; of others it is not sought what is what."""
_SEX: Final = ("女", "男", "女性", "男性")
_BARE_NAME: Final = re.compile("[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]+·[\u3400-\u9fff]+")
_PADDED: Final = re.compile("[\u3400-\u9fff](?: [\u3400-\u9fff])+|[A-Za-z.']+(?: [A-Za-z.']+)+")


class Person(NamedTuple):
    """What a line says of a person; `rest` is of no field."""

    number: str
    name: Cell
    id_number: str | None
    occupation: str
    rest: str = ""


def read(text: str) -> Sheet:
    """The lines of which some hold an ID number, as rows in the form's order, remarks behind.

    Raises:
        RuleError: `file.no_name_beside`: the lines with an ID number have no name;
            `file.too_many_people`, `file.too_many_lines`.
    """
    lines = split(text)
    check_extent(sum(map(bool, lines)), 0)
    check_lines(len(lines))
    first = _first(lines)
    id_first = not any(map(_begins_with_words, lines))
    people = [person(line, id_first=id_first) if holds_number(line) else None for line in lines]
    found = [each for each in people if each]
    if sum(each.name is None for each in found) * 2 > len(found):
        raise RuleError("file.no_name_beside")
    rows = [
        _row(each or _without_number(line, is_among=place >= first)) if line else []
        for place, (line, each) in enumerate(zip(lines, people, strict=True))
    ]
    return Sheet(None, rows, people_from=first + 1)


def _first(lines: list[str]) -> int:
    """The place of the first person: what stands before her is no list, as above a header."""
    first = next((place for place, line in enumerate(lines) if holds_number(line)), 0)
    count = _count(lines[first])
    for place in range(first - 1, -1, -1):
        if lines[place] and (count := count - 1) > 0 and _count(lines[place]) == count:
            first = place
        elif lines[place]:
            break
    return first


def _count(line: str) -> int:
    """The number by which a line is counted, or 0."""
    counted = _COUNTED.match(line[:LONGEST_LINE].translate(_PLAIN))
    number = _number(counted)
    return int(number) if number.isdecimal() else 0


def split(text: str) -> list[str]:
    """The lines, without the empty ones at the end, and without what nobody sees."""
    lines = (line.strip() for line in _LINE_END.split(text.rstrip()))
    return [_seen(line) if has_unseen(line) else line for line in lines]


def holds_number(text: str) -> bool:
    """Whether what looks like an ID number is in a text."""
    return _ID_LIKE.search(text.translate(_PLAIN)) is not None


def is_number(text: str) -> bool:
    """Whether a text looks like an ID number."""
    return _ID_LIKE.fullmatch(text.translate(_PLAIN)) is not None


def is_counted(text: str) -> bool:
    """Whether words follow a number with which the text begins."""
    counted = _COUNTED.match(text.translate(_PLAIN))
    return counted is not None and counted.end() < len(text)


def person(line: str, *, id_first: bool) -> Person:
    """Whom a line with an ID number is about.

    Args:
        line: as it is written.
        id_first: whether the list gives the number before the name.
    """
    if len(line) > LONGEST_LINE:
        return Person("", unclear(""), None, "", line[:LONGEST_LINE])
    plain = line.translate(_PLAIN)
    found = list(_ID_LIKE.finditer(plain))
    likely = [each for each in found if id_number.is_valid(each[0])] or [
        each for each in found if not _BANK_CARD.fullmatch(each[0])
    ]
    start, end = (likely or found)[0].span()
    counted = _COUNTED.match(plain[:start])
    before = _words(line, counted.end() if counted else 0, start)
    behind = _words(line, end, len(line))
    label = _NAME_LABEL.search(plain)
    words = behind if id_first else before
    named = line[slice(*label.span(1))] if label else _name(words, others=behind)
    return Person(
        _number(counted),
        _TWO_PEOPLE if len(likely) > 1 else named,
        line[start:end],
        " ".join(behind[1:] if id_first else behind),
    )


def _name(words: list[str], others: list[str]) -> Cell:
    """The name that the words are; a fault where it could be another; None: there are no words."""
    if not words:
        return unclear("") if others else None
    name = " ".join(words)
    return name if len(words) == 1 or _PADDED.fullmatch(name) else unclear(name)


def unclear(words: str) -> CellFault:
    """The fault of a name that is somewhere among these words."""
    return CellFault("roster.line_unclear", words)


def _begins_with_words(line: str) -> bool:
    plain = line[:LONGEST_LINE].translate(_PLAIN)
    number, counted = _ID_LIKE.search(plain), _COUNTED.match(plain)
    if number is None:
        return False
    start = counted.end() if counted else 0
    return start < number.start() and bool(_words(line, start, number.start()))


def _without_number(line: str, *, is_among: bool) -> Person:
    """A line without an ID number: in doubt a person, where it is counted among people."""
    counted = _COUNTED.match(line.translate(_PLAIN))
    words = _words(line, counted.end() if counted else 0, len(line))
    if words and is_among and (counted or _BARE_NAME.fullmatch(" ".join(words))):
        return Person(_number(counted), words[0], None, " ".join(words[1:]))
    return Person("", None, None, "", line[:LONGEST_LINE])


def _number(counted: re.Match[str] | None) -> str:
    return next(filter(None, counted.groups()), "") if counted else ""


def _words(line: str, start: int, end: int) -> list[str]:
    """The words of a part of a line, as they are written, that may be a name or an occupation."""
    plain = line.translate(_PLAIN)
    for label in _LABELS.finditer(plain, start, end):
        gap = " " * len(label[0])
        plain = plain[: label.start()] + gap + plain[label.end() :]
    places, place = [], start
    for sign in [*_BETWEEN.finditer(plain, start, end), None]:
        stop = sign.start() if sign else end
        places.append((place, stop))
        place = sign.end() if sign else end
    words = [line[first:last] for first, last in places if first < last]
    return [word for word in words if not _is_of_no_field(word)]


def _is_of_no_field(word: str) -> bool:
    plain = word.translate(_PLAIN)
    return plain in _SEX or bool(_PHONE.fullmatch(plain) or _ID_LIKE.fullmatch(plain))


def _seen(line: str) -> str:
    return "".join(sign for sign in line if not has_unseen(sign))


def _row(each: Person) -> Row:
    said = each._asdict() | {"number": each.number or None}
    return [*(said.get(field) for field in HEADERS), each.rest or None]
