"""Lines as people write them in a chat (接龙): number, name, ID number, occupation, remarks."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from shared_rules.findings import Finding, RuleError
from shared_rules.identity import id_number
from shared_rules.identity.writing import has_unseen
from shared_rules.roster import closing
from shared_rules.roster.form import BY_FIELD, HEADERS, OWN, OWN_COLUMNS, Field, Own
from shared_rules.roster.reading import line_words
from shared_rules.roster.reading.decoding import check_lines
from shared_rules.roster.reading.line_words import ID_LIKE, LONGEST_LINE, Word
from shared_rules.roster.reading.workbooks import check_extent
from shared_rules.roster.sheets import Cell, CellFault, Row, Sheet

_TWO_PEOPLE: Final = CellFault("roster.line_of_two", "")
_LINE_END: Final = re.compile("\r\n?|[\n\u2028\u2029]")
_BANK_CARD: Final = re.compile(r"62(?:[0-9]{14}|[0-9]{17})")
_EXAMPLE: Final = re.compile(
    r"\s*[(\[【<*※]*(?:(?:示|样|范|举)例|例(?:如|子)?|比如)[)\]】>]*[:,、.\s]\s*"
)
_BARE_NAME: Final = re.compile("[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]+·[\u3400-\u9fff]+")
_PADDED: Final = re.compile("[\u3400-\u9fff](?: [\u3400-\u9fff])+|[A-Za-z.']+(?: [A-Za-z.']+)+")
_DEPARTMENT: Final = re.compile(
    ".{2,}(?:部|科|室|组|处|车间|中心|公司|学校|小学|中学|医院|幼儿园|年级|支行)"
)
# A number that the width of a page broke.
_ENDS_BROKEN: Final = re.compile("(?<![0-9A-Za-z])[0-9]{1,17}$")
_GOES_ON: Final = re.compile("[0-9]{0,16}[0-9Xx](?![0-9A-Za-z])")
# Who sends a message stands above it, with the time of the day.
_SENDER: Final = re.compile(r".*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\s*")
_PRONOUN: Final = re.compile("(?:本人|我是|我叫)(.+)|(.+)的")
_ABOUT_LIST: Final = re.compile("接龙|参保|投保|安康|报名|名单|示例|格式|截止")
_EXAMPLE_NUMBER: Final = "例"
_MAY_BE_ABSENT: Final = tuple(each.field for each in OWN_COLUMNS if not each.is_needed)
# Free words behind a number are the occupation: it alone has no shape of its own.
_FREE: Final[Own] = "occupation"


class Person(NamedTuple):
    """What a line says of a person, by column; `kinds` is what it says besides.

    `rest` is the line where it is no person's.
    """

    number: str
    cells: dict[Field, Cell]
    kinds: tuple[str, ...] = ()
    rest: str = ""

    @property
    def name(self) -> Cell:
        """The name; a fault where it could be another; None where there are no words."""
        return self.cells.get("name")


def read(text: str) -> Sheet:
    """The lines of which some hold an ID number, as rows in the form's order, remarks behind.

    Raises:
        RuleError: `file.no_name_beside`: the lines with an ID number have no name;
            `file.too_many_people`, `file.too_many_lines`.
    """
    lines = _with_whole_numbers(split(text))
    check_extent(sum(map(bool, lines)), 0)
    check_lines(len(lines))
    people = _people(lines)
    if _are_without_names(people):
        lines = _blocks_as_lines(lines)
        people = _people(lines)
        if _are_without_names(people):
            raise RuleError("file.no_name_beside")
    first = _first(lines, people)
    rows: list[Row] = []
    for place, (line, each) in enumerate(zip(lines, people, strict=True)):
        is_head = place < first and not each  # and no example
        rows.append([] if is_head or not line else _row(each or _without_number(line)))
    begins = next((place for place, row in enumerate(rows) if row), first)
    told = (*_about_head(lines[:first], rows), *_about_words(people))
    return Sheet(None, rows, people_from=begins + 1, findings=told)


def _with_whole_numbers(lines: list[str]) -> list[str]:
    """The lines, with a number that goes on on the next line put together on its first."""
    for place in range(len(lines) - 1):
        # A part of a number, and the sign beside it, are no longer than a whole number.
        ends = _ENDS_BROKEN.search(line_words.plain(lines[place][-id_number.LENGTH :]))
        goes_on = ends and _GOES_ON.match(line_words.plain(lines[place + 1][: id_number.LENGTH]))
        if ends and goes_on and id_number.is_valid(ends[0] + goes_on[0]):
            lines[place : place + 2] = lines[place] + lines[place + 1], ""
    return lines


def _people(lines: Sequence[str]) -> list[Person | None]:
    """Whom each line is about that holds an ID number."""
    id_first = not any(map(_begins_with_words, lines))
    return [person(line, id_first=id_first) if holds_number(line) else None for line in lines]


def _are_without_names(people: Sequence[Person | None]) -> bool:
    """Whether most lines with a number have no word that could be a name."""
    numbered = [each for each in people if each and "id_number" in each.cells]
    return sum(each.name in (None, unclear("")) for each in numbered) * 2 > len(numbered)


def _blocks_as_lines(lines: Sequence[str]) -> list[str]:
    """Each block of lines about one person as its first line, the others empty.

    A block begins with a count, on a line of its own or not, a label for the name, or behind an
    empty line. Where a counted line stands above each label for a name (1. 小芳, 姓名：王芳), that
    is who sent it.
    """
    named = {place for place, line in enumerate(lines) if _begins_with_name_label(line)}
    has_senders = bool(named) and all(place and _has_count(lines[place - 1]) for place in named)
    blocks: list[list[str]] = [[] for _ in lines]
    first = counted = 0
    is_counted_above = False
    for place, line in enumerate(lines):
        if not line:
            continue
        is_count = line == str(counted + 1)
        is_begun = is_counted_above and not is_count
        begins = is_count or not (place and lines[place - 1]) or place in named
        if not is_begun and (begins or _has_count(line) or _is_bare_name(line)):
            first = place
        blocks[first].append(line)
        counted += is_count
        is_counted_above = is_count or (has_senders and _has_count(line))
    joined = [" ".join(block) for block in blocks]
    is_each_one = all(len(_numbers(line_words.plain(line))) <= 1 for line in joined)
    return joined if is_each_one else list(lines)


def _begins_with_name_label(line: str) -> bool:
    signs = line_words.plain(line[:LONGEST_LINE])
    found = line_words.words(signs, 0, len(signs))
    return bool(found) and found[0].is_labelled and found[0].column == "name"


def _has_count(line: str) -> bool:
    return _count(line) > 0 and not is_number(line)


def _first(lines: Sequence[str], people: Sequence[Person | None]) -> int:
    """The place of the first person: what stands before her is no list, as above a header."""
    first = next((place for place, each in enumerate(people) if _is_listed(each)), 0)
    count = _count(lines[first])
    for place in range(first - 1, -1, -1):
        if not lines[place]:
            continue
        is_before = (count := count - 1) > 0 and _count(lines[place]) == count
        if not (is_before or _may_be_somebody(lines[place])):
            break
        first = place
    return first


def _is_listed(each: Person | None) -> bool:
    return each is not None and each.number != _EXAMPLE_NUMBER


def _is_bare_name(line: str) -> bool:
    """Whether a line is nothing but what is surely a name."""
    return BY_FIELD["name"].is_said_by(line) and not _ABOUT_LIST.search(line)


def _may_be_somebody(line: str) -> bool:
    """Whether a line tells of somebody, and neither of the list nor of who sent a message."""
    return (
        (BY_FIELD["name"].is_said_by(line) or line_words.names_somebody(line))
        and closing.shape(line) != "note"
        and not _ABOUT_LIST.search(line)
        and not _SENDER.fullmatch(line)
    )


def _count(line: str) -> int:
    return line_words.count(line_words.plain(line[:LONGEST_LINE])).number


def split(text: str) -> list[str]:
    """The lines, without the empty ones at the end, and without what nobody sees."""
    lines = (line.strip() for line in _LINE_END.split(text.rstrip()))
    return [_seen(line) if has_unseen(line) else line for line in lines]


def holds_number(text: str) -> bool:
    """Whether what looks like an ID number is in a text."""
    return ID_LIKE.search(line_words.plain(text)) is not None


def is_number(text: str) -> bool:
    """Whether a text looks like an ID number."""
    return ID_LIKE.fullmatch(line_words.plain(text)) is not None


def is_counted(text: str) -> bool:
    """Whether words follow a number with which the text begins."""
    counted = line_words.count(line_words.plain(text))
    return counted.number > 0 and counted.end < len(text)


def _numbers(signs: str) -> list[re.Match[str]]:
    """What is an ID number on a line in plain signs, or may be one."""
    found = list(ID_LIKE.finditer(signs))
    valid = [each for each in found if id_number.is_valid(each[0])]
    return valid or [each for each in found if not _BANK_CARD.fullmatch(each[0])] or found[:1]


def person(line: str, *, id_first: bool) -> Person:
    """Whom a line with an ID number is about.

    Args:
        line: as it is written.
        id_first: whether the list gives the number before the name.
    """
    if len(line) > LONGEST_LINE:
        return Person("", {"name": unclear("")}, rest=line[:LONGEST_LINE])
    signs = line_words.plain(line)
    numbers = _numbers(signs)
    start, end = numbers[0].span()
    example = _EXAMPLE.match(signs, 0, start)
    if example and not id_number.is_valid(numbers[0][0]):
        return Person(_EXAMPLE_NUMBER, {}, rest=ID_LIKE.sub(_masked, signs))
    counted = line_words.count(signs[:start])
    begun = example.end() if example else counted.end
    before = line_words.words(line, begun, start)
    behind = line_words.words(line, end, len(line))
    cells, left = _cells(before, behind, id_first=id_first)
    cells["id_number"] = line[start:end]
    if isinstance(name := cells.get("name"), str):
        cells["name"] = _without_pronoun(name)
    if len(numbers) > 1:
        cells["name"] = _TWO_PEOPLE
    number = _EXAMPLE_NUMBER if example else str(counted.number or "")
    kinds = (*(each.kind for each in (*before, *behind) if each.kind), *left)
    return Person(number, cells, kinds)


def _masked(number: re.Match[str]) -> str:
    return id_number.mask(number[0])


def _cells(
    before: Sequence[Word], behind: Sequence[Word], *, id_first: bool
) -> tuple[dict[Field, Cell], list[str]]:
    """What words around a number say, by column, and the kinds of what is left."""
    every = [*before, *behind]
    said = {field: [each for each in every if each.column == field] for field in OWN}
    cells: dict[Field, Cell] = {
        field: " ".join(each.text for each in words) for field, words in said.items() if words
    }
    before, behind = _unsaid(before), _unsaid(behind)
    near, far = (behind, before) if id_first else (before, behind)
    free: Sequence[Word] = [*near, *far]
    if "name" not in cells:
        name, free = _name(near, far, has_more=len(every) > len(near) + len(far))
        cells |= {} if name is None else {"name": name}
    is_labelled = any(each.is_labelled for each in said[_FREE])
    departments = [each for each in free if each in near or is_labelled]
    if kept := [each for each in free if each not in departments]:
        words = sorted((*said[_FREE], *kept), key=lambda each: each.place)
        cells[_FREE] = " ".join(each.text for each in words)
    return cells, [line_words.OTHER_KIND for _ in departments]


def _without_pronoun(name: str) -> str:
    """A name without what somebody says around her own: 我是王芳."""
    said = _PRONOUN.fullmatch(name)
    bare = (said[1] or said[2]) if said else ""
    return bare if BY_FIELD["name"].is_said_by(bare) else name


def _unsaid(words: Sequence[Word]) -> list[Word]:
    return [each for each in words if not (each.column or each.kind)]


def _name(
    near: Sequence[Word], far: Sequence[Word], *, has_more: bool
) -> tuple[Cell, Sequence[Word]]:
    """The name among words, or a fault where it is not clear; and the others.

    Args:
        near: those where the list has its names, of which nothing says what they are.
        far: those on the other side of the number.
        has_more: whether there are others, which say it.
    """
    if not near and not far:
        return (unclear("") if has_more else None), []
    if not near:
        is_name = has_more and len(far) == 1 and _is_name(far[0])
        return (far[0].text, []) if is_name else (unclear(_joined(far)), [])
    if len(near) == 1:
        is_doubtful = not _is_name(near[0]) and any(map(_is_name, far))
        return (unclear(_joined((*near, *far))) if is_doubtful else near[0].text), far
    name = _joined(near)
    if _PADDED.fullmatch(name):
        return name, far
    others = [each for each in near if _is_name(each) or not _DEPARTMENT.fullmatch(each.text)]
    if len(others) == 1 and _is_name(others[0]):
        return others[0].text, [each for each in (*near, *far) if each is not others[0]]
    return unclear(name), far


def _is_name(word: Word) -> bool:
    return BY_FIELD["name"].is_said_by(word.text)


def _joined(words: Sequence[Word]) -> str:
    return " ".join(each.text for each in words)


def unclear(words: str) -> CellFault:
    """The fault of a name that is somewhere among these words."""
    return CellFault("roster.line_unclear", words)


def _begins_with_words(line: str) -> bool:
    signs = line_words.plain(line[:LONGEST_LINE])
    number = ID_LIKE.search(signs)
    start = line_words.count(signs).end
    return number is not None and bool(line_words.words(signs, start, number.start()))


def _without_number(line: str) -> Person:
    """A line without an ID number: in doubt a person, where it is counted among people."""
    signs = line_words.plain(line[:LONGEST_LINE])
    counted = line_words.count(signs)
    words = line_words.words(line[:LONGEST_LINE], counted.end, len(signs))
    is_named = any(each.is_labelled and each.column == "name" for each in words)
    is_remark = closing.shape(line) == "note" or _SENDER.fullmatch(line)
    is_bare = not is_remark and _BARE_NAME.fullmatch(_joined(_unsaid(words)))
    if counted.number or is_named or is_bare or _may_be_somebody(line):
        cells, _ = _cells(words, [], id_first=False)
        if cells:
            return Person(str(counted.number or ""), cells)
    return Person("", {}, rest=line[:LONGEST_LINE])


def _about_head(lines: Sequence[str], rows: Sequence[Row]) -> Iterator[Finding]:
    """That lines before the first person are none."""
    left = [place for place, line in enumerate(lines, start=1) if line and not rows[place - 1]]
    if left:
        yield Finding.of("roster.lines_above", count=len(left), last=left[-1])


def _about_words(people: Sequence[Person | None]) -> Iterator[Finding]:
    """What the lines say of people that no column has."""
    kinds = dict.fromkeys(kind for each in people if each for kind in each.kinds)
    if kinds:
        columns = "、".join(column.header for column in OWN_COLUMNS)
        yield Finding.of("roster.words_unread", columns=columns, kinds="、".join(kinds))


def _seen(line: str) -> str:
    return "".join(sign for sign in line if not has_unseen(sign))


def _row(each: Person) -> Row:
    absent: dict[Field, Cell] = {} if each.rest else dict.fromkeys(_MAY_BE_ABSENT, "")
    said = {**absent, **each.cells, "number": each.number or None}
    return [*(said.get(field) for field in HEADERS), each.rest or None]
