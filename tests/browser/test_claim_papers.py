"""Papers from a phone: photos shrunk, refused in words, cut off half-way and sent again."""

import io
import re
from pathlib import Path

from PIL import Image
from playwright.sync_api import CDPSession, Page, expect

from tests.browser import claim_pages as claim
from tests.browser.conftest import PHONE, PageOf
from tests.unit.papers import paper_files


def requests_to(page: Page, path: str) -> list[str]:
    """The requests to an address from now on."""
    made: list[str] = []
    page.on("request", lambda asked: made.append(asked.url) if asked.url.endswith(path) else None)
    return made


def test_a_photo_of_30_mb_is_shrunk_before_it_is_sent(page_of: PageOf, folder: Path) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    claim.to_papers(page)
    large = claim.save_large_photo(folder)
    assert large.stat().st_size > 30_000_000
    with page.expect_request("**/api/uploads", timeout=2 * claim.PATIENCE) as asked:
        page.locator("#files-diagnosis").set_input_files(large)
    body = asked.value.post_data_json
    assert body
    assert body["size"] < 10_000_000
    assert body["content_type"] == "image/jpeg"
    claim.expect_received(page, "大照片.png")


def test_what_cannot_be_shrunk_and_is_too_large_is_refused_before_it_is_sent(
    page_of: PageOf,
) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    claim.to_papers(page)
    asked = requests_to(page, "/api/uploads")
    large = b"%PDF-1.7" + bytes(10 * 1024 * 1024)
    claim.bring(page, "policy", {"name": "大.pdf", "mimeType": "application/pdf", "buffer": large})
    expect(claim.file_line(page, "大.pdf")).to_contain_text("不能超过 10 MB")
    assert not asked


def test_a_web_page_called_jpg_is_refused_in_words_and_the_report_goes_on(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    claim.to_papers(page)
    claim.bring(page, "diagnosis", claim.WEB_PAGE)
    expect(claim.file_line(page, "报告.jpg")).to_contain_text("网页", timeout=claim.PATIENCE)
    expect(claim.file_line(page, "报告.jpg")).to_contain_text("没传上")
    claim.to_check(page)
    claim.agree_and_submit(page)
    claim.receipt_of(page)
    expect(page.locator("#receipt .missing-papers")).to_contain_text("疾病诊断证明书")


def test_a_photo_of_an_iphone_goes_as_it_is(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    claim.to_papers(page)
    data = paper_files.heic()
    claim.bring(page, "diagnosis", {"name": "IMG_1.HEIC", "mimeType": "", "buffer": data})
    claim.expect_received(page, "IMG_1.HEIC")


def drawn(format_: str, width: int, height: int) -> bytes:
    """A picture with something to see at its end."""
    image = Image.new("RGB", (width, height), "white")
    image.paste("black", (0, height - 40, width, height - 20))
    written = io.BytesIO()
    image.save(written, format_)
    return written.getvalue()


def test_a_long_screenshot_goes_as_it_is(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    claim.to_papers(page)
    data = drawn("PNG", 1080, 12_000)
    with page.expect_request("**/api/uploads", timeout=claim.PATIENCE) as asked:
        claim.bring(
            page, "diagnosis", {"name": "长图.png", "mimeType": "image/png", "buffer": data}
        )
    assert (asked.value.post_data_json or {})["size"] == len(data)
    claim.expect_received(page, "长图.png")


def test_a_strip_that_is_no_photo_goes_in_pages(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    claim.to_papers(page)
    data = drawn("BMP", 400, 2_000)
    claim.bring(page, "diagnosis", {"name": "长图.bmp", "mimeType": "image/bmp", "buffer": data})
    claim.expect_received(page, "长图-第1页.jpg", "长图-第2页.jpg", "长图-第3页.jpg")
    expect(claim.file_line(page, "长图")).to_have_count(3)


def test_a_picture_of_a_web_page_becomes_a_photo(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    claim.to_papers(page)
    data = drawn("GIF", 400, 300)
    with page.expect_request("**/api/uploads", timeout=claim.PATIENCE) as asked:
        claim.bring(page, "id_card", {"name": "图.gif", "mimeType": "image/gif", "buffer": data})
    assert (asked.value.post_data_json or {})["content_type"] == "image/jpeg"
    claim.expect_received(page, "图.gif")


def test_an_older_browser_turns_a_photo_as_it_is_shown(page_of: PageOf) -> None:
    page = page_of(PHONE)
    page.add_init_script("window.createImageBitmap = undefined")
    claim.open_form(page)
    claim.to_papers(page)
    claim.bring(page, "id_card", claim.photo())
    claim.expect_received(page, "正面.jpg")
    shown = claim.file_line(page, "正面.jpg").locator("img")
    assert shown.evaluate("it => it.naturalWidth / it.naturalHeight") == 480 / 640


def throttle(network: CDPSession, *, upload_bytes: int, offline: bool = False) -> None:
    """A network that takes so much in a second (-1: as fast as it can), or none."""
    conditions = {"latency": 20, "downloadThroughput": -1, "uploadThroughput": upload_bytes}
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", {"offline": offline, **conditions})


def test_the_network_goes_in_the_middle_of_an_upload_and_comes_back(
    page_of: PageOf, folder: Path
) -> None:
    page = page_of(PHONE, alone=True)
    claim.open_form(page)
    claim.to_papers(page)
    network = page.context.new_cdp_session(page)
    throttle(network, upload_bytes=100_000)
    page.locator("#files-diagnosis").set_input_files(claim.save_large_photo(folder))
    line = claim.file_line(page, "大照片.png")
    expect(line).to_contain_text(re.compile(r"上传 [1-9]"), timeout=2 * claim.PATIENCE)
    throttle(network, upload_bytes=100_000, offline=True)
    expect(line).to_contain_text("网络断了。文件还在，会自己接着传", timeout=claim.PATIENCE)
    expect(page.get_by_role("button", name="再试一次：大照片.png")).to_be_visible()
    throttle(network, upload_bytes=-1)
    claim.expect_received(page, "大照片.png")


def test_a_file_that_was_cut_off_is_sent_again_with_one_tap_and_alone(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    claim.to_papers(page)

    page.route("**/api/claims/documents/check", lambda route: route.abort())
    claim.bring(page, "id_card", claim.photo("正面.jpg"))
    expect(claim.file_line(page, "正面.jpg")).to_contain_text("没传上", timeout=claim.PATIENCE)
    page.get_by_role("button", name="停下").click()  # else it goes on by itself
    expect(claim.file_line(page, "正面.jpg")).to_contain_text("要传的时候请点“再试一次”")
    page.unroute("**/api/claims/documents/check")
    claim.bring(page, "id_card", claim.photo("反面.jpg"))
    claim.expect_received(page, "反面.jpg")
    claim.to_check(page)
    claim.agree_and_submit(page)
    expect(page.locator("#claim-errors")).to_contain_text("还有 1 个文件没有传上去")
    page.locator("button[data-step=papers]").click()
    asked = requests_to(page, "/api/uploads")
    page.get_by_role("button", name="再试一次：正面.jpg").click()
    claim.expect_received(page, "正面.jpg")
    assert not asked  # its bytes had arrived
    page.get_by_role("button", name="去掉：反面.jpg").click()
    expect(claim.file_line(page, "反面.jpg")).to_have_count(0)
    expect(page.locator("#files-id_card")).to_be_focused()
