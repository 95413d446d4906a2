"""Characters that stand for others: radicals (部首) and those of old systems (自造字).

Fonts show a radical and the character that it stands for alike, and input methods, converters of
PDF and old databases leave radicals in names. The pairs are those of Unicode's
EquivalentUnifiedIdeograph.txt for U+2E80–2EFF; those of U+2F00–2FD5 are in NFKC.

Before Unicode had them, GBK's rows FE50–FEA0 were read into its private use area, U+E815–E864:
systems that were filled then still hold 䶮 as U+E863. The characters are those that GB 18030-2022
gives these codes; whatever else has a private code is known to the system that made it only.

>>> read("⻢" + chr(0xE863))
'马䶮'
"""

import unicodedata
from typing import Final

from shared_rules import patterns

_RADICALS: Final = (
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪"
    "⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒"
    "⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲"
)
_THEIR_CHARACTERS: Final = (
    "厂乛乚乙亻冂\U00020628刀刂卜㔾小小兀尣尢\U00021bc2巳幺彑彐忄心扌攵旡日月歺民氵氺灬爫爫丬牛犭王\U00024d14"
    "目示礻\U00025ad7糹纟罓罒㓁冗\U0002626b羊\U0002634c\U0002634b耂肀聿肉\U00026951艹艹艹虎衤覀西见角\U000278b2讠贝\U00027fb7车辶辶辶邑钅長镸"
    "长门\U00028e0f阝雨青韦页风飞食\U0002967f飠饣\U00029810马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀"
)
_FIRST_OF_GBK: Final = 0xE815
_OF_GBK: Final = (
    "厂\U00020087\U00020089\U000200cc乙㑳㑇刀㔾龴㖞㘚㘎小心㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠牛\U000215d7龸\U00024d14䁖䅟\U00025ad7䌷㓁羊\U0002634c\U0002298f䎱"
    "䎬聿䏝䓖䙡䙌龹䜣䜩䝼䞍\U00027fb7䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺\U000241fe䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻"
)

RADICALS: Final = dict(zip(_RADICALS, _THEIR_CHARACTERS, strict=True))
OLD: Final = {chr(_FIRST_OF_GBK + place): each for place, each in enumerate(_OF_GBK)}

_ANY_RADICAL: Final = patterns.later("[\u2e80-\u2fdf]")
_TABLE: Final = str.maketrans(RADICALS | OLD)
_PRIVATE: Final = patterns.later("[\ue000-\uf8ff\U000f0000-\U0010ffff]")


def read(text: str) -> str:
    """The text with the characters that are meant."""
    return text.translate(_TABLE)


def radicals(text: str) -> list[str]:
    """The radicals in a text, once each."""
    return list(dict.fromkeys(_ANY_RADICAL.findall(text)))


def private(text: str) -> list[str]:
    """The characters in a text whose codes are private, once each."""
    return list(dict.fromkeys(_PRIVATE.findall(text)))


def pairs(text: str) -> list[str]:
    """What stands for something else in a text, with what it stands for.

    >>> pairs("⻢" + chr(0xE863) + "芳")
    ['⻢→马', 'U+E863→䶮']
    """
    return [
        *(f"{each}→{unicodedata.normalize('NFKC', read(each))}" for each in radicals(text)),
        *(f"{code(each)}→{OLD[each]}" for each in private(text) if each in OLD),
    ]


def code(character: str) -> str:
    """How a character is named where no font shows it: U+E863."""
    return f"U+{ord(character):04X}"
