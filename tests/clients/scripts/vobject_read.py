"""Reads and validates a calendar with python3-vobject."""

import sys

import vobject

with open(sys.argv[1], "rb") as file:
    calendar = vobject.readOne(file.read().decode())
calendar.validate(raiseException=True)
for event in calendar.vevent_list:
    print(event.dtstart.value, event.status.value, event.summary.value, sep="|")
