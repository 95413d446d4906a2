"""What the site says to search engines, with and without an address of its own."""

import re
import runpy
from pathlib import Path

import pytest
from downloads import write_downloads

from tests.unit.site.building import ROOT, built, copy_sources

ADDRESS = "https://ankangbao.example"
NOT_FOR_EVERYBODY = {"desk", "roster/print", "roster/certificate"}


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is built for an address."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SITE_URL", ADDRESS)
        return built("mkdocs", copy_sources(tmp_path_factory.mktemp("addressed")))


def canonical(site: Path, address: str) -> list[str]:
    html = (site / address / "index.html").read_text(encoding="utf-8")
    return re.findall(r'<link rel="canonical" href="([^"]*)"', html)


def locations(site: Path) -> list[str]:
    return re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))


def robots(site: Path) -> list[str]:
    return (site / "robots.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("address", ["", "regulations/article-5/", "claim/"])
def test_a_page_names_its_address_where_the_site_has_one(
    site: Path, addressed: Path, address: str
) -> None:
    assert canonical(addressed, address) == [f"{ADDRESS}/{address}"]
    assert canonical(site, address) == []


def test_the_sitemap_holds_every_page_that_is_for_everybody(site: Path, addressed: Path) -> None:
    pages = {file.parent.relative_to(site).as_posix() for file in site.rglob("index.html")}
    public = {"" if page == "." else f"{page}/" for page in pages - NOT_FOR_EVERYBODY}
    assert sorted(locations(addressed)) == sorted(f"{ADDRESS}/{page}" for page in public)
    assert locations(site) == []


def test_robots_are_kept_from_desk_and_api_and_led_to_the_sitemap(
    site: Path, addressed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert {"User-agent: *", "Disallow: /api/", "Disallow: /desk/"} <= set(robots(site))
    assert "Disallow: /" not in robots(site)
    monkeypatch.setenv("SITE_URL", ADDRESS)
    runpy.run_path(str(ROOT / "site" / "build.py"))["name_sitemap"](addressed)
    assert f"Sitemap: {ADDRESS}/sitemap.xml" in robots(addressed)
    assert not [line for line in robots(site) if line.startswith("Sitemap")]


def test_no_page_names_an_address_that_it_does_not_have(other_site: Path) -> None:
    """Zensical makes one up, of the path alone."""
    assert canonical(other_site, "claim/") == []
    assert locations(other_site) == []


def test_the_poster_leads_to_the_address_by_a_code(
    site: Path, addressed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "downloads/site-qr.svg"
    monkeypatch.setenv("SITE_URL", ADDRESS)
    write_downloads(tmp_path)
    assert (tmp_path / code).read_text(encoding="utf-8").startswith("<?xml")
    assert code in (addressed / "poster" / "index.html").read_text(encoding="utf-8")
    assert not (site / code).exists()
    assert code not in (site / "poster" / "index.html").read_text(encoding="utf-8")
