"""Other women of a family (其他女性家属), as a column of their relation says (与职工关系).

It is not read: her number tells that she is a woman, and nothing else tells that she is no worker
and no worker's wife, about whom the insurer decides (第三条).
"""

from collections.abc import Iterator
from typing import Final

from shared_rules import patterns
from shared_rules.findings import Finding
from shared_rules.identity.writing import bare
from shared_rules.roster.listing import Listing
from shared_rules.roster.sheets import text_of

_RELATION: Final = patterns.later(
    r"\**[是与和同]?(?:本单位|单位|男)?(?:职工|员工|本人|投保人|被保险人|参保人|户主)?(?:之间)?的?"
    r"(?:家属|亲属|家庭|亲戚|人员)?关系(?:类型)?(?:\(.*\))?|称谓|亲属称谓"
)
_OTHERS: Final = patterns.later(
    "(?:[岳继养祖]|外祖|曾祖|伯|叔|姑|姨|舅)?(?:母亲?|父母|妈妈?)|婆婆?|丈母娘|[长次独养继]?女儿?|子女|孩子"
    "|[姐姊妹]+妹?|儿媳妇?|孙女|外孙女|侄女|外甥女|嫂子?|弟媳妇?|弟妹|姑姑?|阿?姨|婶婶?|舅妈|奶奶|姥姥|外婆"
    "|(?:其[他它])?(?:女性)?亲[属戚友]|其[他它](?:家属|人员)?|朋友"
)


def asked(listing: Listing) -> Iterator[Finding]:
    """What is asked about rows that say of somebody that she is another relative."""
    for column, header in listing.columns_beside():
        if not _RELATION.fullmatch(bare(header)):
            continue
        for number, cell in listing.cells(column):
            said = text_of(cell).strip()
            if _OTHERS.fullmatch(said):
                about = Finding.of("roster.other_relative", header=header, text=said)
                yield about.at(row=number, column=column, sheet=listing.sheet.name)
