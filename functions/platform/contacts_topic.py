"""The topic on which the areas' contacts are told; nothing about people, as it goes out by mail."""

from functions.platform.aws import sns
from functions.platform.environment import contacts_environment
from shared_rules.findings import Finding


def tell(contact_id: str, subject: str, words: Finding) -> None:
    """Tell whoever subscribed to a contact.

    Args:
        contact_id: as in areas.yaml; subscribers filter by it.
        subject: in ASCII, which is all that SNS takes.
        words: what is told.
    """
    sns().publish(
        TopicArn=contacts_environment().contacts_topic_arn,
        Subject=subject,
        Message=f"{words.title}\n\n{words.message}\n{words.fix}",
        MessageAttributes={"contact": {"DataType": "String", "StringValue": contact_id}},
    )
