"""Rows that close or divide a list: totals, signatures, dates, notes; told by their whole shape.

A word that begins like 经办 or 单位 says nothing alone: 经办科 is a department in which somebody
works. A row closes a list only where each of its cells is part of such a row, and none of them can
be a person.
"""

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from functools import lru_cache
from typing import Final, Literal

from shared_rules import patterns
from shared_rules.identity.writing import standard
from shared_rules.roster.contents import looks_like_name
from shared_rules.roster.sheets import Cell, CellFault, as_read, is_blank

Shape = Literal[
    "total", "label", "short_label", "labelled", "count", "day", "phone", "note", "other"
]
"""What a cell of such a row is: 合计, 填表人, 审核, 填表人：赵敏, 2人, a day, a phone, a remark."""

_LONGEST: Final = 400
_LONG_NOTE: Final = 12
_BRACKET: Final = r"(?:\([^()]*\))"

_NUMERAL: Final = (
    r"(?:(?:[0-9]{1,6}|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]{1,2})?"
    r"|[零〇一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟萬两]{1,12})"
)
_UNIT: Final = (
    r"(?:人民币|rmb|人次|人(?![数员])|名|位|元整|圆整|元|圆|份(?!数)|个|整|角|分|户|行|页)"
)
_COUNT: Final = rf"(?:[约共计¥￥]*{_NUMERAL}{_UNIT}*)"
_TOTAL: Final = (
    r"(?:本页|以上|参保|投保|保险|被保险|女工|女职工|职工|人员|总|应缴|缴费|交费|实缴|缴纳|应交|交纳|全部|单位|年)*"
    r"(?:合计|总计|汇总|小计|共计|累计|合共|总计?数|计数|人数|金额|保险费用?|保费|费用|大写|小写|件数|份数|共有|共|计)"
    rf"(?:人数|金额|保险费用?|保费|大写|小写|人民币|{_BRACKET})*"
)
# What a spreadsheet writes below each group (分类汇总).
_SUBTOTAL: Final = r".{1,20}(?:计数|汇总|小计|合计)"
# What was matched stays so (“*+”): numbers can be cut up in as many ways as a cell has signs, and
# more, and to try them all would take for ever.
_TOTALS: Final = patterns.later(
    rf"{_TOTAL}(?:{_TOTAL}|{_COUNT}|[:,;、/()。=+×*]|每人)*+|{_SUBTOTAL}"
)
_COUNTS: Final = patterns.later(rf"{_COUNT}(?:[,、/;]{_COUNT})*+")

_DUTY: Final = (
    r"(?:填表|制表|填报|制单|经办|审核|复核|审批|负责|联系|申报|统计|录入|报送|报名|校对|领导|主管|财务|承办|证明"
    r"|法定代表|法人|会计|出纳|分管|组织|汇总|收款|交款|缴费|经手|核对|登记|上报|工会|单位|部门|女工|女工委|主任"
    r"|主席|科室|公司|学校)"
)
_SIGN: Final = r"(?:签字|签名|签章|盖章|公章|印章|手签|意见)"
_PERSON: Final = (
    rf"{_DUTY}+(?:人员|人|者|员|领导|主席|主任|负责人|代表)(?:姓名)?{_SIGN}*{_BRACKET}?"
)
_SIGNED: Final = rf"(?:{_DUTY}*{_BRACKET}?{_SIGN}+|{_DUTY}+{_BRACKET}){_BRACKET}?"
_THING: Final = (
    r"(?:(?:单位|工会|联系|办公|参保|投保|填报|填表|制表|报送|申报|所属|用人|企业|学校|经办|负责人|联系人"
    r"|及|和|与)*"
    r"(?:电话号码|电话|手机号码|手机号|手机|座机|传真|邮箱|邮编|地址|名称|全称|日期|时间|单位|开户行|开户银行|账号"
    r"|账户|户名|备注|说明|附注|附件|注释|注|统一社会信用代码|信用代码|税号|性质)"
    rf"{_BRACKET}?{_SIGN}?)"
)
# What programs write below their lists.
_OF_PROGRAM: Final = (
    r"(?:(?:导出|打印|报表|生成|下载|更新|统计|查询|数据|操作|编制|制作|系统)"
    r"(?:时间|日期|人员?|员|者|来源|条件|单位|编号|范围)?|批准(?:人|时间)?|总?(?:记录|条|页)数|total|page)"
)
# These are nobody's job or department; of others (负责人, 会计) a colon says that a name follows.
_WRITER: Final = (
    r"(?:填表|制表|填报|制单|经办|审核|复核|审批|联系|报送|校对|核对|经手|申报)(?:人|者)(?:姓名)?"
)
_LABEL: Final = patterns.later(
    rf"(?:{_WRITER}{_SIGN}*{_BRACKET}?|{_SIGNED}|{_THING}|年月日):*|(?:{_PERSON}|{_DUTY}):+"
)
_SHORT_LABEL: Final = patterns.later(rf"{_PERSON}|{_DUTY}")
_LABELLED: Final = patterns.later(
    rf"(?:{_PERSON}|{_SIGNED}|{_THING}|{_DUTY}|{_TOTAL}|{_OF_PROGRAM}|特别提示|温馨提示|提示|注意|承诺|声明"
    rf"|要求):.+|{_SIGNED}[12][0-9]{{3}}年[0-9]{{1,2}}月[0-9]{{1,2}}日"
)
_DAY: Final = patterns.later(
    r"(?:[12][0-9]{3}|二[〇零○O0][一二三四五六七八九〇零]{2})?[年/.-]?[0-9一二三四五六七八九十]{1,3}[月/.-]"
    r"[0-9一二三四五六七八九十]{1,3}日?(?:[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
    r"|[12][0-9]{3}年(?:[0-9]{1,2}月)?日?|(?:20)?年月日"
)
_PHONE: Final = patterns.later(
    r"(?:(?:\+?86-?)?1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8}|[2-9][0-9]{6,7})"
)
_PHONES: Final = patterns.later(rf"{_PHONE.pattern}(?:[,、/;或]{_PHONE.pattern})*")
_NOTE: Final = patterns.later(
    r"[(（\[【—*~/\\_\-=.]*(?:以下空白|以下无正文|以下为空|此处空白|空白|无正文|本页完|完|续表|接下页|转下页|续上页"
    r"|(?:名单)?到此为止|以下无)[)）\]】—*~/\\_\-=.]*|[—*~/\\_\-=.·…]{1,40}|第[0-9]{1,4}页.{0,12}"
    r"|\((?:公章|盖章|签章|签字)\)|page[0-9]{1,4}(?:of|/)[0-9]{1,4}|[此本]表.{0,6}一式.{1,4}"
    r"|(?:以上|所填|上述).{0,6}(?:属实|真实|有效|无误|准确)+"
)
# What others of a chat answer, and what stands for what is no text; 谢谢 alone could be somebody.
_REPLY: Final = patterns.later(
    r"\[(?:图片|语音|视频|表情|动画表情|文件|链接|位置|聊天记录)\]|"
    "(?:收到|好的|好滴|好哒|嗯嗯|ok|明白|知道了|已(?:填|填好|报|阅|登记|接龙|报名)|[+]1)(?:了|啦|,?谢谢)?[!。.~]*"
    "|(?:谢谢|感谢|祝好|此致|敬礼)[!。.~]+|(?:谢谢|感谢)(?:主席|领导|老师|大家|各位|您|你|啦|了|工会)+[!。.~]*|.{0,6}辛苦(?:了|啦)[!。.~]*"
)
_REMARK: Final = patterns.later(
    r"(?:备注|说明|附注|注|附)(?:[:：]|[0-9]{0,2}[、.:：]).*|[0-9]{1,2}[、.)].{14,}|\*.{6,}|※.*"
)
_SENTENCE: Final = patterns.later(r"[，。；！,;!]")
_UNIT_NAME: Final = patterns.later(
    r".*(?:公司|集团|小学|中学|学校|大学|学院|幼儿园|医院|卫生院|中心|委员会|工会|总会|银行|支行|工厂|分厂|车间"
    r"|街道办?|办事处|管理局|分局|财政局|教育局|卫健局|合作社|事务所|研究所|服务站|支队|大队)"
)


def shape(cell: Cell) -> Shape:
    """What a cell is in a closing row.

    >>> [shape(cell) for cell in ("合 计：", "填表人：赵敏", "审核", "2人", "经办科")]
    ['total', 'labelled', 'short_label', 'count', 'other']
    """
    if isinstance(cell, str):
        return _shape("".join(standard(cell[:_LONGEST]).split()).lower())
    if cell is None:
        return "other"
    if isinstance(cell, CellFault):
        return "count"  # what a total that failed shows
    if isinstance(cell, date | time | timedelta):
        return "day"
    return _shape(str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell))


def closes(cells: Sequence[Cell], *, at_end: bool) -> bool:
    """Whether the row can be nothing but a total, a signature or a remark.

    At the end of a list a label may have its value, such as a name, in the next cell; further up
    somebody could stand there.
    """
    shapes = [shape(as_read(cell)) for cell in cells if not is_blank(cell)]
    if "label" in shapes:  # in such company a short one is one as well
        shapes = ["label" if each == "short_label" else each for each in shapes]
    said = set(shapes)
    if not said & {"total", "label", "labelled", "note"} and not (at_end and "day" in said):
        return False
    if "note" in said and said & {"count", "phone"} and not said & {"total", "label", "labelled"}:
        return False
    left = set(_without_values(shapes)) if at_end else said
    return not left & {"other", "short_label"}


def is_part(cells: Sequence[Cell]) -> bool:
    """Whether some cell of the row could be of a closing row."""
    parts = ("total", "label", "short_label", "labelled", "note")
    return any(shape(cell) in parts for cell in cells if not is_blank(cell))


def _without_values(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """The shapes without what stands behind a label."""
    before: Shape = "other"
    for each in shapes:
        if not (each == "other" and before == "label"):
            yield each
        before = each


@lru_cache(maxsize=1024)
def _shape(text: str) -> Shape:
    for found, pattern in (
        ("day", _DAY),
        ("total", _TOTALS),
        ("count", _COUNTS),
        ("phone", _PHONES),
        ("label", _LABEL),
        ("short_label", _SHORT_LABEL),
        ("labelled", _LABELLED),
        ("note", _NOTE),
        ("note", _REMARK),
        ("note", _REPLY),
        ("note", _UNIT_NAME),
    ):
        if pattern.fullmatch(text):
            return found  # type: ignore[return-value]
    parts = _SENTENCE.split(text)
    is_sentence = len(text) >= _LONG_NOTE and len(parts) > 1
    return "note" if is_sentence and not all(map(looks_like_name, parts)) else "other"
