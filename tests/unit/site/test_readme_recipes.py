"""What README.md says under “Changing things”, done in a copy: all follows, nothing breaks.

All of it is done in one copy, whose site is built on the eve of the day from which it holds, and
on that day.
"""

import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import search_index
from lxml import html
from openpyxl import load_workbook

from shared_rules import plans
from tests.unit.site.building import Page, structured_data
from tests.unit.site.changed_copy import DAY, Copy, on

EVE = "2026-12-31"
THIRD, FOURTH = "甲状腺癌", "骨癌"
# Two items that no plan has had: one pays a sum only, the other days in hospital only.
NEW_ITEMS: dict[str, Any] = {
    "items.thyroid_cancer": {
        "name": THIRD,
        "diseases": [THIRD],
        "lump_sum": {"value": 20_000, "unit": "cny", "article": "article-8"},
    },
    "items.bone_cancer": {
        "name": FOURTH,
        "diseases": [FOURTH],
        "daily_allowance": {"value": 70, "unit": "cny", "article": "article-8"},
        "unpaid_days_per_stay": {"value": 2, "unit": "day", "article": "article-6"},
        "paid_days_per_year": {"value": 90, "unit": "day", "article": "article-6"},
    },
}
QUOTE = """
from datetime import datetime, UTC
from functions.platform import keyed_hash
from functions.rosters.check_models import RosterCheckRequest
from functions.rosters.service import check
keyed_hash._peppers = lambda: {1: b"no secret, and no AWS that has it"}
rows = [{"name": "马兰", "id_number": "649901198601010028", "occupation": "会计"}]
for day in ("2026-12-31", "2027-01-01"):
    at = datetime.fromisoformat(day + "T10:00:00+08:00")
    print(check(RosterCheckRequest.model_validate({"rows": rows}), at).premium.amount)
"""
# What a claim brings under a policy of before the new plan, and under one of its own.
CLAIMS = f"""
from datetime import date
from shared_rules import plans
from shared_rules.claim.estimate import estimate
from shared_rules.claim.report import Report, ReportedStay
for disease in ("{THIRD}", "{FOURTH}"):
    for first_day in (date(2026, 6, 1), date(2027, 1, 2)):
        day = date(2027, 3, 1)
        stay = ReportedStay(day, date(2027, 3, 11))
        known = dict(cover_first_day=first_day, renewal=False, paid_before=False)
        said = Report("马兰", "", disease, day, day, (stay,), **known)
        made = estimate(said, date(2027, 3, 20), plans.in_force(day))
        print(disease, made.lump_sum.outcome, made.lump_sum.amount, made.allowance.amount)
"""
CLAIMED = [
    *(f"{THIRD} not_paid 0 0", f"{THIRD} paid 20000 0"),
    *(f"{FOURTH} not_paid 0 0", f"{FOURTH} not_paid 0 560"),
]

CONTACT = """
from functions.records import areas
print(areas.contact_of('海原县').name, areas.contact_id_of('海原县'))
"""
COUNTIES = """
from pydantic import TypeAdapter
from functions.records.areas import County, KeptCounty
print(TypeAdapter(County).validate_python('红寺堡县'))
print(TypeAdapter(KeptCounty).validate_python('红寺堡区'))
"""
DISEASES = """
from datetime import date
from shared_rules import plans
from shared_rules.claim.report import item_of
print(item_of('外阴癌', plans.in_force(date(2027, 1, 1))))
print('外阴癌' in str(plans.in_force(date(2026, 12, 31))))
"""


BEFORE = plans.load()[-1].items["gynaecological_cancer"].diseases
PLAN: dict[str, Any] = {
    "premium.value": 137,
    "maximum_age.value": 62,
    "maximum_age_renewal.value": 71,
    "waiting_period.value": 45,
    "items.breast_cancer.lump_sum.value": 163_000,
    "items.gynaecological_cancer.diseases": [*BEFORE, "外阴癌"],
    "report_within.value": 12,
    "payment.account_number": "6222000000000000000",
    "hotline.number": "95512",
    **NEW_ITEMS,
}
NEW_TOPIC, OLD_TOPIC = "所有单位", "适用的单位"
TOPICS = (f"topic: {OLD_TOPIC}", f"topic: {NEW_TOPIC}")
OLD_WORDS, NEW_WORDS = "本办法目前只适用于成立了工会组织的单位", "本办法适用于所有的单位"


def amend_an_article(copy: Copy) -> None:
    folder = copy.folder / "content" / "data" / "regulations"
    text = (folder / "2019-01-03.yaml").read_text(encoding="utf-8")
    assert [text.count(each) for each in (OLD_WORDS, TOPICS[0])] == [1, 1]
    amended = text.replace(OLD_WORDS, NEW_WORDS).replace(*TOPICS)
    (folder / f"{DAY}.yaml").write_text(amended, encoding="utf-8")


def change_areas(copy: Copy) -> None:
    """A contact of her own for one county, another name for a second, an industry union."""
    entry = '{id: haiyuan, name: 丁新来, phone: "13900000000", area: 中卫市海原县}'
    areas = "content/data/areas.yaml"
    copy.change(areas, "\ncities:\n", f"\n  - {entry}\ncities:\n")
    copy.change(areas, "name: 海原县, contact: zhongwei", "name: 海原县, contact: haiyuan")
    copy.change(areas, "name: 红寺堡区,", "name: 红寺堡县, formerly: [红寺堡区],")
    industry = "\n  - {code: jiaoyu, name: 示例教育工会}\n"
    copy.change("content/data/industries.yaml", "industries: []\n", f"industries:{industry}")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """Every recipe done; of what is generated, only the plan asks for `make generate`."""
    copy = Copy(tmp_path_factory.mktemp("changed"))
    amend_an_article(copy)
    change_areas(copy)
    copy.run("-m", "functions.local.generate", "--check")
    copy.add_plan(**PLAN)
    stale = copy.try_to("-m", "functions.local.generate", "--check")
    assert stale.returncode == 1
    assert "plans.js is stale. Run: make generate" in stale.stderr
    copy.generate()
    return copy


@pytest.fixture(scope="module")
def said(copy: Copy) -> dict[str, list[str]]:
    """What the changed code says, by the program that asks it."""
    return copy.say(QUOTE, CLAIMS, CONTACT, COUNTIES, DISEASES)


@pytest.fixture(scope="module")
def eve(copy: Copy) -> Path:
    """The site on the day before."""
    return copy.site(EVE)


@pytest.fixture(scope="module")
def site_of_day(copy: Copy) -> Path:
    return copy.site(DAY)


def text_of(site: Path, address: str) -> str:
    return Page(site / address / "index.html").text


def test_a_new_plan_is_a_file_and_make_generate(copy: Copy, said: dict[str, list[str]]) -> None:
    copy.check_cases()
    assert said[QUOTE] == ["100", "137"]
    browser = (copy.folder / "site/js/rules/generated/plans.js").read_text(encoding="utf-8")
    assert f'"valid_from": "{DAY}"' in browser
    copy.check_browser_rules()
    assert said[CLAIMS] == CLAIMED


def test_a_new_plan_is_on_every_page_from_its_day(copy: Copy, eve: Path, site_of_day: Path) -> None:
    check_eve(eve)
    check_day(site_of_day)
    with on(DAY):
        copy.run("site/downloads.py", str(site_of_day))
    form = load_workbook(site_of_day / "downloads" / "roster-form.xlsx").worksheets[0]
    assert "71 周岁" in form.data_validations.dataValidation[0].prompt
    for page in sorted(site_of_day.rglob("*.html")):
        name = page.relative_to(site_of_day)
        before, after = (html.parse(str(place / name)).getroot() for place in (eve, site_of_day))
        # In titles, menus and lists to choose from, an article's topic is that of the build.
        said = [said_on(each, DAY).replace(NEW_TOPIC, OLD_TOPIC) for each in (before, after)]
        assert said[0] == said[1], name


def check_eve(site: Path) -> None:
    """Before its day the plan is told, and what is said is the old one's."""
    for address in ("", "plan", "enrol", "eligibility", "calculators", "faq", "claim", "readings"):
        page = Page(site / address / "index.html")
        assert "自 2027年1月1日 起签发的保险单" in page.text, address
        assert {"/plan/#from-2027-01-01", "/plan/#from-2019-01-03"} <= set(page.links)
    assert {"from-2027-01-01", "from-2019-01-03"} <= Page(site / "plan" / "index.html").ids
    enrol = html.parse(str(site / "enrol" / "index.html")).getroot()
    assert "100元/人/年（" in said_on(enrol, EVE)
    assert "137元/人/年（" not in said_on(enrol, EVE)
    assert "137元/人/年（" in said_on(enrol, DAY)
    offers = structured_data(site)["offers"]
    told = [(each["price"], each["validFrom"], each.get("validThrough")) for each in offers]
    assert told == [(100, "2019-01-03", EVE), (137, DAY, None)]


def check_day(site: Path) -> None:
    """What is built on a day of the new plan is the new plan's."""
    for address, value in {
        "": THIRD,
        "plan": "163,000 元",
        "poster": FOURTH,
        "enrol": "137 元/人/年",
        "faq": f"初次确诊原发性{THIRD}，20,000 元",
        "claim": THIRD,
        "eligibility": "71 周岁",
        "calculators": f"{THIRD}",
        "regulations/article-3": "62 周岁",
        "regulations/article-5": "45 天",
        "regulations/article-6": f"{FOURTH}住院津贴：每次住院免赔",
    }.items():
        assert value in text_of(site, address), address
    for address in ("eligibility", "calculators"):
        assert "外阴癌" in text_of(site, address), address
    plan_page = Page(site / "plan" / "index.html")
    assert "from-2019-01-03" in plan_page.ids, "old plans are kept for their holders"
    assert "100,000 元" in plan_page.text
    told = structured_data(site)
    assert (told["offers"]["price"], told["offers"]["validFrom"]) == (137, DAY)
    assert told["audience"]["suggestedMaxAge"] == 71
    # An example stands for the plan that it is about, and says so.
    assert "按2019年1月3日起的方案计算" in text_of(site, "regulations/article-5")


def as_on(page: Any, day: str) -> Any:
    """A page as `site/js/by-day.js` has it on a day; the page itself stays as it is."""
    shown = deepcopy(page)
    for template in shown.xpath("//template[@data-from]"):
        if template.get("data-from") <= day:
            place = template.getparent()
            for before in [*template.itersiblings(preceding=True)]:
                place.remove(before)
            place.text = template.text
            for child in template:
                template.addprevious(child)
            place.remove(template)
    return shown


def said_on(page: Any, day: str) -> str:
    """What a page says on a day, whatever day it was built on."""
    shown = as_on(page, day)
    for unsaid in shown.xpath("//script | //template"):
        unsaid.drop_tree()
    return re.sub(r"\s+", "", shown.text_content())


@pytest.mark.parametrize("built_on", [EVE, DAY])
def test_an_amended_article_is_a_text_of_its_own_day(
    eve: Path, site_of_day: Path, pages: dict[str, Page], built_on: str
) -> None:
    site = eve if built_on == EVE else site_of_day
    file = site / "regulations" / "article-19" / "index.html"
    article = html.parse(str(file)).getroot()
    for day, shown in ((EVE, OLD_WORDS), (DAY, NEW_WORDS)):
        if day >= built_on:
            (quoted,) = as_on(article, day).xpath('//blockquote[@class="verbatim"]')
            assert [words in said_on(quoted, day) for words in (shown, "本办法")] == [True, True]
    page = Page(file)
    assert {"from-2019-01-03", f"from-{DAY}"} <= page.ids
    assert {"#from-2019-01-03", f"#from-{DAY}"} <= set(page.links)
    assert OLD_WORDS in Page(site / "notice" / "index.html").verbatim, "the printed text stays"
    for day, topic in ((EVE, "适用的单位"), (DAY, "所有单位")):
        if day >= built_on:
            (heading,) = article.xpath("//h1")
            assert said_on(heading, day) == f"第十九条{topic}"
            contents = html.parse(str(site / "regulations" / "index.html")).getroot()
            assert f"第十九条{topic}" in said_on(contents, day)
    assert (built_on == EVE) is ("适用的单位" in article.findtext(".//title"))
    found = search_index.sections_of("/regulations/article-19/", file.read_text(encoding="utf-8"))
    shown, other = (OLD_WORDS, NEW_WORDS) if built_on == EVE else (NEW_WORDS, OLD_WORDS)
    assert [shown in found[0].text(), other in found[0].text()] == [True, False]
    (dated,) = [each.heading for each in found if other in each.text()]
    assert dated == ("2027年1月1日起" if built_on == EVE else "2019年1月3日起，2027年1月1日前")
    assert shown not in "".join(each.text() for each in found[1:])
    same = Page(site / "regulations" / "article-18" / "index.html")
    assert same.verbatim == pages["/regulations/article-18/"].verbatim
    assert f"from-{DAY}" not in same.ids


def test_a_new_contact_is_an_entry_in_areas(
    said: dict[str, list[str]], site_of_day: Path, pages: dict[str, Page]
) -> None:
    assert said[CONTACT] == ["丁新来 haiyuan"]
    page = Page(site_of_day / "contacts" / "index.html")
    assert re.search(r"海原县\s+丁新来", page.text)
    assert "tel:13900000000" in page.links
    printed = Page(site_of_day / "notice" / "index.html").verbatim
    assert printed == pages["/notice/"].verbatim, "what was printed in 2019 stays"


def test_a_renamed_county_is_its_new_name_in_areas(
    said: dict[str, list[str]], site_of_day: Path
) -> None:
    assert said[COUNTIES] == ["红寺堡县", "红寺堡县"]
    for address in ("contacts", "roster", "claim"):
        text = text_of(site_of_day, address)
        assert "红寺堡县" in text
        assert "红寺堡区" not in text.partition("办法公布时")[0], address


def test_a_seventh_disease_is_a_word_in_a_new_plan(said: dict[str, list[str]]) -> None:
    assert said[DISEASES] == ["gynaecological_cancer", "False"]
