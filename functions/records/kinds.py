"""Every kind of what is kept: where it lies, whose it is, and how long it stays.

The one list that copies of somebody's data, their deletion and retention go by. What fits none of
it may not be kept: tests hold every item and object that the service writes against it. Where there
is such a thing all the same, it is logged, for which there is an alarm, and stops nothing.
"""

from fnmatch import fnmatchcase
from typing import Final, Literal, NamedTuple

Whose = Literal["insured", "among", "others", "nobody"]
"""All of it one insured person's; hers among that of other people; about clerks or the desk's
people, and no insured person; or about nobody.
"""
Line = Literal[
    "uploads",
    "counts",
    "repeats",
    "follow_up",
    "quarantine",
    "rosters",
    "claims",
    "roster_records",
    "claim_records",
    "old_policies",
    "paid_items",
    "erasures",
    "backups",
    "",
]
"""The line of retention.yaml; empty where nothing personal is kept, and so without an end."""
Erasing = Literal["words", "row", "whole", "entry", "stays", ""]
"""How somebody is taken out of it who has asked for that: what was said of her; her row; all of it,
where nobody else needs it; what the index says of a record. Or it stays, as it must be kept.
"""


class Kind(NamedTuple):
    """A kind of item, whose place is `pk sk`, or of object of the records bucket: its key."""

    place: str
    whose: Whose
    line: Line
    what: str = ""
    """What people call it, where she is told of it."""
    erasing: Erasing = ""
    """Said of all that is hers, or has hers among that of others."""


ITEMS: Final = (
    Kind("* OUTBOX#*", "nobody", "follow_up"),
    Kind("ROSTER#* HEAD", "among", "roster_records", "名单", "words"),
    Kind("ROSTER#* VERSION#*", "among", "roster_records", "被更正的名单", "words"),
    Kind("ROSTER#* EVENT#*", "among", "roster_records", "名单的办理经过", "words"),
    Kind("ROSTER#* COVER", "among", "roster_records", "要核对的行", "words"),
    Kind("ROSTER#* DUPLICATES", "among", "roster_records", "同时在别的名单里的行", "words"),
    Kind("ROSTER#* HANDOFF#*", "among", "roster_records", "交给保险公司的记录", "words"),
    Kind(
        "ROSTER#* DOCUMENT#*",
        "among",
        "roster_records",
        "盖章的名单、本人同意书的收件记录",
        "whole",
    ),
    Kind("ROSTER#* PAPERS", "nobody", "roster_records"),
    Kind("ROSTER#* SEARCH#*", "others", "roster_records"),
    Kind("ROSTER#* PROPOSAL", "nobody", "roster_records"),
    Kind("ROSTER#* SHORT", "nobody", "roster_records"),
    Kind("ROSTER#* TO_TELL", "nobody", "roster_records"),
    Kind("ROSTER#* RENEWED_BY#*", "nobody", "roster_records"),
    Kind("ROSTER#* MESSAGE#*", "others", "roster_records"),
    Kind("ROSTER#* UNSUBSCRIBED#*", "others", "roster_records"),
    Kind("ROSTER#* VIEWED#*", "others", "roster_records"),
    Kind("ROSTER#* TEAMWORK#*", "among", "roster_records", "内部备注和分工", "words"),
    Kind("ROSTER#* TEAMWORK", "others", "roster_records"),
    Kind("CLAIM#* HEAD", "insured", "claim_records", "报案", "stays"),
    Kind("CLAIM#* EVENT#*", "insured", "claim_records", "理赔的办理经过", "stays"),
    Kind("CLAIM#* DOCUMENT#*", "insured", "claim_records", "材料的收件记录", "stays"),
    Kind("CLAIM#* MESSAGE#*", "insured", "claim_records", "发过的邮件和通知单", "stays"),
    Kind("CLAIM#* SEARCH#*", "insured", "claim_records", "让工作台查得到报案的线索", "stays"),
    Kind("CLAIM#* TO_TELL", "nobody", "claim_records"),
    Kind("CLAIM#* UNSUBSCRIBED#*", "insured", "claim_records", "退订的记号", "stays"),
    Kind("CLAIM#* VIEWED#*", "insured", "claim_records", "谁看过理赔案件", "stays"),
    Kind("CLAIM#* TEAMWORK#*", "insured", "claim_records", "内部备注和分工", "stays"),
    Kind("CLAIM#* TEAMWORK", "others", "claim_records"),
    Kind("OLD_POLICY#* HEAD", "nobody", "old_policies"),
    Kind("IMPORTS *", "others", "old_policies"),
    Kind("PERSON#* LISTS", "insured", "claim_records", "按加密记号查到本人的线索", "entry"),
    Kind("PERSON#* SOUGHT#*", "insured", "claim_records", "谁按身份证号查过她", "stays"),
    Kind("PERSON#* ERASURE#*", "insured", "erasures", "删除的申请和证明", "stays"),
    Kind("PERSON#* RESTRICTION#*", "insured", "erasures", "限制处理的申请", "stays"),
    Kind("UNIT#* *", "others", ""),
    Kind("UNIT_KEY#* UNIT", "nobody", ""),
    Kind("INDUSTRY#* *", "nobody", ""),
    Kind("FACTS#* *", "nobody", ""),
    Kind("SUMMARIES *", "nobody", ""),
    Kind("SERVICES#paces *", "nobody", ""),
    Kind("SERVICES#* *", "others", ""),
    Kind("CLOCKS#* *", "nobody", ""),
    Kind("RETENTION *", "nobody", ""),
    Kind("STATEMENT_LINE#* LINE", "nobody", ""),
    Kind("LIMIT#* LIMIT", "nobody", "counts"),
    Kind("PROOF#* *", "nobody", "counts"),
    Kind("UPLOAD#* UPLOAD", "nobody", "uploads"),
    Kind("IDEMPOTENCY#* IDEMPOTENCY", "nobody", "repeats"),
)
ORIGINAL: Final = Kind("rosters/*/v*/original*", "among", "rosters", "名单的原文件", "whole")
ROWS: Final = Kind("rosters/*/v*/rows*", "among", "rosters", "名单里的人员", "row")
COVERS: Final = Kind("rosters/*/v*/cover*", "among", "rosters", "每个人的保险期间", "row")
OLD_ORIGINAL: Final = Kind(
    "imports/*/v*/original*", "among", "old_policies", "补录的原文件", "stays"
)
OBJECTS: Final = (
    ORIGINAL,
    ROWS,
    COVERS,
    Kind("rosters/*/papers/*", "among", "rosters", "保险单和发票的文件", "whole"),
    Kind(
        "rosters/*/documents/*", "among", "rosters", "盖章的名单、本人同意书的扫描件、照片", "whole"
    ),
    Kind("rosters/*/thumbnails/*", "among", "rosters", "盖章的名单、本人同意书的小图", "whole"),
    Kind("claims/*/v*/report*", "insured", "claims", "报案的内容", "stays"),
    Kind("claims/*/v*/supplement*", "insured", "claims", "补充的内容", "stays"),
    Kind("claims/*/documents/*", "insured", "claims", "理赔材料", "stays"),
    Kind("claims/*/thumbnails/*", "insured", "claims", "理赔材料的小图", "stays"),
    OLD_ORIGINAL,
    Kind("imports/*/v*/policies*", "among", "old_policies", "补录的保险单", "row"),
    Kind("quarantine/AK-*", "among", "quarantine", "还没有检查的盖章的名单、本人同意书", "whole"),
    Kind("quarantine/LP-*", "insured", "quarantine", "还没有检查的理赔材料", "stays"),
    Kind("erasures/*", "insured", "erasures", "删除的证明", "stays"),
    Kind("summaries/*", "nobody", ""),
)


UNKNOWN: Final = Kind("*", "nobody", "")
"""Of what may not be kept."""


def of_item(partition: str, sort: str) -> Kind:
    """The kind of an item, by its key.

    Raises:
        LookupError: nothing of the kind may be kept.
    """
    return _first(ITEMS, f"{partition} {sort}")


def of_object(key: str) -> Kind:
    """The kind of an object of the records bucket, by its key.

    Raises:
        LookupError: nothing of the kind may be kept.
    """
    return _first(OBJECTS, key)


def _first(kinds: tuple[Kind, ...], place: str) -> Kind:
    for kind in kinds:
        if fnmatchcase(place, kind.place):
            return kind
    raise LookupError("nothing of the kind may be kept")
