"""Names of units in what a bank line says: of its payer's account, or in its note."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from shared_rules.funding import PayingAccount
from shared_rules.identity.writing import bare
from shared_rules.statements.distance import Words

_SIGNS: Final = "()（）[]【】《》“”\"'·.,，、:：;；-—_"
# What may stand before and behind a unit's name without making another name of it.
_BEFORE: Final = re.compile(r"(?:^|[^一-龥]|单位|汇款|[缴交代为款])$")
_BEHIND: Final = re.compile(
    r"$|[^一-龥]|工会(?!干|学|医|大|服|宾|招)|基层工会|(?:工会)?委员会|女职工(?!委员会学)|女工|安康保|参保|投保"
    r"|保险费|保费|缴|交(?!通|警|易|流|投)|汇款|转账|职工(?=安康|保|参|投|缴)|基本户|零余额"
)
_TAIL: Final = re.compile(
    r"(?:(?:基层)?工会(?:委员会)?(?:经费)?(?:专户|账户)?|女职工委员会|基本户|零余额账户)+$"
)
_UNION: Final = re.compile(r"工会")
_ORGANISATION: Final = re.compile(
    "公司|集团|学校|学院|大学|小学|中学|中心|银行|医院|政府|管理|财政|支付|[校园馆局委会院厂站所社部厅处队团行店库办府户]$"
)
_OFFICE: Final = re.compile("[局委厅院校部]$")
_SHORTEST_SURE: Final = 5
_SHORTEST_NEAR: Final = 6
_LONG_NAME: Final = 4


class Named(NamedTuple):
    """The names that a text has: surely, or perhaps: inside of a longer one, or with an error."""

    sure: frozenset[str]
    perhaps: frozenset[str]


class UnitNames:
    """The names of units that are looked for."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_plain: dict[str, set[str]] = {}
        for name in names:
            if plain := _plain(name):
                self._by_plain.setdefault(plain, set()).add(name)
        self._longest_first = sorted(self._by_plain, key=len, reverse=True)
        self._words = Words(self._by_plain)
        self._seen: dict[str, Named] = {}

    def in_text(self, text: str) -> Named:
        """The names that a text has.

        >>> UnitNames(["贺兰县示例小学"]).in_text("贺兰县示例小学工会委员会").sure
        frozenset({'贺兰县示例小学'})
        """
        if text not in self._seen:
            self._seen[text] = self._in(text)
        return self._seen[text]

    def _in(self, text: str) -> Named:
        written = bare(text, _SIGNS)
        plain = _plain(text)
        if plain in self._by_plain:
            names = frozenset(self._by_plain[plain])
            return self._told(plain, names)
        longest = next((each for each in self._longest_first if each in written), None)
        if longest:
            names = frozenset(self._by_plain[longest])
            before, _, behind = written.partition(longest)
            if _BEFORE.search(before) and _BEHIND.match(behind):
                return self._told(longest, names)
            return Named(frozenset(), names)
        return Named(frozenset(), self._near(plain))

    def _told(self, plain: str, names: frozenset[str]) -> Named:
        # 第一小学 may be anybody's.
        if len(plain) < _SHORTEST_SURE:
            return Named(frozenset(), names)
        return Named(names, frozenset())

    def _near(self, plain: str) -> frozenset[str]:
        if len(plain) < _SHORTEST_NEAR:
            return frozenset()
        near = self._words.one_error_away(plain)
        return frozenset(name for each in near for name in self._by_plain[each])


def holder(payer: str) -> PayingAccount:
    """Whose account it is, as its name tells: the unit's, its union's, or a person's.

    An account without a name counts as the unit's: then whose money it was is asked about.

    >>> holder("示例小学工会委员会"), holder("示例小学"), holder("王芳"), holder("买买提·吐尔逊江")
    ('union', 'unit', 'person', 'person')
    """
    if _UNION.search(payer):
        return "union"
    plain = bare(payer, _SIGNS)
    if not plain or len(plain) > _LONG_NAME:
        return "person" if "·" in payer else "unit"
    is_unit = (_ORGANISATION if len(plain) == _LONG_NAME else _OFFICE).search(plain)
    return "unit" if is_unit else "person"


def account_name(payer: str) -> str:
    """The name of an account without what says that it is the union's, or which account it is."""
    return _TAIL.sub("", payer.strip()) or payer


def _plain(name: str) -> str:
    written = bare(name, _SIGNS)
    return _TAIL.sub("", written) or written
