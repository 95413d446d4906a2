"""Words that many read for good hold nobody's whole ID number."""

import pytest

from shared_rules.findings import RuleError
from shared_rules.identity import free_words

# The first is wrong in its check character, as numbers are that somebody writes about.
WRONG, RIGHT, OLD = "649901199003070026", "649901199003070025", "649901900307002"


@pytest.mark.parametrize(
    "words", [f"第 3 行写成{WRONG}", f"{RIGHT[:6]} {RIGHT[6:14]}  {RIGHT[14:]}", f"旧号{OLD}，请改"]
)
def test_words_with_a_whole_number_are_refused(words: str) -> None:
    with pytest.raises(RuleError) as refused:
        free_words.check(words)
    assert refused.value.finding().code == "words.id_number"


@pytest.mark.parametrize(
    "words", ["", "末四位是 0025", f"{WRONG}1", f"保单NX{OLD}", "电话 0951-2090080\n赵敏"]
)
def test_other_words_are_taken_as_they_are(words: str) -> None:
    assert free_words.check(words) == words
