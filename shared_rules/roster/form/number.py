"""The number of a row (序号): nothing is said of a person by it."""

from typing import Final

from shared_rules.roster.form.column import Column, Sure
from shared_rules.roster.form.words import alone

COLUMN: Final = Column(
    field="number",
    header="序号",
    signs="[序号號编編#]|no|nu|in|se",
    sure=(Sure(alone(r"(?:序号?|顺序号?|编号|行号|项次|号数|no|num|number|index|seq|sn|#)")),),
    width=1.8,
)
