"""Where the table and the records bucket have a roster: its items, and the folder of a version."""


def item_key(receipt: str, sort: str) -> dict[str, str]:
    """The key of one of a roster's items."""
    return {"pk": f"ROSTER#{receipt}", "sk": sort}


def version_sort(number: int) -> str:
    """The sort key under which a version is kept once another one has taken its place."""
    return f"VERSION#{number:06d}"


def rows_object(receipt: str, number: int) -> str:
    """The key of the object that holds the people of a version."""
    return f"{folder(receipt, number)}/rows.json"


def folder(receipt: str, number: int) -> str:
    """The folder of a version in the records bucket."""
    return f"rosters/{receipt}/v{number}"
