"""The ID number (身份证号): who may be insured at all follows from it (第三条)."""

from typing import Final, TypeGuard

from shared_rules import eligibility, patterns
from shared_rules.findings import Finding, RuleError
from shared_rules.identity import id_number
from shared_rules.messages import catalogue
from shared_rules.roster import contents
from shared_rules.roster.form.column import Column, IsPlain, Sure, Terms, most
from shared_rules.roster.form.words import around
from shared_rules.roster.sheets import Cell, text_of

_WORDS: Final = (
    r"(?:(?:居民|公民|二代|第二代|2代|第2代|中国|大陆|法定|国民)*"
    r"(?:(?:身份|身分)证?(?:件|明)?(?:[编字统一]?(?:号码?|号吗|号马|码)|编号|id|no)"
    r"|(?:身份|身分)证(?:件|明)?|证件(?:编?(?:号码?|号吗|码)|编号|id|no))"
    r"|sfzh?m?|shenfenzhenghao?"
    r"|(?:identity|identification|id|citizen|national|residentid)+(?:card)?(?:number|num|no|code)"
    r"|(?:identity|identification|id|citizen|nationalid)+card)"
)
_PERHAPS: Final = (
    r"身份证|身分证|身份号|证件|证号|公民身份|idcard|idno|idnumber|^id$|id号|^号码$"
    r"|(?:社会保障|社保|医保|社会保险|个人社保|养老保险)(?:号码?|编号|卡号|账号)"
)
_MASKED: Final = patterns.later("[0-9]{1,14}[*•●·#_?]{2,}[0-9]{0,10}X?")
# Its last signs, as under the format "640104"@, which shows the others.
_PART: Final = patterns.later("[0-9]{3,14}X?")
_OTHER_PAPER: Final = patterns.later(
    r"[A-Z]{1,2}[0-9]{6,10}(?:\([0-9A-Z]\))?"
    r"|.*(?:护照|通行证|回乡证|台胞证|旅行证|出生证|户口|军官证|士兵证|港澳).*"
)


def judge(cell: Cell, terms: Terms, found: list[Finding]) -> str:
    """The number in its standard spelling, with what sex and age say.

    Raises:
        RuleError: `id_number.…`.
    """
    text = text_of(cell)
    try:
        parsed = id_number.parse(text)
    except RuleError as error:
        raise _of_cause(error, cell) from error
    if text != parsed.value:
        found.append(_normalised(text))
    for each in (
        *eligibility.judge_sex(parsed.sex),
        *eligibility.judge_age(parsed.birth_date, terms.cover_from, terms.plan, renewal=None),
    ):
        found.append(each.model_copy(update={"field": "id_number"}))  # noqa: PERF401
    return parsed.value


def _plain(terms: Terms) -> IsPlain:
    """Which numbers are plain: those of women of whose age there is nothing to say."""
    first, last = eligibility.plain_births(terms.cover_from, terms.plan)

    def is_plain(cell: Cell) -> TypeGuard[str]:
        if not isinstance(cell, str):
            return False
        born = id_number.standard_birth_date(cell)
        return born is not None and first <= born <= last and id_number.is_womans(cell)

    return is_plain


def _of_cause(error: RuleError, cell: Cell) -> RuleError:
    """A refusal that says what stands there instead of a number, where its shape shows it."""
    if contents.is_long_number(cell):
        return RuleError("id_number.lost_digits")
    if error.code in ("id_number.characters", "id_number.length"):
        plain = id_number.compact(text_of(cell))
        if _MASKED.fullmatch(plain):
            return RuleError("id_number.masked")
        if _OTHER_PAPER.fullmatch(plain):
            return RuleError("id_number.unknown_kind")
        if len(plain) == 1 and plain.isdigit():
            return RuleError("id_number.one_digit")
        if _PART.fullmatch(plain):
            return RuleError("id_number.part", length=len(plain))
    return error


def _normalised(number: str) -> Finding:
    words = [
        catalogue()[id_number.CHANGE_MESSAGES[change]].title for change in id_number.changes(number)
    ]
    return Finding.of("id_number.normalised", field="id_number", changed="、".join(words))


COLUMN: Final = Column(
    field="id_number",
    header="身份证号",
    signs="[号號码碼证證証]|id|no|sf|sh|ci|na|nu",
    sure=(Sure(around(_WORDS), 2),),
    perhaps_in=patterns.later(_PERHAPS),
    looks_like=most(contents.is_id_number),
    judge=judge,
    plain=_plain,
    is_needed=True,
    is_sensitive=True,
    width=7.0,
    handed_off="证件号码",
    mask=id_number.mask,
)
