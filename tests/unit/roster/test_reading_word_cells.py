"""What a person reads in a cell of a Word table is read; what she does not see is told."""

from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml import OxmlElement
from docx.shared import Inches
from PIL import Image

from shared_rules import plans
from shared_rules.messages import catalogue
from shared_rules.roster import entries, judging
from shared_rules.roster.entries import Entries
from shared_rules.roster.sheets import CellFault
from tests.unit.roster.list_files import (
    FIXTURES,
    HEADER,
    PEOPLE,
    TODAY,
    docx,
    unzipped,
    with_parts,
    word_cell,
    word_row,
    word_table,
    zipped,
)

NUMBER = PEOPLE[0].id_number
DELETED = "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
MOVED = "<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom>"
DRAWING = "<w:r><w:drawing>{}</w:drawing></w:r>"
INLINE = DRAWING.format('<wp:inline xmlns:wp="urn:wp"/>')
FLOATING = DRAWING.format('<wp:anchor xmlns:wp="urn:wp"/>')
VML = '<w:r><w:pict><v:shape xmlns:v="urn:v" style="{}"/></w:pict></w:r>'
RULE = '<w:r><w:pict><v:rect xmlns:v="urn:v" xmlns:o="urn:o" o:hr="t"/></w:pict></w:r>'
BOX = (
    "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>代</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
)
PLACEHOLDER = (
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    "<w:sdtContent><w:r><w:t>单击此处输入</w:t></w:r></w:sdtContent></w:sdt>"
)
EMOJI = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="w16se"><e:symEx xmlns:e="urn:e" e:char="2A6D6"/></mc:Choice>'
    "<mc:Fallback><w:t>?</w:t></mc:Fallback></mc:AlternateContent></w:r>"
)
PINYIN = r"EQ \* jc2 \* hps12 \o\ad(\s\up 11(fāng),芳)"


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def symbol(font: str, char: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'


def mark(kind: str, content: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{content}</w:fldChar></w:r>'


def coded(code: str) -> str:
    return mark("begin") + f"<w:r><w:instrText>{code}</w:instrText></w:r>"


def result(code: str, shown: str) -> str:
    return coded(code) + mark("separate") + shown + mark("end")


def choice(chosen: str) -> str:
    entries_ = "".join(f'<w:listEntry w:val="{name}"/>' for name in ("王芳", "李娜"))
    return mark("begin", f"<w:ffData><w:ddList>{chosen}{entries_}</w:ddList></w:ffData>")


def named(runs: str) -> bytes:
    cells = word_cell("1"), f"<w:tc><w:p>{runs}</w:p></w:tc>", word_cell(NUMBER), word_cell("教师")
    return docx(word_table(word_row(HEADER), f"<w:tr>{''.join(cells)}</w:tr>"))


def told(found: Entries) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.cell) for finding in found.findings]


@pytest.mark.parametrize(
    ("runs", "name"),
    [
        (run("阿依") + symbol("Symbol", "F0D7") + run("买"), "阿依⋅买"),
        (run("阿依") + symbol("Symbol", "00B7") + run("买"), "阿依•买"),
        (run("阿依") + symbol("Wingdings", "F09F") + run("买"), "阿依•买"),
        (run("阿依") + symbol("宋体", "00B7") + run("买"), "阿依·买"),
        (run("阿依") + symbol("Wingdings", "F04A") + run("买"), "阿依☺买"),
        (run("阿依") + symbol("wingdings 2", "50") + run("买"), "阿依✓买"),
        (run("阿依") + symbol("Webdings", "F061") + run("买"), "阿依✔买"),
        (run("阿依") + symbol("Symbol", "F061") + run("买"), "阿依α买"),
        (run("阿依") + run("\uf0d7", '<w:rFonts w:ascii="Symbol"/>') + run("买"), "阿依⋅买"),
        (run("阿依") + run("\uf0d7", '<w:rFonts w:hAnsi="Symbol"/>') + run("买"), "阿依⋅买"),
        (run("王芳", '<w:strike w:val="0"/>'), "王芳"),
        (run("阿依\uf0d7买"), "阿依\uf0d7买"),
        (run("王") + EMOJI, "王\U0002a6d6"),
        (run("Mary") + "<w:r><w:noBreakHyphen/></w:r>" + run("Ann"), "Mary-Ann"),
        (run("王") + "<w:r><w:softHyphen/></w:r>" + run("芳"), "王\xad芳"),
        (run("王") + "<w:r><w:tab/></w:r>" + run("芳"), "王 芳"),
        (run("王芳") + "<w:r><w:br/></w:r>" + run("李娜"), "王芳\n李娜"),
        (f"<w:hyperlink>{run('王')}</w:hyperlink><w:smartTag>{run('芳')}</w:smartTag>", "王芳"),
        (f"<w:sdt><w:sdtContent>{run('王芳')}</w:sdtContent></w:sdt>", "王芳"),
        (PLACEHOLDER, ""),
        (f'<w:fldSimple w:instr="MERGEFIELD 姓名">{run("王芳")}</w:fldSimple>', "王芳"),
        (result("MERGEFIELD 姓名", run("王芳")), "王芳"),
        (result(" IF " + "</w:instrText></w:r>" + result("MERGEFIELD 性别", run("女"))
                + "<w:r><w:instrText>", run("王芳")), "王芳"),
        (coded("XE 王芳") + mark("end") + run("王芳"), "王芳"),
        (run("阿依") + coded(r'SYMBOL 183 \f "Symbol"') + mark("end") + run("买"), "阿依•买"),
        (choice('<w:result w:val="1"/>') + "<w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>"
         + mark("end"), "李娜"),
        (run("王芳", '<w:vanish w:val="0"/>'), "王芳"),
        (run("王芳", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"), "王芳"),
        (run("王芳") + RULE, "王芳"),
        (run("王芳", '<w:color w:val="FFFFFF"/><w:shd w:fill="1F4E79"/>'), "王芳"),
        (run("王芳", '<w:color w:val="FFFFFF"/><w:highlight w:val="blue"/>'), "王芳"),
        (run("王芳", '<w:color w:val="FF0000"/><w:sz w:val="21"/>'), "王芳"),
    ],
)  # fmt: skip
def test_what_stands_in_a_cell_is_read_and_there_is_nothing_to_tell(runs: str, name: str) -> None:
    found = entries.read(named(runs))
    assert [(entry.name, entry.id_number) for entry in found.people] == [(name, NUMBER)]
    assert told(found) == []


@pytest.mark.parametrize(
    ("runs", "name", "code"),
    [
        (run("王芳") + run("旧名", "<w:vanish/>"), "王芳", "cell.hidden_text"),
        (run("王芳") + run("旧名", '<w:vanish w:val="true"/>'), "王芳", "cell.hidden_text"),
        (run("王") + run("芳", "<w:strike/>"), "王芳", "cell.struck"),
        (run("王芳", '<w:dstrike w:val="1"/>'), "王芳", "cell.struck"),
        (run("王芳", '<w:color w:val="FFFFFF"/>'), "王芳", "cell.unseen"),
        (run("王芳", '<w:sz w:val="2"/>'), "王芳", "cell.unseen"),
        (DELETED + run("王芳"), "王芳", "cell.revised"),
        (MOVED + run("王芳"), "王芳", "cell.revised"),
        (f"<w:ins>{run('王芳')}</w:ins>", "王芳", "cell.revised"),
        (coded(PINYIN) + mark("end"), "芳", "cell.ruby"),
        (run("王芳") + '<w:r><w:footnoteReference w:id="1"/></w:r>', "王芳", "cell.note"),
        (run("王芳") + '<w:r><w:endnoteReference w:customMarkFollows="1"/><w:t>*</w:t></w:r>',
         "王芳", "cell.note"),
        (run("王芳") + FLOATING, "王芳", "cell.picture_over"),
        (run("王芳") + VML.format("position:absolute"), "王芳", "cell.picture_over"),
    ],
)  # fmt: skip
def test_what_is_not_read_of_a_cell_is_told(runs: str, name: str, code: str) -> None:
    found = entries.read(named(runs))
    assert [entry.name for entry in found.people] == [name]
    assert told(found) == [(code, "B2")]


@pytest.mark.parametrize(
    ("runs", "fault"),
    [
        (run("阿依") + symbol("Wingdings", "F0FF"), CellFault("cell.symbol", "阿依□")),
        (run("阿依") + symbol("宋体", "F0B7"), CellFault("cell.symbol", "阿依□")),
        (symbol("Symbol", "F080"), CellFault("cell.symbol", "□")),
        (symbol("Wingdings 2", "F100"), CellFault("cell.symbol", "□")),
        (symbol("宋体", "110000"), CellFault("cell.symbol", "□")),
        (symbol("宋体", "点"), CellFault("cell.symbol", "□")),
        (coded("SYMBOL 255 \\f Wingdings") + mark("end"), CellFault("cell.field", "□")),
        (coded(r"EQ \o\ac(○,王)") + mark("end"), CellFault("cell.field", "□")),
        (coded("MERGEFIELD 姓名") + mark("end"), CellFault("cell.field", "□")),
        (INLINE, CellFault("cell.picture", "")),
        (FLOATING, CellFault("cell.picture", "")),
        (VML.format("width:9pt"), CellFault("cell.picture", "")),
        (run("王") + INLINE, CellFault("cell.picture_in_text", "王")),
        (run(NUMBER) + INLINE, CellFault("cell.picture_in_text", "")),
        (run("王") + BOX, CellFault("cell.text_box", "王")),
        ('<m:oMath xmlns:m="urn:m"/>', CellFault("cell.content", "□")),
        ("<w:r><w:pgNum/></w:r>", CellFault("cell.content", "□")),
    ],
)
def test_what_has_no_text_is_a_fault_at_its_cell(runs: str, fault: CellFault) -> None:
    found = entries.read(named(runs))
    assert [entry.name for entry in found.people] == [fault]
    assert catalogue()[fault.code].severity == "error"


@pytest.mark.parametrize(
    ("font", "char", "sign"), [("Wingdings", "F0FE", "☑"), ("Symbol", "F061", "α")]
)
def test_a_symbol_that_no_name_has_is_told_by_what_it_looks_like(
    font: str, char: str, sign: str
) -> None:
    found = entries.read(named(run("王芳") + symbol(font, char)))
    report = judging.judge(found, plan=plans.in_force(TODAY), cover_from=TODAY)
    (told_,) = report.errors
    assert (told_.code, told_.cell) == ("name.characters", "B2")
    assert sign in told_.message


def test_a_table_in_a_cell_is_a_fault_there() -> None:
    inner = word_table(word_row(["6499"]))
    body = word_table(word_row(HEADER), word_row(["1", "王芳", "NUMBER", ""]))
    found = entries.read(docx(body.replace("<w:r><w:t>NUMBER</w:t></w:r></w:p>", f"</w:p>{inner}")))
    assert [entry.id_number for entry in found.people] == [CellFault("cell.nested_table", "")]


@pytest.mark.parametrize(
    ("file", "name", "finding"),
    [
        ("symbol_dot", "阿依古丽⋅买买提", []),
        ("ruby", "王䶮", [("cell.ruby", "B2")]),
        ("hidden_text", "王芳", [("cell.hidden_text", "B2")]),
        ("strict", "王芳", []),
        ("nested", "王芳", []),
    ],
)
def test_lists_as_they_came(file: str, name: str, finding: list[tuple[str, str]]) -> None:
    found = entries.read((FIXTURES / "word" / f"{file}.docx").read_bytes())
    assert found.people[0].name == name
    assert told(found) == finding


STYLES = (
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:styles>'
)
HIDES = '<w:style w:type="{}" w:styleId="{}" {}><w:basedOn w:val="{}"/><w:rPr>{}</w:rPr></w:style>'
VANISH = "<w:vanish/>"
RELATIONS = (
    b'<Relationships xmlns="urn:r"><Relationship Id="a" '
    b'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/styles" Target="Styles.xml"/>'
    b"</Relationships>"
)


@pytest.mark.parametrize(
    ("styles", "run_style", "paragraph_style", "is_hidden"),
    [
        ([HIDES.format("character", "a", "", "", VANISH)], "a", "", True),
        ([HIDES.format("character", "a", "", "", "")], "a", "", False),
        ([HIDES.format("character", "a", "", "b", ""),
          HIDES.format("character", "b", "", "", VANISH)], "a", "", True),
        ([HIDES.format("character", "a", "", "b", '<w:vanish w:val="0"/>'),
          HIDES.format("character", "b", "", "", VANISH)], "a", "", False),
        ([HIDES.format("character", "a", "", "b", ""),
          HIDES.format("character", "b", "", "a", "")], "a", "", False),
        ([HIDES.format("paragraph", "p", "", "", VANISH)], "", "p", True),
        ([HIDES.format("paragraph", "p", "", "", VANISH),
          HIDES.format("character", "a", "", "", VANISH)], "a", "p", False),
    ],
)  # fmt: skip
def test_text_is_hidden_through_its_styles(
    styles: list[str], run_style: str, paragraph_style: str, is_hidden: bool
) -> None:
    runs = f'<w:pPr><w:pStyle w:val="{paragraph_style}"/></w:pPr>' + run(
        "旧", f'<w:rStyle w:val="{run_style}"/>'
    )
    parts = {
        "word/_rels/document.xml.rels": RELATIONS,
        "word/styles.xml": STYLES.format("".join(styles)).encode(),
    }
    found = entries.read(with_parts(named(runs + run("王芳", '<w:vanish w:val="0"/>')), parts))
    assert found.people[0].name == ("王芳" if is_hidden else "旧王芳")
    assert told(found) == ([("cell.hidden_text", "B2")] if is_hidden else [])


@pytest.mark.parametrize("default", ["style", "docDefaults"])
def test_text_may_be_hidden_by_default(default: str) -> None:
    styles = {
        "style": HIDES.format("paragraph", "Normal", 'w:default="1"', "", VANISH),
        "docDefaults": f"<w:docDefaults><w:rPrDefault><w:rPr>{VANISH}</w:rPr></w:rPrDefault>"
        "</w:docDefaults>",
    }[default]
    shown = '<w:vanish w:val="0"/>'
    head = "".join(f"<w:tc><w:p>{run(title, shown)}</w:p></w:tc>" for title in HEADER)
    cells = f"<w:tc><w:p>{run('1', shown)}</w:p></w:tc><w:tc><w:p>{run('旧')}</w:p></w:tc>"
    number = f"<w:tc><w:p>{run(NUMBER, shown)}</w:p></w:tc>"
    list_of_one = docx(word_table(f"<w:tr>{head}</w:tr>", f"<w:tr>{cells}{number}</w:tr>"))
    parts = {
        "word/_rels/document.xml.rels": RELATIONS,
        "word/styles.xml": STYLES.format(styles).encode(),
    }
    found = entries.read(with_parts(list_of_one, parts))
    assert [entry.name for entry in found.people] == [""]
    assert told(found) == [("cell.hidden_text", "B2")]


def opened(*more: tuple[str, ...]) -> Opened:
    document = Document()
    rows = (HEADER, ("1", "王芳", NUMBER, "教师"), *more)
    table = document.add_table(rows=len(rows), cols=4)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return document


def saved(document: Opened) -> bytes:
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def test_a_document_of_python_docx_is_read() -> None:
    assert [entry.name for entry in entries.read(saved(opened())).people] == ["王芳"]


def test_a_picture_of_python_docx_is_a_fault() -> None:
    document, picture = opened(), BytesIO()
    Image.new("RGB", (2, 2)).save(picture, "PNG")
    cell = document.tables[0].cell(1, 2)
    cell.text = ""
    cell.paragraphs[0].add_run().add_picture(picture, width=Inches(1))
    [entry] = entries.read(saved(document)).people
    assert entry.id_number == CellFault("cell.picture", "")


def test_text_hidden_by_python_docx_is_told() -> None:
    document = opened()
    document.tables[0].cell(1, 1).paragraphs[0].add_run("旧名").font.hidden = True
    found = entries.read(saved(document))
    assert (found.people[0].name, told(found)) == ("王芳", [("cell.hidden_text", "B2")])


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (f"补报：李娜 {PEOPLE[1].id_number}", ["file.outside_table"]),
        ("另外还有李娜", ["file.names_outside"]),
        ("贺兰县示例小学工会  第 1 页", []),
    ],
)
@pytest.mark.parametrize("place", ["header", "footer"])
def test_people_at_the_head_or_the_foot_of_pages_are_asked_about(
    place: str, text: str, codes: list[str]
) -> None:
    document = opened()
    getattr(document.sections[0], place).paragraphs[0].text = text
    assert [code for code, _ in told(entries.read(saved(document)))] == codes


def test_what_is_told_of_rows_that_are_no_people_is_not_told() -> None:
    document = opened(("", "单位名称：", "", ""))
    document.tables[0].cell(2, 1).paragraphs[0].add_run("旧名").font.hidden = True
    assert told(entries.read(saved(document))) == [("roster.row_left_out", None)]


@pytest.mark.parametrize("name", ["word/document2.xml", "Word/Document.XML", "doc/main.xml"])
def test_the_document_is_found_by_the_archives_relation(name: str) -> None:
    parts = unzipped(saved(opened()))
    parts[name] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", name.encode())
    styles = parts.pop("word/_rels/document.xml.rels")
    folder, _, base = name.rpartition("/")
    parts[f"{folder}/_rels/{base}.rels".lower()] = styles
    assert [entry.name for entry in entries.read(zipped(parts)).people] == ["王芳"]


def test_a_row_that_is_deleted_in_a_revision_is_left_out_and_told() -> None:
    document = opened(("2", "李娜", "", ""))
    row = document.tables[0].rows[2]
    row._tr.get_or_add_trPr().append(OxmlElement("w:del"))
    found = entries.read(saved(document))
    assert [entry.name for entry in found.people] == ["王芳"]
    assert [(each.code, each.params) for each in found.findings] == [
        ("file.rows_deleted", {"count": 1})
    ]


def test_who_stands_under_a_merged_cell_is_asked_about() -> None:
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    under = [
        "".join((word_cell("1"), word_cell("李娜", begins), word_cell(NUMBER), word_cell("护士"))),
        "".join((word_cell("2"), word_cell("赵敏", goes_on), word_cell(NUMBER), word_cell(""))),
    ]
    found = entries.read(docx(word_table(word_row(HEADER), *(f"<w:tr>{r}</w:tr>" for r in under))))
    assert [entry.name for entry in found.people] == ["李娜", "赵敏"]
    assert told(found) == [("cell.covered", "B3")]
