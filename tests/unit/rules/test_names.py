"""A name is kept as it is written; what is read otherwise is told, what is in doubt is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_rules.findings import RuleError
from shared_rules.identity import characters, name
from shared_rules.identity.garbled import is_garbled
from shared_rules.identity.name import Change, Doubt

DOTTED = "阿依古丽·买买提"


@pytest.mark.parametrize(
    "written", ["王芳", "王小丽", "阿依古丽", DOTTED, "Maria Garcia", "马𫖯", "䶮芳"]
)
def test_a_name_in_its_standard_spelling_is_kept_and_nothing_is_said(written: str) -> None:
    assert name.read(written) == (written, (), (), ())


@pytest.mark.parametrize("dot", [*"•‧・･∙⋅●˙ꞏ᛫◦∘⸱°.。．﹒", "··", " · ", "· ", "○"])
def test_every_kind_of_dot_is_the_one_and_told(dot: str) -> None:
    found = name.read(f"阿依古丽{dot}买买提")
    assert found == (DOTTED, ("spaces" if " " in dot else "dots",), (), ())


@pytest.mark.parametrize(
    ("written", "value", "changes", "pairs"),
    [
        ("⻢晓燕", "马晓燕", ("radicals",), ("⻢→马",)),
        ("⾺晓燕", "馬晓燕", ("radicals",), ("⾺→馬",)),
        ("⻩敏", "黄敏", ("radicals",), ("⻩→黄",)),
        ("王⻘", "王青", ("radicals",), ("⻘→青",)),
        ("⽅芳", "方芳", ("radicals",), ("⽅→方",)),
        ("李⺠", "李民", ("radicals",), ("⺠→民",)),
        ("⻓孙丽", "长孙丽", ("radicals",), ("⻓→长",)),
        ("⻄⻔秀", "西门秀", ("radicals",), ("⻄→西", "⻔→门")),
        ("王⻰⻋", "王龙车", ("radicals",), ("⻰→龙", "⻋→车")),
        ("王\ufa0b", "王廓", ("compatible",), ()),
        ("Ｍaria", "Maria", ("compatible",), ()),
        ("王\u200b芳", "王芳", ("unseen",), ()),
        ("王芳\ufe00", "王芳", ("unseen",), ()),
        ("阿依古丽ㆍ买买提", DOTTED, ("dots",), ()),
        ("阿依古丽﹅买买提", DOTTED, ("dots",), ()),
        ("阿依古丽丶买买提", DOTTED, ("dots",), ()),
        ("阿依古丽丨买买提", DOTTED, ("dots",), ()),
        ("阿依古丽〇买买提", DOTTED, ("dots",), ()),
        ("阿依古丽&middot;买买提", DOTTED, ("dots", "references"), ()),
        ("&#29579;&#33459;", "王芳", ("references",), ()),
        ("王芳&nbsp;", "王芳", ("references",), ()),
        ("王 芳", "王芳", ("spaces",), ()),
        ("王　芳", "王芳", ("spaces",), ()),
        ("王\n芳", "王芳", ("spaces",), ()),
        ("王 小丽", "王小丽", ("spaces",), ()),
        ("欧阳 娜娜", "欧阳娜娜", ("spaces",), ()),
        ("阿依古丽·\n买买提", DOTTED, ("spaces",), ()),
        ("Maria　Garcia", "Maria Garcia", ("compatible",), ()),
        ("马··兰.花", "马·兰·花", ("dots",), ()),
        ("⻢ 晓\u200b燕", "马晓燕", ("spaces", "unseen", "radicals"), ("⻢→马",)),
    ],
)
def test_what_is_changed_in_the_writing_of_a_name_is_told(
    written: str, value: str, changes: tuple[Change, ...], pairs: tuple[str, ...]
) -> None:
    assert name.read(written) == (value, changes, (), pairs)


@pytest.mark.parametrize(
    ("written", "doubts"),
    [
        ("阿依古丽 买买提", ("name.space_inside",)),
        ("古丽 阿依", ("name.space_inside",)),
        ("买买提 艾山", ("name.space_inside",)),
        ("帕提古丽 玉素甫 江", ("name.space_inside",)),
        ("马秀 英", ("name.space_inside",)),
        ("马 小娜 娜", ("name.space_inside",)),
        ("马 兰马丽", ("name.space_inside",)),
        ("王芳 李娜娜娜", ("name.space_inside",)),
        ("阿依古丽一买买提", ("name.stroke_inside",)),
        ("古丽一阿依·买买提", ("name.stroke_inside",)),
        ("李娜女", ("name.title",)),
        ("李娜女士", ("name.title",)),
        ("王芳老师", ("name.title",)),
        ("李老师", ("name.title",)),
        ("马医生", ("name.title",)),
        ("王姐", ("name.title",)),
        ("小王", ("name.title",)),
        ("女王芳", ("name.title",)),
        ("王芳已婚", ("name.title",)),
        ("王芳退休", ("name.title",)),
        ("王芳等", ("name.title",)),
        ("王芳病故", ("name.title",)),
        ("王芳怀孕", ("name.title",)),
        ("王芳不参加", ("name.title",)),
        ("王芳和女儿", ("name.title",)),
        ("校长王芳", ("name.title",)),
        ("李会计", ("name.title",)),
        ("新王芳", ("name.title",)),
        ("大王芳", ("name.title",)),
        ("本人王芳", ("name.title",)),
        ("我是王芳", ("name.title",)),
        ("妻子王芳", ("name.title",)),
        ("王强妻子", ("name.title",)),
        ("王强之妻", ("name.title",)),
        ("乐乐妈", ("name.title",)),
        ("王芳的", ("name.title",)),
        ("退李小娜", ("name.title",)),
        ("王芳李娜", ("name.perhaps_two_people",)),
        ("王小芳李娜", ("name.perhaps_two_people",)),
        ("王小芳李小娜赵小敏马小丽", ("name.perhaps_two_people",)),
        ("王小芳李小娜赵小敏马丽马兰", ("name.title",)),
        ("王芳李娜赵敏", ("name.perhaps_two_people",)),
        ("王芳·李娜", ("name.perhaps_two_people",)),
        ("王小芳·李娜", ("name.perhaps_two_people",)),
        ("王芳·李娜·赵敏", ("name.perhaps_two_people",)),
        ("马兰·马丽", ("name.perhaps_two_people",)),
    ],
)
def test_what_only_a_person_knows_is_kept_and_asked(
    written: str, doubts: tuple[Doubt, ...]
) -> None:
    assert name.read(written) == (written, (), doubts, ())


@pytest.mark.parametrize(
    "written",
    [
        "王胜男", "李亚男", "陈方安生", "完颜红", "何及时", "王和平", "古丽娜尔", "马兰·买买提",
        "阿不都和加木", "马依拉·古丽", "阿依夏木·马木提", "璩美玲",
        "新吉乐图", "原丽", "阿依努尔古丽", "李〇", "王〇芳", "马本爱", "孙子媛", "大红",
        "司马一凡", "吉克一木",
    ],
)  # fmt: skip
def test_a_usual_name_is_not_asked_about(written: str) -> None:
    assert name.read(written) == (written, (), (), ())


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("王芳\n李娜", "name.two_people"),
        ("王芳\r\n李娜\r\n赵敏", "name.two_people"),
        ("阿依古丽\n买买提", "name.two_people"),
        ("古丽\n艾山", "name.two_people"),
        ("王芳 李娜", "name.two_people"),
        ("王芳/李娜", "name.two_people"),
        ("王芳、李娜", "name.two_people"),
        ("王芳，李娜", "name.two_people"),
        ("王芳；李小娜", "name.two_people"),
        ("王芳和李娜", "name.two_people"),
        ("阿依古丽、买买提", "name.two_people"),
        ("Maria Garcia\nAnna Smith", "name.two_people"),
        ("王○芳", "name.masked"),
        ("王*芳", "name.masked"),
        ("王**", "name.masked"),
        ("阿依古丽-买买提", "name.characters"),
        ("李娜（小）", "name.characters"),
        ("李娜(女)", "name.characters"),
        ("李娜 女", "name.characters"),
        ("*李娜", "name.characters"),
        ("李娜1", "name.characters"),
        ("李娜A", "name.characters"),
        ("李?娜", "name.not_shown"),
        ("李？", "name.not_shown"),
        ("王□", "name.not_shown"),
        ("王〓芳", "name.not_shown"),
        ("王?*", "name.characters"),
        ("我的", "name.nobody"),
        ("已离职", "name.nobody"),
        ("身份证号", "name.nobody"),
        ("马·", "name.characters"),
        ("鐜嬭姵", "name.garbled"),
        ("鐜嬪皬鑺?", "name.garbled"),
        ("鐜嬪皬鑺\ufffd", "name.garbled"),
        ("ÍõÁõ", "name.garbled"),
        ("Íõ·¼", "name.garbled"),
        ("çŽ‹èŠ³", "name.garbled"),
        ("王某某", "name.nobody"),
        ("同上", "name.nobody"),
        ("合计", "name.nobody"),
        ("单位", "name.nobody"),
        ("续保", "name.nobody"),
        ("驾驶员", "name.nobody"),
        ("厨师", "name.nobody"),
        ("后勤", "name.nobody"),
        ("审核", "name.nobody"),
        ("联系电话", "name.nobody"),
        ("一车间", "name.nobody"),
        ("删除", "name.nobody"),
        ("主任", "name.nobody"),
        ("待定", "name.nobody"),
        ("True", "name.nobody"),
        ("NULL", "name.nobody"),
        ("None", "name.nobody"),
        ("nan", "name.nobody"),
        ("王\ue000", "name.private_use"),
        ("王\U000f0000", "name.private_use"),
    ],
)
def test_what_is_not_one_name_is_refused(written: str, code: str) -> None:
    with pytest.raises(RuleError) as caught:
        name.read(written)
    assert caught.value.code == code
    assert caught.value.finding("name").message


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Maria\nGarcia", "Maria Garcia"),
        ("阿依古丽\n买买提·\n艾山", "阿依古丽 买买提·艾山"),
    ],
)
def test_a_name_that_is_broken_into_lines_is_one(written: str, value: str) -> None:
    assert name.parse(written) == value


@pytest.mark.parametrize(
    ("other", "is_same"),
    [(DOTTED, True), ("阿依古丽 买买提", True), ("阿依古丽买买提", True), ("阿依古丽", False)],
)
def test_a_name_is_the_same_whatever_stands_between_its_parts(other: str, is_same: bool) -> None:
    assert name.same(DOTTED, other) is is_same
    assert name.same(other, DOTTED) is is_same
    assert name.same("阿依古丽 买买提", other) is is_same


def test_a_character_of_an_old_system_is_read_by_the_standard_and_asked_about() -> None:
    assert name.read("王\ue863") == (
        "王䶮",
        ("private",),
        ("name.private_use_read",),
        ("U+E863→䶮",),
    )


def test_an_unknown_private_character_is_named_by_its_place() -> None:
    with pytest.raises(RuleError) as caught:
        name.read("王 小\ue001")
    assert caught.value.params == {"place": 3 + 1, "character": "U+E001"}


@pytest.mark.parametrize(
    ("code", "character"),
    [(0xE815, "厂"), (0xE81E, "龴"), (0xE855, "𤇾"), (0xE863, "䶮"), (0xE864, "龻")],
)
def test_codes_of_gbk_are_those_of_the_standard(code: int, character: str) -> None:
    assert characters.read(chr(code)) == character


def test_the_codes_that_python_knows_agree() -> None:
    trails = [*range(0x50, 0x7F), *range(0x80, 0xA1)]
    known = {
        0xE815 + place: bytes([0xFE, trail]).decode("gb18030") for place, trail in enumerate(trails)
    }
    for code, character in known.items():
        if not characters.private(character):
            assert characters.read(chr(code)) == characters.read(character)


def test_every_radical_is_read_as_a_character() -> None:
    for radical, character in characters.RADICALS.items():
        found = name.read(f"王{radical}")
        assert (found.value, found.changes) == (f"王{character}", ("radicals",))


@pytest.mark.parametrize(
    ("text", "garbled"),
    [
        ("ÍõÁõ", True),
        ("Ömür", False),  # its bytes are Chinese in GB 18030, too
        # Where a byte was left over, two before it may have been left over as well, and not three.
        ("鐜嬪皬哪?", True),
        ("鐜嬪皬哪", False),
        ("鐜嬪皬鑺衬哪?", False),
    ],
)
def test_what_a_wrong_encoding_makes_of_chinese_is_garbled(text: str, garbled: bool) -> None:
    assert is_garbled(text) is garbled


LETTERS = st.sampled_from(
    "王李芳娜阿依古丽买提马欧阳女士某·•.。 \n\t\u3000\u200b、/-○*⻢⾺\ue863\ue000\ufa0bAbé'’1（）和"
)


@given(st.text(LETTERS, max_size=12) | st.text(max_size=8))
def test_nothing_in_a_name_is_lost_or_changed_silently(written: str) -> None:
    try:
        found = name.read(written)
    except RuleError:
        return
    assert name.read(found.value) == (found.value, (), name.read(found.value).doubts, ())
    assert name.compact(found.value) == found.value
    assert bool(found.changes) == (found.value != written.strip())
    if not found.changes:
        assert found.value == written.strip()


@given(st.text(LETTERS, max_size=12) | st.text(max_size=8))
def test_the_standard_spelling_is_its_own(written: str) -> None:
    once = name.compact(written)
    assert name.compact(once) == once
