/* Reads a calendar as Evolution's and KDE's library does, checks it against RFC 5546's restrictions, and fails on the first error found. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

int main(int count, char **arguments) {
  FILE *file = count > 1 ? fopen(arguments[1], "rb") : NULL;
  if (!file) return 2;
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *text = calloc(size + 1, 1);
  if (fread(text, 1, size, file) != (size_t)size) return 2;
  icalcomponent *calendar = icalparser_parse_string(text);
  if (!calendar || !icalrestriction_check(calendar)) {
    fprintf(stderr, "the restrictions of the method are not kept\n%s", calendar ? icalcomponent_as_ical_string(calendar) : "");
    return 1;
  }
  if (icalcomponent_count_errors(calendar)) {
    fprintf(stderr, "%d errors\n%s", icalcomponent_count_errors(calendar), icalcomponent_as_ical_string(calendar));
    return 1;
  }
  icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
  for (; event; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
    const char *status = icalproperty_status_to_string(icalcomponent_get_status(event));
    printf("%s|%s|%s\n", icaltime_as_ical_string(icalcomponent_get_dtstart(event)), status, icalcomponent_get_summary(event));
  }
  return 0;
}
