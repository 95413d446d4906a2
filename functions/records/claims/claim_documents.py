"""A claim's papers as they are kept."""

from functions.records.kept_papers import KeptPaper
from shared_rules.claim.papers import Kind


class Document(KeptPaper):
    """One file of a claim, of one of the kinds that 第十四条 names."""

    kind: Kind
