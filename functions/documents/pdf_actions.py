"""What in a PDF can do more than show: scripts, files, and what leads or sends to another place.

A link to a page of the web is no such thing: ordinary papers have them, and somebody has to press
it. One that opens by itself is, and so is one that leads to a file, or into another program.
"""

import re
from collections.abc import Iterator
from typing import Final

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

# A script, a form of scripts, a file inside.
_KEYS: Final = {"/JS", "/XFA", "/EF"}
_NAMES: Final = {
    "/S": {
        *("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToR", "/GoToE"),
        *("/RichMediaExecute", "/Rendition", "/Movie", "/Sound"),
    },
    "/Type": {"/EmbeddedFile"},
    "/Subtype": {"/RichMedia", "/Movie", "/Screen", "/3D", "/Sound"},
    "/FS": {"/URL"},
}
_LINK: Final = "/URI"
# Whatever names how it is reached, but the web, a letter and a call; a drive and a share, too.
_ELSEWHERE: Final = re.compile(r"(?i)\s*(?!(?:https?|mailto|tel):)(?:[a-z][a-z0-9+-]*:|\\\\|//)")


def is_active(each: DictionaryObject) -> bool:
    """Whether one dictionary of a PDF, or what it does by itself, is more than paper."""
    return (
        not _KEYS.isdisjoint(each)
        or any(str(_value(each, key)) in names for key, names in _NAMES.items())
        or _fetches(each)
        or (_is_link(each) and _ELSEWHERE.match(str(_value(each, _LINK))) is not None)
        or any(_is_link(action) for action in _by_itself(each))
    )


def resolved(value: object) -> object:
    """What a reference leads to; None where that is broken."""
    try:
        return value.get_object() if isinstance(value, IndirectObject) else value
    except Exception:  # noqa: BLE001 - a part that is broken need not be one that anybody looks at
        return None


def _value(each: DictionaryObject, key: str) -> object:
    return resolved(each.get(key))


def _is_link(action: DictionaryObject) -> bool:
    return str(_value(action, "/S")) == _LINK


def _fetches(each: DictionaryObject) -> bool:
    """Whether the bytes of a stream, a page that is shown, or an article are in another file."""
    page = _value(each, "/Ref")
    return (
        (isinstance(each, StreamObject) and "/F" in each)
        or (isinstance(page, DictionaryObject) and "/F" in page)
        or (str(_value(each, "/S")) == "/Thread" and "/F" in each)
    )


def _by_itself(each: DictionaryObject) -> Iterator[DictionaryObject]:
    """The actions that nobody presses anything for, and those that follow them."""
    on_events = _value(each, "/AA")
    waiting = [_value(each, "/OpenAction")]
    waiting += on_events.values() if isinstance(on_events, DictionaryObject) else ()
    seen: set[int] = set()
    while waiting:
        action = resolved(waiting.pop())
        if isinstance(action, ArrayObject):
            waiting.extend(action)
        elif isinstance(action, DictionaryObject) and id(action) not in seen:
            seen.add(id(action))
            yield action
            waiting.append(action.get("/Next"))
