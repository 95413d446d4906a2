"""Which message tells of a field of a claim report that is missing or wrong."""

from typing import Final

from functions.platform.problems import FieldMessages
from functions.records import consent

FIELD_MESSAGES: Final[FieldMessages] = {
    ("insured", "name"): "insured.name",
    ("insured", "id_number"): "insured.id_number",
    ("insured", "phone"): "insured.phone",
    ("unit", "name"): "unit.name",
    ("unit", "county"): "unit.county",
    ("diagnosis", "disease"): "diagnosis.disease",
    ("diagnosis", "specimen_date"): "diagnosis.specimen_date",
    ("diagnosis", "diagnosis_date"): "diagnosis.diagnosis_date",
    ("diagnosis", "hospital"): "diagnosis.hospital",
    ("diagnosis", "earlier"): "diagnosis.earlier",
    ("bank", "bank"): "bank.bank",
    ("bank", "card_number"): "bank.card_number",
    ("bank", "account_holder"): "bank.account_holder",
    ("bank", "payee"): "bank.payee",
    ("bank", "kinship"): "payee.kinship",
    ("reporter", "name"): "reporter.name",
    ("reporter", "relation"): "reporter.relation",
    ("reporter", "phone"): "reporter.phone",
    ("reporter", "email"): "email.form",
    **consent.FIELD_MESSAGES,
}
