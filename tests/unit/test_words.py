"""One term a thing, 您 throughout, and no talk of developers, in all that users read.

The terms are those of docs/glossary.md, which are the source document's where it has one. Quotes of
the source, and the words that people type into the search, are not ours to choose.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from shared_rules.messages import catalogue

ROOT: Final = Path(__file__).parents[2]
CHINESE: Final = re.compile(r"[㐀-鿿]")

# What is never said (a pattern), and what is said instead.
TERMS: Final = {
    "对接人员|联系人": "对接人 of the insurer, 经办人 of the unit",
    "(?<![投参])保单(?!位)": "保险单",
    "赔付|拒赔": "给付、不予给付",
    "(?<!理)赔款": "理赔款",
    "(?<!收到)保费": "保险费",
    "保障(?!方案)|保险期限": "保险、保险期间",
    "修改|更改": "更正 of a list, 改 of a cell",
    "妻子|老婆|老公|爱人": "配偶",
    "工种": "职业",
    "单位类别": "单位性质",
    "报名": "参保、参加",
    "案子|赔案(?!件)": "案件",
    "县（市、区）": "县（区）",
    "本地区": "本地",
    "(?<!中)间断": "中断",
    "第二个人": "另一个人",
    "退费": "退还保险费",
    "自费": "由本人承担",
    "谁出|出钱": "保险费由谁承担",
    "标本的日期|标本提取日期": "病检标本提取日",
    "(?<!身份)证件号": "身份证号",
    "你": "您",
}
# Talk of developers: a file, a page or a person does not have these for who reads.
DEVELOPERS: Final = (
    r"If-Match|Idempotency|\bJSON\b|\bAPI\b|HTTP\b|UTF-?\d|GB18030|SHA-|规则代码|测试|解压后|字节|编码"
    "|控制字符|服务器|数据库|校验|内部结构|内存|哈希|摘要|缓存|机器人|二进制|请求"
)
# Promised in the insurer's name, or chatty towards who is ill.
PROMISES: Final = (
    "(保险公司|对接人|理赔人员|总工会)会(?!女)|办理退费|会联系您|会帮您|照常受理|已受理|保证|承诺"
    "|放心|别急|不用慌|大概|马上报案|离谱"
)
# Where the documents say nothing, and this site reads something into them.
OPEN: Final = "办法没有写|文件没有写|没有写明"

# Said all the same, where it stands and why; only the phrase is let through.
EXCEPTIONS: Final = {
    "自我保障": "the source's own principle (第一条)",
    "保险对象和保险期限": "the source's heading of its second chapter",
    "身份证件号码": "the word of the 个人信息保护法 and its consents",
    "证件号码": "a column of the insurer's file, which comes back from outside under this name",
    "间断了": "中间断了: the cover broke in between",
    "“联系人”改称": "the record of changes says what the word was",
}


def strings(node: Any) -> Iterator[str]:
    """Every text below a node of a data file, without what is quoted from the source."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for each in node:
            yield from strings(each)
    elif isinstance(node, dict):
        for key, each in node.items():
            if key not in {"source", "quotes", "formerly", "text", "title", "preamble"}:
                yield from strings(each)


def said_by_messages() -> Iterator[tuple[str, str]]:
    for code, message in catalogue().items():
        yield code, f"{message.title}\n{message.explanation}\n{message.fix}"


def said_by_pages() -> Iterator[tuple[str, str]]:
    pages = [*ROOT.glob("content/**/*.md"), *ROOT.glob("site/**/*.html"), ROOT / "mkdocs.yml"]
    for page in sorted(pages):
        if page.name != "notice.md":  # the source, word for word
            yield str(page.relative_to(ROOT)), re.sub(r"(?s)\{#.*?#\}", "", page.read_text("utf-8"))


def said_by_data() -> Iterator[tuple[str, str]]:
    for file in sorted(ROOT.glob("content/data/*.yaml")):
        # What people type, and what nobody is called.
        if file.name not in {"search.yaml", "sample_people.yaml"}:
            texts = strings(yaml.safe_load(file.read_text("utf-8")))
            yield str(file.relative_to(ROOT)), "\n".join(texts)


def said_by_scripts() -> Iterator[tuple[str, str]]:
    for file in sorted(ROOT.glob("site/js/**/*.js")):
        if not {"vendor", "generated"} & set(file.parts):
            script = re.sub(r"(?s)/\*.*?\*/|(?<!:)//[^\n]*", "", file.read_text("utf-8"))
            lines = [line for line in script.splitlines() if CHINESE.search(line)]
            yield str(file.relative_to(ROOT)), "\n".join(lines)


def said_by_python() -> Iterator[tuple[str, str]]:
    for file in sorted([*ROOT.glob("functions/**/*.py"), *ROOT.glob("site/*.py")]):
        if "local" not in file.parts:
            tree = ast.parse(file.read_text("utf-8"))
            told = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
            texts = [
                each.value
                for each in ast.walk(tree)
                if isinstance(each, ast.Constant) and id(each) not in told
                if isinstance(each.value, str) and CHINESE.search(each.value)
            ]
            yield str(file.relative_to(ROOT)), "\n".join(texts)


@cache
def said_by_all() -> list[tuple[str, str]]:
    """Where something is said to users, and what; read by the first test that asks."""
    return [
        *said_by_messages(),
        *said_by_pages(),
        *said_by_data(),
        *said_by_scripts(),
        *said_by_python(),
    ]


def found(pattern: str) -> list[str]:
    """Where a pattern is said, with the words around it."""
    allowed = re.compile("|".join(map(re.escape, EXCEPTIONS)))
    return [
        f"{place}: …{text[max(0, hit.start() - 8) : hit.end() + 8]}…"
        for place, said in said_by_all()
        for text in [allowed.sub("", said)]
        for hit in re.finditer(pattern, text)
    ]


@pytest.mark.parametrize("pattern", TERMS)
def test_a_thing_has_one_name(pattern: str) -> None:
    assert found(pattern) == [], f"say {TERMS[pattern]}"


def test_nobody_reads_what_only_developers_say() -> None:
    assert found(DEVELOPERS) == []


def test_nothing_is_promised_for_others_and_nobody_who_is_ill_is_chatted_to() -> None:
    assert found(PROMISES) == []


def test_only_what_is_never_deleted_is_said_to_be_kept_for_good() -> None:
    """Lists and claims are kept for years (content/data/retention.yaml)."""
    places = {each.partition(":")[0] for each in found("长期保存")}
    assert places == {"erasure.stays_paid", "content/changes.md"}


def test_what_the_documents_leave_open_stands_under_no_article() -> None:
    assert [
        code
        for code, said in said_by_messages()
        if re.search(OPEN, said) and (catalogue()[code].article or "reading-")[:8] != "reading-"
    ] == []


@pytest.mark.parametrize("phrase", EXCEPTIONS)
def test_an_exception_is_still_needed(phrase: str) -> None:
    assert any(phrase in said for _, said in said_by_all())


def test_all_that_users_read_is_looked_at() -> None:
    places = {place.partition("/")[0] for place, said in said_by_all() if CHINESE.search(said)}
    assert {"content", "site", "functions", "mkdocs.yml", "state.submitted"} <= places
