"""Subscribes evolution-data-server to an address; for each line read, refreshes and prints what it shows as a line of JSON."""

import json
import sys

import gi

gi.require_version("EDataServer", "1.2")
gi.require_version("ECal", "2.0")
from gi.repository import ECal, EDataServer, GLib  # noqa: E402

registry = EDataServer.SourceRegistry.new_sync(None)
source = EDataServer.Source.new_with_uid("meetings", None)
source.set_display_name("Meetings")
source.set_parent("webcal-stub")
source.get_extension("Calendar").set_backend_name("webcal")
source.get_extension("WebDAV Backend").set_uri(GLib.Uri.parse(sys.argv[1], GLib.UriFlags.NONE))
registry.commit_source_sync(source, None)
while not (kept := registry.ref_source("meetings")):
    GLib.MainContext.default().iteration(False)
    GLib.usleep(50_000)
client = ECal.Client.connect_sync(kept, ECal.ClientSourceType.EVENTS, 0xFFFFFFFF, None)  # not waiting to be "connected"

for _ in sys.stdin:
    client.refresh_sync(None)
    GLib.usleep(500_000)
    _, events = client.get_object_list_sync("#t", None)
    shown = []
    for event in events:
        start = event.get_dtstart().as_ical_string()
        status = event.get_status().value_nick.upper()
        shown.append({"day": f"{start[:4]}-{start[4:6]}-{start[6:8]}", "summary": event.get_summary(), "status": status})
    print(json.dumps(shown), flush=True)
