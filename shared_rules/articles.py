"""Names of the source's articles (条款): `article-5` is 第五条, `notice-2-4` is 通知 二.4."""

import re
from typing import Annotated, Final

from pydantic import AfterValidator

ARTICLE_COUNT: Final = 21
_CHINESE: Final = "零一二三四五六七八九十"
_ARTICLE: Final = re.compile(r"article-([1-9][0-9]?)")
_NOTICE: Final = re.compile(r"notice-([1-9])-([1-9])")


def _numeral(number: int) -> str:
    """`number` (1 to 99) in Chinese: 5 → 五, 12 → 十二, 21 → 二十一."""
    tens, ones = divmod(number, 10)
    return (
        (_CHINESE[tens] if tens > 1 else "")
        + ("十" if tens else "")
        + (_CHINESE[ones] if ones else "")
    )


def label(article: str) -> str:
    """What people call the article.

    >>> label("article-5"), label("notice-2-4")
    ('第五条', '通知 二.4')

    Raises:
        ValueError: there is no such article.
    """
    if (match := _ARTICLE.fullmatch(article)) and int(match[1]) <= ARTICLE_COUNT:
        return f"第{_numeral(int(match[1]))}条"
    if match := _NOTICE.fullmatch(article):
        return f"通知 {_numeral(int(match[1]))}.{match[2]}"
    raise ValueError("no such article")


def page(article: str) -> str:
    """The site's address of the article's page or passage, from the root."""
    label(article)
    return f"/regulations/{article}/" if article.startswith("article-") else f"/notice/#{article}"


def _known(article: str) -> str:
    label(article)
    return article


Article = Annotated[str, AfterValidator(_known)]
"""The name of an article that exists; anything else fails validation."""
