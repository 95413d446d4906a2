"""What template.yaml's daily schedules start in AWS, on this machine."""

from contextlib import AbstractContextManager
from datetime import date

from functions.local.repeating import Going, repeating
from functions.platform import clock
from functions.staff import clocks, reminders, retention
from functions.staff.summary import monthly_summary, paces

EVERY_SECONDS = 60.0


def telling_daily(every: float = EVERY_SECONDS) -> AbstractContextManager[None]:
    """Tell the contacts what is due, remind who left an address, and delete what is kept no longer.

    Make the summaries of months that are over, and publish how long things took. At once, and on
    each new day, until the block ends.

    `every` is how many seconds pass between looks at the calendar. A day on which somebody could
    not be told is tried again at the next look.
    """
    told: set[date] = set()

    def tell(_: Going) -> None:
        now = clock.now()
        if now.date() in told:
            return
        retention.carry_out(now, lambda: True)
        reminders.queue(now)
        monthly_summary.make_missing(now)
        paces.publish(now)
        try:
            clocks.tell_all(now)
        except clocks.Untold:  # who it was stands in the log
            return
        told.add(now.date())

    return repeating(tell, every, "daily")
