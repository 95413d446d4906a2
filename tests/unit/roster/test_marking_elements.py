"""The XML of a workbook's parts is written as it was read, and says all that it said."""

import io
from xml.etree import ElementTree

import pytest

from functions.rosters.marking import elements

MAIN = "urn:m"
PARTS = {
    "a prefix that is used nowhere and named": '<a xmlns="urn:m" xmlns:mc="urn:mc" '
    'xmlns:x14ac="urn:ac" xmlns:xr="urn:xr" mc:Ignorable="x14ac xr"><b x14ac:c="1"/></a>',
    "prefixes declared where they are used": '<a xmlns="urn:m"><b xmlns:x="urn:x"><x:c/></b>'
    '<b xmlns:x="urn:y"><x:c x:d="1"/></b></a>',
    "another namespace without a prefix": '<a xmlns="urn:m"><b xmlns="urn:x"><c/></b></a>',
    "comments and instructions": '<a xmlns="urn:m"><!-- b --><?c d="1"?>e<b/>f</a>',
    "spaces and ends of lines": '<a xmlns="urn:m"><b xml:space="preserve">  c&#13;\r\n\t</b>\n</a>',
    "signs in attributes": '<a xmlns="urn:m" b="&quot;&lt;&amp;&#10;&#13;&#9;\'>"/>',
    "signs in texts": '<a xmlns="urn:m">&lt;b&gt; &amp;amp; ]]&gt; 王𠮷</a>',
    "a section of plain signs": '<a xmlns="urn:m"><![CDATA[<b> & c]]></a>',
    "no namespace": "<a><b c='1'/></a>",
    "a prefix of its own": '<x:a xmlns:x="urn:m" xmlns:y="urn:y" ><x:b y:c="1"/><y:b/></x:a>',
    "two prefixes of its own": '<a xmlns="urn:m" xmlns:x="urn:m"><x:b/><b><x:c/></b></a>',
}
TWO_MEANINGS = {
    "its own prefix": '<x:a xmlns:x="urn:m"><x:b xmlns:x="urn:x"/></x:a>',
    "another of its own": '<a xmlns="urn:m"><x:b xmlns:x="urn:m"/><x:b xmlns:x="urn:x"/></a>',
    "names without a prefix": '<x:a xmlns:x="urn:m"><b xmlns="urn:x"/></x:a>',
    "names of no namespace": '<x:a xmlns:x="urn:m"><b/></x:a>',
}


def said(part: bytes) -> str:
    """All that a part says, whatever prefixes it says it with."""
    return ElementTree.canonicalize(part.decode(), with_comments=True, rewrite_prefixes=True)


def declared(part: bytes) -> set[tuple[str, str]]:
    found = ElementTree.iterparse(io.BytesIO(part), events=("start-ns",))  # noqa: S314 - ours
    return {(prefix, uri) for _, (prefix, uri) in found}


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_a_part_that_is_read_and_written_says_what_it_said(part: str) -> None:
    before = f'<?xml version="1.0" encoding="utf-8"?>{part}'.encode()
    after = elements.written(elements.parsed(before))
    assert after.startswith(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n')
    assert said(after) == said(before)
    assert declared(after) >= declared(before)
    assert elements.written(elements.parsed(after)) == after


@pytest.mark.parametrize("name", ["a prefix of its own", "two prefixes of its own"])
def test_names_of_a_part_are_known_without_the_prefixes_of_its_own_namespace(name: str) -> None:
    root = elements.parsed(PARTS[name].encode())
    assert (root.tag, root.get("xmlns"), root[0].tag) == ("a", MAIN, "b")


@pytest.mark.parametrize("part", TWO_MEANINGS.values(), ids=TWO_MEANINGS)
def test_a_part_in_which_that_is_not_clear_is_refused(part: str) -> None:
    with pytest.raises(ValueError, match=r"namespace|meanings"):
        elements.parsed(part.encode())
