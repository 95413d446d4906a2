"""Words around the core word of a header: whose it is (被保险人, 本人…), how to fill it in."""

import re
from typing import Final

from shared_rules import patterns

WHOSE: Final = (
    r"(?:男职工的?(?:配偶|妻子)|妻子|被保险|被保|参保|投保|保险|受保|承保|新|现|报名|参加|申请|登记|申报|入会|续保|新增|在职|在岗|在编|在册|退休"
    r"|全体|女性?|工会|企业|公司|学校|医院|本单位|单位|本校|本人|个人|自己|您|你|我|的|真实|中文|有效|基层|职工|员工|教职员?工?"
    r"|教师|老师|医护|护士|会员|人员?|者|对象|成员|工人|女工|干部|干警|民警|学员|主体|employee|staff|member"
    r"|insured|person|worker|chinese|your|full|real|the|of)"
)
_HOW: Final = (
    r"(?:必填项?|必须|必|选填|非空|请如实填写|如实填写|请填写?|请输入|填写?|输入|录入|文本(?:格式|型)?|格式"
    r"|纯?数字|[0-9]{1,2}位数?字?|十八位|大写|required|must)"
)


def around(core: str) -> re.Pattern[str]:
    """A core word with words around it that change nothing."""
    return patterns.later(f"{_HOW}*{WHOSE}*{_HOW}*{core}(?:{_HOW}|{WHOSE})*")


def alone(words: str) -> re.Pattern[str]:
    """These words with nothing around but how to fill it in."""
    return patterns.later(f"{_HOW}*{words}{_HOW}*")
