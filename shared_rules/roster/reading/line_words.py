"""What the words on a line about one person are: counts, labels, names, and what no column has.

A line is looked at in plain signs of one width each, so that places in it stay those of the line
as it is written.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from shared_rules.roster import closing
from shared_rules.roster.form import BY_FIELD, OWN_COLUMNS, Field
from shared_rules.roster.headings import is_about_paper, meaning, speaks_of_others

LONGEST_LINE: Final = 500
"""No line about one person is longer; of others it is not sought what is what."""

# Signs of full width, one for one.
_PLAIN: Final = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **str.maketrans("。\u3000\xa0", ".  "),
}
# What follows a point is of 6.4990119900307E+17, which has lost digits.
# With the spaces that people put into it, by the groups of the card, or with a mistake in it;
# masked, or as a program shows a number that has lost digits.
ID_LIKE: Final = re.compile(
    r"(?<![0-9A-Za-z])(?<![0-9]\.)(?:[0-9](?: {0,2}[0-9]){16} {0,2}[0-9Xx]"
    r"|[0-9]{6}-[0-9]{8}-[0-9]{3}[0-9Xx]"
    r"|[0-9](?=(?:[A-Za-z*]*[0-9]){9})[0-9A-Za-z*]{12,}"
    r"|(?=[0-9*]{14})[0-9]{1,14}\*{2,}[0-9]{0,10}[Xx]?|[0-9]\.[0-9]{2,}[Ee]\+?0?1[67])(?![0-9A-Za-z])"
)
_SIGNED_COUNT: Final = "①-⑳⑴-⒇⒈-⒛❶-❿⓫-⓴㈠-㈩㊀-㊉➀-➉➊-➓"
_HAN_DIGITS: Final = ["", *"一二三四五六七八九"]
_HAN_COUNTS: Final = {
    f"{'' if tens == '一' else tens}{'十' * bool(tens)}{ones}": 10 * ten + one
    for ten, tens in enumerate(_HAN_DIGITS)
    for one, ones in enumerate(_HAN_DIGITS)
}
"""From nothing, 0, to 九十九, 99."""
_COUNTED: Final = re.compile(
    r"\s*[•●○■□◆◇★☆▪▫✅✔☑👉►▶>*]*\s*(?:"
    r"[(\[【]\s*([0-9]{1,5}|[一二三四五六七八九十]{1,3})\s*[)\]】][.、,:]?"
    r"|(?:第|no\.?\s?|#|序号:?)([0-9]{1,5})(?:[位个名号人条](?![0-9A-Za-z]))?[)\]】.、,:]?"
    r"|([0-9]{1,5})(?:[位号](?=[\s.、,:]))?\s*[)\]】.、,:]"
    r"|([0-9]{1,5})\s?[-—–](?=\s?[^\W\d])|([一二三四五六七八九十]{1,3})\s*[)\]】.、,:]"
    rf"|([{_SIGNED_COUNT}])|(\U0001f51f)"
    r"|([0-9]{1,5})(?:[位号](?=\s)|\u20e3|\s|(?![年月日号人名位个元点时周级]|[0-9:/.-])(?=\w)))\s*",
    re.IGNORECASE,
)
_BULLET: Final = re.compile(r"\s*[•●○■□◆◇★☆▪▫✅✔☑👉►▶>*·]+\s*")
_BETWEEN: Final = re.compile(
    r'[\s,;:、|/\\+=()\[\]【】_~—–"“”@#^$&<>《》¦★☆♥❤'
    "\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f900-\U0001faff\ufe0f-]+"
)
_LABEL: Final = re.compile(r"([^\s,;:、|/\\+=()\[\]【】_~—–\"“”0-9-]{1,12})\s*[:=]\s*")
_BARE_LABEL: Final = re.compile(
    r"(?:(?P<name>(?:职工|员工|参保人)?姓\s*名)"
    r"|(?P<id_number>(?:我的)?(?:居民|公民)?(?:身份证件?|证件|身份)(?:号码|号)?[是为]?)"
    r"|(?P<occupation>(?<![^\s,;、])(?:职业|工种|岗位|职务)(?:[是为]|(?=[\s,;、]))))\s*[:=]?\s*"
)
"""These need no colon."""
_PHONE: Final = r"(?:\+?86-?)?1[0-9]{10}|0[0-9]{2,3}-?[0-9]{7,8}"
_DAY: Final = (
    r"(?:(?:19|20)?[0-9]{2}[年./-][0-9]{1,2}(?:[月./-][0-9]{1,2}日?|月)?|(?:19|20)[0-9]{6}"
    r"|(?:19|20)[0-9]{2}年)(?:出?生)?"
)
_KINDS: Final = {
    "性别": re.compile("(?:性别)?(?:女|男|女性|男性)(?:民族.{1,5})?"),
    "电话": re.compile(_PHONE),
    "日期": re.compile(f"(?:出生)?(?:{_DAY})"),
    "住址": re.compile("(?:住址|地址|户籍地?|籍贯).+"),
    "年龄": re.compile("[1-9][0-9](?:周?岁)?"),
    "民族": re.compile(
        "(?:汉|回|满|蒙古?|藏|维吾尔?|壮|苗|彝|土家|东乡|撒拉|保安|哈萨克|朝鲜|布依|侗|瑶|白|哈尼|土)族"
        "|民族.{1,5}"
    ),
    "续保": re.compile(
        r"(?:是|否|今年|连续|首次|第[一二三1-9]次|新|老)?(?:续保|续费|续|新增|新参保|新保|参保|投保|首保|首次)(?:人员)?|是|否"
    ),
    "缴费": re.compile(
        r"(?:保险?费)?(?:已|未|没)(?:经)?(?:交|缴|转|付|收)(?:费|款|账|钱|过)?|[0-9]{1,4}(?:\.0+)?元|已转账"
    ),
}
"""What people put on a line that no column has, by what it is called."""
OTHER_KIND: Final = "别的内容"
"""What no column has, and nobody knows what it is."""
_LONGEST_BESIDE_NAMES: Final = 4
"""Such as 另 or 还有; who says more writes a sentence."""
_NO_COLUMN: Final = re.compile("续|新|首次|备注|缴|交费|金额|保费|邮箱|学历|职称")


class Word(NamedTuple):
    """A word of a line, as it is written; `column` is the one that its label or itself names.

    `kind` says what it is where no column has it; `place` is where it begins, `is_labelled` that a
    label before it names its column.
    """

    text: str
    place: int
    column: Field | None = None
    kind: str = ""
    is_labelled: bool = False


class _Label(NamedTuple):
    start: int
    end: int
    column: Field | None
    kind: str


def plain(line: str) -> str:
    """The line in plain signs; each stands where it stood."""
    return line.translate(_PLAIN)


class Count(NamedTuple):
    """The number by which a line is counted, 0 where it has none, and where its words begin."""

    number: int
    end: int


def count(line: str) -> Count:
    """How a line, in plain signs, is counted.

    >>> count("3、王芳"), count("② 王芳"), count("王芳")
    (Count(number=3, end=2), Count(number=2, end=2), Count(number=0, end=0))
    """
    counted = _COUNTED.match(line)
    if counted is None:
        bullet = _BULLET.match(line)
        return Count(0, bullet.end() if bullet else 0)
    written = next(filter(None, counted.groups()), "")
    return Count(_number(written), counted.end())


def _number(written: str) -> int:
    if written.isdecimal():
        return int(written)
    if written[:1] not in _HAN_COUNTS:
        return int(unicodedata.numeric(written, 10))
    return _HAN_COUNTS.get(written, 0)


def words(line: str, start: int, end: int) -> list[Word]:
    """The words of a part of a line, without labels."""
    signs = plain(line)
    labels = list(_labels(signs, start, end))
    found: list[Word] = []
    for each, following in zip([None, *labels], [*labels, None], strict=True):
        first = each.end if each else start
        last = following.start if following else end
        found += _labelled(each, list(_split(line, signs, first, last)), signs)
    return found


def names_somebody(line: str) -> bool:
    """Whether a line tells of people by their names, and is no signature, title or sentence.

    >>> [names_somebody(line) for line in ("另：王芳、李梅", "经办人 王芳", "方便的话，请填写")]
    [True, False, False]
    """
    if len(line) > LONGEST_LINE or closing.shape(line) in ("label", "labelled", "total", "day"):
        return False
    said = words(line, count(plain(line)).end, len(line))
    names = [each for each in said if BY_FIELD["name"].is_said_by(each.text)]
    before = said[: said.index(names[0])] if names else []
    if any(closing.shape(each.text) in ("label", "short_label") for each in before):
        return False
    unknown = [each.text for each in said if not (each in names or each.column or each.kind)]
    return bool(names) and sum(map(str.isalpha, "".join(unknown))) <= _LONGEST_BESIDE_NAMES


def _labels(signs: str, start: int, end: int) -> list[_Label]:
    found = list(_labels_with_colon(signs, start, end))
    for bare in _BARE_LABEL.finditer(signs, start, end):
        if not any(each.start < bare.end() and bare.start() < each.end for each in found):
            columns = (each.field for each in OWN_COLUMNS if bare[each.field])
            found.append(_Label(bare.start(), bare.end(), next(columns), ""))
    return sorted(found)


def _labels_with_colon(signs: str, start: int, end: int) -> Iterator[_Label]:
    for label in _LABEL.finditer(signs, start, end):
        heading = meaning(label[1])
        if heading and heading.is_sure:
            yield _Label(label.start(), label.end(), heading.field, "")
        elif heading is None and (kind := _kind_of_label(label[1])):
            yield _Label(label.start(), label.end(), None, kind)


def _kind_of_label(text: str) -> str:
    """What a label names that no column has; nothing where it may be no label at all."""
    if known := next((kind for kind in _KINDS if kind in text), ""):
        return known
    is_one = is_about_paper(text) or speaks_of_others(text) or _NO_COLUMN.search(text)
    return OTHER_KIND if is_one else ""


def _split(line: str, signs: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The words between signs, and where they begin."""
    place = start
    for sign in [*_BETWEEN.finditer(signs, start, end), None]:
        stop = sign.start() if sign else end
        if place < stop:
            yield line[place:stop], place
        place = sign.end() if sign else end


def _labelled(label: _Label | None, pieces: list[tuple[str, int]], signs: str) -> list[Word]:
    """The words behind a label: they are what it names, but for what says itself what it is."""
    found = [_known(text, place, signs) for text, place in pieces]
    if label is None or not found:
        return found
    if label.column is None:  # its value is one word
        return [found[0]._replace(column=None, kind=found[0].kind or label.kind), *found[1:]]
    value_ends = _value_ends(signs, pieces)
    return [
        each._replace(column=label.column, kind="", is_labelled=True)
        if each.place < value_ends and (index == 0 or not (each.column or each.kind))
        else each
        for index, each in enumerate(found)
    ]


def _value_ends(signs: str, pieces: list[tuple[str, int]]) -> int:
    """Where the value of a label ends: at the first sign that is no space."""
    for (text, place), (_, following) in pairwise(pieces):
        if signs[place + len(text) : following].strip():
            return following
    return len(signs)


def _known(text: str, place: int, signs: str) -> Word:
    """A word of a line in these plain signs, and what it says itself to be."""
    written = signs[place : place + len(text)]
    if ID_LIKE.fullmatch(written):
        return Word(text, place, kind=OTHER_KIND)
    for kind, pattern in _KINDS.items():
        if pattern.fullmatch(written):
            return Word(text, place, kind=kind)
    columns = (each.field for each in OWN_COLUMNS if not each.is_needed and each.is_said_by(text))
    return Word(text, place, next(columns, None))
