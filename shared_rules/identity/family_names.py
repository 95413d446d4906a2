"""Family names (姓氏), to tell two people in one cell from one person of a name in parts.

The single ones are those of more than nine in ten Han and Hui people; a name that is not here is
not refused for it.
"""

from typing import Final

SINGLE: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕"
    "丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱"
    "戴严莫孔向常汤康易乔赖文洪季柳庄倪申柯阎焦纪殷祝左岳齐齊楊張劉陳黃趙吳許鄭謝馬馮盧蘇呂葉鍾"
    "蕭萧兰"
)
_COMPOUND: Final = (
    "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙"
    " 司徒 司空 夏侯 端木 百里 呼延 南宫 独孤 拓跋 轩辕 淳于 单于 澹台 公羊 申屠 太史 仲孙 完颜"
    " 赫连 钟离 闻人 濮阳 第五 西门 东郭 纳兰 叶赫 爱新觉罗"
)
COMPOUND: Final = frozenset(_COMPOUND.split())


def begins_one(text: str) -> bool:
    """Whether a text of two or three characters reads like a Han name.

    >>> begins_one("王芳"), begins_one("古丽"), begins_one("王")
    (True, False, False)
    """
    return 2 <= len(text) <= 3 and text[0] in SINGLE  # noqa: PLR2004 - a family name and one given
