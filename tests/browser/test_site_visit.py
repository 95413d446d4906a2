"""A visitor on a phone: finds by search and by county, copies a link, prints, switches colours."""

import re
from typing import Final

import by_day
import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import DESK, PHONE, PageOf, Shoot
from tests.browser.paper import sheets_of

FIRST_HITS: Final = [
    ("等待期", "/regulations/article-5/"),
    ("免赔", "/faq/#allowance"),
    ("对接人", "/contacts/"),
    ("两癌", "/regulations/article-5/"),
    ("续保", "/regulations/article-4/"),
    ("贺兰县", "/contacts/"),
    ("红寺堡", "/contacts/"),
    ("沙坡头区", "/contacts/"),
    ("高博宇", "/contacts/"),
    ("彭彩应", "/contacts/"),
]

# What stands out of the header, its cell or its line, and what the page is too narrow for.
CUT: Final = """() => {
  const right = (element) => Math.floor(element.getBoundingClientRect().right);
  const said = ".md-header :is(button, label), :is(.plan, .values) .value";
  const stands = (each) => right(each) > right(each.closest("header, td, dd, caption"));
  const out = [...document.querySelectorAll(said)].filter(stands);
  const tooWide = document.documentElement.scrollWidth - innerWidth;
  return [...out.map(({ outerHTML }) => outerHTML), ...(tooWide > 0 ? [tooWide] : [])];
}"""

LETTERS: Final = "getComputedStyle(document.documentElement).fontSize"
LINES: Final = """(element) => {
  const text = document.createRange();
  text.selectNodeContents(element);
  return text.getClientRects().length;
}"""


@pytest.mark.parametrize(("words", "address"), FIRST_HITS)
def test_the_best_hit_comes_first(page_of: PageOf, words: str, address: str) -> None:
    page = page_of(DESK)
    page.goto("/", wait_until="networkidle")
    question = page.get_by_role("textbox", name="搜索")
    question.fill(words)
    hit = page.locator(".search-item a").first
    expect(hit).to_have_attribute("href", re.compile(rf"{re.escape(address)}(\?|#|$)"))


def test_from_home_to_the_number_of_my_area(page_of: PageOf) -> None:
    page = page_of(PHONE)
    page.goto("/")
    page.get_by_role("link", name="按县区找对接人").click()
    page.get_by_label("单位所在的县").select_option("红寺堡区")
    number = page.locator("#found").get_by_role("link")
    expect(number).to_have_text("彭彩应 13995437457")
    expect(number).to_have_attribute("href", "tel:13995437457")
    page.get_by_label("单位所在的县").select_option("")
    expect(number).to_have_count(0)


def test_the_steps_of_a_report_are_never_below_the_header(page_of: PageOf) -> None:
    page = page_of(PHONE)
    page.goto("/claim/")
    page.get_by_role("button", name="直接报案").click()
    heading = page.get_by_role("heading", name="被保险人")
    expect(heading).to_be_focused()
    header, steps = (page.locator(each).bounding_box() for each in (".md-header", "#report-steps"))
    assert header
    assert steps
    assert steps["y"] >= header["y"] + header["height"]


def test_larger_letters_are_remembered_and_leave_room_for_the_header(page_of: PageOf) -> None:
    page = page_of(PHONE)
    page.goto("/")
    page.get_by_role("button", name="大字").click()
    page.goto("/plan/")
    expect(page.get_by_role("button", name="大字", pressed=True)).to_be_visible()
    assert page.evaluate(LETTERS) == "26px"
    page.emulate_media(media="print")
    assert page.evaluate(LETTERS) == "20px", "sheets are filled by usual letters"
    page.emulate_media(media="null")
    assert page.evaluate(CUT) == []
    amount = page.locator(".sourced td").get_by_text("100,000 元", exact=True)
    assert amount.evaluate(LINES) == 1
    page.goto("/enrol/")
    assert page.evaluate(CUT) == []
    page.set_viewport_size({"width": 320, "height": 568})
    page.evaluate("document.documentElement.style.fontSize = '32px'")
    assert page.evaluate(CUT) == []
    page.evaluate("document.documentElement.style.fontSize = ''")
    # The browser's own letters twice as large, too, as em sees it.
    page.set_viewport_size({"width": 180, "height": 370})
    assert page.evaluate(CUT) == []
    page.get_by_role("button", name="大字").click()
    assert page.evaluate(CUT) == []
    page.get_by_role("button", name="搜索").click()
    expect(page.get_by_role("textbox", name="搜索")).to_be_visible()


def test_the_map_leads_to_a_city(page_of: PageOf) -> None:
    page = page_of(PHONE)
    page.goto("/contacts/")
    page.locator(".map").get_by_role("link", name="固原市").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="固原市")).to_be_in_viewport()


def test_an_article_leads_on_and_back(page_of: PageOf) -> None:
    page = page_of(PHONE)
    page.goto("/regulations/article-5/")
    page.get_by_role("link", name="下一页").click()
    expect(page).to_have_url(re.compile("/regulations/article-6/$"))
    page.get_by_role("link", name="上一页").click()
    expect(page).to_have_url(re.compile("/regulations/article-5/$"))


def test_header_and_contents_tell_where_the_reader_is(page_of: PageOf) -> None:
    page = page_of(DESK)
    page.goto("/faq/")
    entry = page.locator(".md-sidebar--secondary .md-nav__link").nth(6)
    entry.click()
    expect(entry).to_have_class(re.compile("md-nav__link--active"))
    expect(page.locator(".md-header__title")).to_have_class(re.compile("--active"))


def test_the_link_of_an_article_is_copied(page_of: PageOf) -> None:
    page = page_of(PHONE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/regulations/article-5/#examples")
    page.get_by_role("button", name="复制这一条的链接").click()
    expect(page.get_by_text("链接已复制")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url.partition("#")[0]


# No browser under test has a voice.
VOICES: Final = """
const said = [];
speechSynthesis.getVoices = () => [
  {lang: "en-US", localService: true}, {lang: "zh-CN", localService: false}, %s];
speechSynthesis.speak = ({text}) => said.push(text);
speechSynthesis.cancel = () => said.push("stop");
globalThis.SpeechSynthesisUtterance = class extends EventTarget {
  constructor(text) { super(); this.text = text; }
};
globalThis.said = said;
"""


@pytest.mark.parametrize("address", ["/regulations/article-5/", "/eligibility/"])
def test_a_page_is_read_aloud_by_a_voice_of_the_device(page_of: PageOf, address: str) -> None:
    page = page_of(PHONE, alone=True)
    page.add_init_script(VOICES % '{lang: "zh_CN", localService: true}')
    page.goto(address, wait_until="networkidle")
    page.get_by_role("button", name="朗读", exact=True).click()
    page.get_by_role("button", name="停止朗读").click()
    said = page.evaluate("said")
    assert said[-1] == "stop"
    first, words = (
        ("第五条", "等待期") if "article" in address else ("答几个小问题", "男职工的配偶")
    )
    assert said[1].startswith(first)
    assert any(words in piece for piece in said)
    assert not any("朗读" in piece or "下一步" in piece for piece in said)


def test_without_a_voice_of_the_device_nothing_is_offered_to_be_read(page_of: PageOf) -> None:
    page = page_of(PHONE, alone=True)
    page.add_init_script(VOICES % '{lang: "zh-HK", localService: true}')
    page.goto("/regulations/article-5/", wait_until="networkidle")
    expect(page.get_by_role("button", name="复制这一条的链接")).to_be_visible()
    expect(page.get_by_role("button", name="朗读")).to_have_count(0)


# As on a telephone, where it saves no file and prints nothing.
IN_WECHAT: Final = """
Object.defineProperty(navigator, "userAgent", {value: "Mozilla/5.0 MicroMessenger/8.0.49"});
globalThis.print = () => {};
"""


def test_who_asks_wechat_for_a_file_or_for_paper_is_told_where_to_get_it(page_of: PageOf) -> None:
    page = page_of(PHONE, alone=True)
    page.add_init_script(IN_WECHAT)
    page.goto("/enrol/", wait_until="networkidle")
    told = page.get_by_role("alert").filter(has_text="在浏览器打开")
    expect(told).to_have_count(0)
    for link in ("空白名单（Excel、WPS）", "空白名单（Word）"):
        page.get_by_role("link", name=link).click()
        expect(told).to_be_in_viewport()
    page.goto("/poster/", wait_until="networkidle")
    page.get_by_role("button", name="打印").click()
    expect(told).to_be_in_viewport()


def test_the_roster_form_is_downloaded_under_its_name(page_of: PageOf) -> None:
    page = page_of(PHONE)
    page.goto("/enrol/")
    with page.expect_download() as started:
        page.get_by_role("link", name="空白名单（Excel、WPS）").click()
    assert started.value.suggested_filename == "安康保参保人员名单.xlsx"
    assert started.value.path().read_bytes().startswith(b"PK")


SCHEME: Final = "document.body.getAttribute('data-md-color-scheme')"


def test_the_poster_is_one_sheet_and_a_picture_to_forward(page_of: PageOf) -> None:
    page = page_of(PHONE)
    page.goto("/poster/")
    picture = page.get_by_role("img", name="海报的图片")
    expect(picture).to_be_hidden()
    page.get_by_role("button", name="存成图片").click()
    assert picture.evaluate("async it => { await it.decode(); return it.naturalWidth; }") == 720
    # A site that knows its address has the code below the list, too.
    code = "<img class='code' src='/images/touch-icon.png' alt=''>"
    page.locator(".poster").evaluate("(it, code) => it.insertAdjacentHTML('beforeend', code)", code)
    [sheet] = sheets_of(page, sized_by_page=True)
    assert "共" not in sheet.extract_text(), "a poster has no page number"


@pytest.mark.parametrize("address", ["/enrol/", "/regulations/article-11/"])
def test_no_sheet_is_empty_and_no_code_is_named_on_paper(page_of: PageOf, address: str) -> None:
    page = page_of(DESK)
    page.goto(address)
    sheets = [each.extract_text() for each in sheets_of(page)]
    for sheet in sheets:
        # Beside the number of the sheet.
        assert len(re.sub(r"第.*?页，共.*?页|\s", "", sheet)) > 40
        assert "judging" not in sheet


def test_colours_follow_the_system_until_one_is_chosen(page_of: PageOf) -> None:
    page = page_of(PHONE)
    page.emulate_media(color_scheme="dark")
    page.goto("/", wait_until="networkidle")
    assert page.evaluate(SCHEME) == "slate"
    page.get_by_title("现在跟随系统，换成浅色").click()
    assert page.evaluate(SCHEME) == "default"
    page.goto("/plan/", wait_until="networkidle")
    assert page.evaluate(SCHEME) == "default"


FOCUSED: Final = """() => {
    const {x, y, right, bottom, width, height} = document.activeElement.getBoundingClientRect();
    const seen = document.activeElement.matches("[type=radio]") ||
        (width > 0 && height > 0 && x < innerWidth && right > 0 && y < innerHeight && bottom > 0);
    return {seen, inText: Boolean(document.activeElement.closest(".md-content"))};
}"""


@pytest.mark.parametrize("address", ["/", "/regulations/article-5/", "/eligibility/"])
def test_on_a_phone_the_keyboard_is_soon_in_the_text_and_never_off_the_screen(
    page_of: PageOf, address: str
) -> None:
    page = page_of(PHONE)
    page.goto(address, wait_until="networkidle")
    for _ in range(7):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        assert focus["seen"]
        if focus["inText"]:
            return
    raise AssertionError("the text was not reached")


def test_the_menu_is_opened_walked_and_closed_by_keyboard(page_of: PageOf, shoot: Shoot) -> None:
    page = page_of(PHONE)
    page.goto("/regulations/article-5/", wait_until="networkidle")
    menu = page.get_by_role("button", name="菜单")
    menu.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    drawer = page.locator(".md-sidebar--primary")
    expect(drawer.locator(":focus")).to_have_count(1)
    back = drawer.get_by_role("button", name="返回上一级：第三章 保险责任")
    back.press("Space")
    chapter = drawer.get_by_role("button", name="第四章")
    expect(drawer.get_by_role("button", name=re.compile("^第三章"))).to_be_focused()
    shoot(page, "menu")
    chapter.press("Enter")
    expect(drawer.get_by_role("button", name="返回上一级：第四章")).to_be_focused()
    page.keyboard.press("Tab")
    expect(drawer.get_by_role("link", name="第八条")).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(drawer).to_be_hidden()


def test_the_search_is_opened_and_closed_by_keyboard(page_of: PageOf) -> None:
    page = page_of(PHONE)
    page.goto("/", wait_until="networkidle")
    opener = page.locator("button.md-header__button").and_(page.get_by_label("搜索"))
    opener.press("Enter")
    question = page.get_by_role("textbox", name="搜索")
    expect(question).to_be_focused()
    page.keyboard.press("Escape")
    expect(question).to_be_hidden()
    expect(opener).to_be_focused()


def test_without_script_the_menu_opens_all_the_same(page_of: PageOf) -> None:
    page = page_of(PHONE)
    page.route("**/*.js", lambda route: route.abort())
    page.goto("/")
    page.locator("label.md-header__button[for=__drawer]").click()
    expect(
        page.locator(".md-sidebar--primary").get_by_role("link", name="保障方案")
    ).to_be_visible()


COLOURS: Final = """() => [...document.body.querySelectorAll("*")].map((each) => {
    const {color, backgroundColor, borderTopColor, fill} = getComputedStyle(each);
    return [each.tagName, each.className, color, backgroundColor, borderTopColor, fill].join(" ");
})"""


@pytest.mark.parametrize("address", ["/plan/", "/notice/", "/eligibility/", "/roster/"])
def test_paper_is_light_whatever_the_screen_shows(page_of: PageOf, address: str) -> None:
    page = page_of(DESK)
    colours: list[list[str]] = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, media="print")
        page.goto(address, wait_until="networkidle")
        colours.append(page.evaluate(COLOURS))
    assert colours[0] == colours[1]


def test_without_script_the_contacts_are_all_there(page_of: PageOf) -> None:
    page = page_of(PHONE)
    page.route("**/*.js", lambda route: route.abort())
    page.goto("/contacts/")
    expect(page.get_by_label("单位所在的县")).to_be_hidden()
    line = page.get_by_role("listitem").filter(has_text="红寺堡区")
    expect(line.get_by_role("link")).to_have_attribute("href", "tel:13995437457")
    # Nothing waits there for a script, or leads to what needs one.
    page.goto("/roster/")
    expect(page.get_by_text("正在打开")).to_be_hidden()
    expect(page.get_by_role("link", name="先看演示")).to_be_hidden()


def test_the_keyboard_reaches_the_text_first(page_of: PageOf) -> None:
    page = page_of(DESK)
    page.goto("/regulations/article-5/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳转至")).to_be_focused()
    assert focused(page).startswith("#")


def focused(page: Page) -> str:
    href: str = page.evaluate("document.activeElement.getAttribute('href')")
    return href


@pytest.mark.parametrize(
    ("day", "yuan"), [("2026-12-31", 100), ("2027-01-01", 137), ("2028-01-01", 139)]
)
def test_a_page_says_what_is_true_on_the_day_whenever_it_was_built(
    page_of: PageOf, day: str, yuan: int
) -> None:
    page = page_of(PHONE, alone=True)
    page.clock.set_fixed_time(f"{day}T00:30:00+08:00")

    def add_plans(route: Route) -> None:
        later = [("2027-01-01", "137 元"), ("2028-01-01", "139 元")]
        dated = by_day.dated([("2019-01-03", "<b>100</b> 元"), *later])
        whole = route.fetch()
        added = f'<p id="dated">保费 <span>{dated}</span>。</p></article>'
        route.fulfill(response=whole, body=whole.text().replace("</article>", added))

    page.route("**/plan/", add_plans)
    page.goto("/plan/", wait_until="networkidle")
    expect(page.locator("#dated")).to_have_text(f"保费 {yuan} 元。")
