"""Names of what a finding rests on: an article (条款), a standard or law, or a reading of ours.

`article-5` is 第五条, `notice-2-4` is 通知 二.4, `annex-2` is 附件2; `gb-11643` is a national
standard, `pipl-29` an article of a law; `reading-article-9-specimen` is a reading of 第九条, on
/readings/.
An article is named only where it decides; what this product reads into one is named as a reading.
"""

import re
from typing import Annotated, Final

from pydantic import AfterValidator

ARTICLE_COUNT: Final = 21
_CHINESE: Final = "零一二三四五六七八九十"
_ARTICLE: Final = re.compile(r"article-([1-9][0-9]?)")
_NOTICE: Final = re.compile(r"notice-([1-9])-([1-9])")
_READING: Final = re.compile(r"reading-(article-[0-9]+|notice-[0-9]-[0-9])-[a-z-]+")
_ANNEXES: Final = {"annex-2": "附件2"}
_ELSEWHERE: Final = {
    "gb-11643": "GB 11643",
    "gb-32100": "GB 32100",
    "pipl-13": "《个人信息保护法》第十三条",
    "pipl-29": "《个人信息保护法》第二十九条",
}


def _numeral(number: int) -> str:
    """`number` (1 to 99) in Chinese: 5 → 五, 12 → 十二, 21 → 二十一."""
    tens, ones = divmod(number, 10)
    return (
        (_CHINESE[tens] if tens > 1 else "")
        + ("十" if tens else "")
        + (_CHINESE[ones] if ones else "")
    )


def label(basis: str) -> str:
    """What people call an article, or whatever else a finding rests on.

    >>> label("article-5"), label("notice-2-4"), label("annex-2"), label("gb-11643")
    ('第五条', '通知 二.4', '附件2', 'GB 11643')
    >>> label("reading-article-9-specimen")
    '本站对第九条的理解'

    Raises:
        ValueError: there is no such article, standard or reading.
    """
    if match := _READING.fullmatch(basis):
        return f"本站对{_article_label(match[1])}的理解"
    return (_ANNEXES | _ELSEWHERE).get(basis) or _article_label(basis)


def _article_label(article: str) -> str:
    if (match := _ARTICLE.fullmatch(article)) and int(match[1]) <= ARTICLE_COUNT:
        return f"第{_numeral(int(match[1]))}条"
    if match := _NOTICE.fullmatch(article):
        return f"通知 {_numeral(int(match[1]))}.{match[2]}"
    raise ValueError("no such article")


def article_read(reading: str) -> str:
    """The article, or passage of the notice, that a reading of ours reads.

    >>> article_read("reading-article-9-specimen")
    'article-9'

    Raises:
        ValueError: it is no reading.
    """
    if match := _READING.fullmatch(reading):
        return match[1]
    raise ValueError("no reading")


def article_behind(basis: str | None) -> str | None:
    """The article that a finding rests on: its own, or the one that its reading reads.

    Who decides for a person names an article, never what we read into one. None where there is no
    article: a standard, a law, or nothing.

    >>> article_behind("article-5"), article_behind("reading-article-20-plan")
    ('article-5', 'article-20')
    >>> article_behind("gb-11643") is article_behind(None) is None
    True
    """
    if basis is None:
        return None
    article = article_read(basis) if _READING.fullmatch(basis) else basis
    return article if _ARTICLE.fullmatch(article) or _NOTICE.fullmatch(article) else None


def page(basis: str) -> str | None:
    """The site's address of the article's page or passage, or of the reading, from the root.

    None for standards and laws, whose text is not on the site.

    >>> page("article-5"), page("annex-2"), page("gb-11643")
    ('/regulations/article-5/', '/notice/#annex-2', None)

    Raises:
        ValueError: there is no such article, standard or reading.
    """
    label(basis)
    if basis in _ELSEWHERE:
        return None
    if _READING.fullmatch(basis):
        return f"/readings/#{basis}"
    return f"/regulations/{basis}/" if _ARTICLE.fullmatch(basis) else f"/notice/#{basis}"


def _known_article(article: str) -> str:
    _article_label(article)
    return article


def _known_basis(basis: str) -> str:
    label(basis)
    return basis


Article = Annotated[str, AfterValidator(_known_article)]
"""The name of an article that exists; anything else fails validation."""

Basis = Annotated[str, AfterValidator(_known_basis)]
"""The name of an article, standard or reading that exists; anything else fails validation."""
