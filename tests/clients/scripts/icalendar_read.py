"""Reads a calendar with python3-icalendar; what it could not read of an event is an error."""

import sys

import icalendar

with open(sys.argv[1], "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())
for event in calendar.walk("VEVENT"):
    if event.errors:
        sys.exit(str(event.errors))
    print(event["DTSTART"].dt, event["STATUS"], event["SUMMARY"], sep="|")
