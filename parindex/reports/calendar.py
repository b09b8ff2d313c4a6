"""Last days as an iCalendar file (RFC 5545), so that they reach an officer's calendar."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from parindex.locale.plans import word
from parindex.locale.steps import Lang
from parindex.scoring.agenda import Agenda, Item

REMINDER = timedelta(days=-7)
"""When a calendar reminds of a last day: so long before it begins."""

_HEADS = {
    "due": ("Hạn cuối", "Last day"),
}
_LABELS = {
    "deliverable": ("Sản phẩm", "Deliverable"),
    "deadline": ("Thời hạn in trong kế hoạch", "Deadline as printed"),
    "who": ("Chủ trì", "Lead"),
    "to": ("Gửi", "To"),
    "plan": ("Kế hoạch", "Plan"),
}


def calendar(agenda: Agenda, lang: Lang = "vi") -> bytes:
    """One all-day event on the last day of each duty: the same agenda gives the same bytes.

    An event keeps its UID, so that a newer file replaces what an older one brought. No clock is read: the time stamp
    that the format demands is the first day of the duty's year.
    """
    file = Calendar()
    file.add("prodid", "-//parindex//plan due//VI")
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", agenda.unit or "parindex")
    for item in agenda.items:
        file.add_component(_event(item, lang))
    content: bytes = file.to_ical()
    return content


def _event(item: Item, lang: Lang) -> Event:
    event = Event()
    summary = f"{_say(_HEADS['due'], lang)}: {item.name}"
    event.add("uid", f"{item.uid}@parindex")
    event.add("dtstamp", datetime(item.due.year, 1, 1, tzinfo=UTC))
    event.add("dtstart", item.due)
    event.add("dtend", item.due + timedelta(days=1))  # the end of an all-day event is the day after it
    event.add("summary", summary)
    event.add("description", _description(item, lang))
    event.add("categories", ["CCHC", item.plan])
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", REMINDER)
    alarm.add("description", summary)
    event.add_component(alarm)
    return event


def _description(item: Item, lang: Lang) -> str:
    printed = item.deadline or word("none", lang)
    if not item.printed:
        printed += f" ({word('not_printed', lang)})"
    lines = [
        ("deliverable", item.deliverable),
        ("deadline", printed),
        ("who", "; ".join(item.who)),
        ("to", item.to or ""),
        ("plan", f"{item.plan_title}, {word('section', lang, section=item.section)}"),
    ]
    return "\n".join(f"{_say(_LABELS[label], lang)}: {value}" for label, value in lines if value)


def _say(words: tuple[str, str], lang: Lang) -> str:
    return words[0 if lang == "vi" else 1]
