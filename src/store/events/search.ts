import type Database from 'better-sqlite3'

// An index of its own, fed by triggers, made anew when a migration that rebuilds `event` has dropped them.
const definition = `
create virtual table if not exists event_search using fts5(title, place, body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
create trigger if not exists event_search_insert after insert on event begin
  insert into event_search(rowid, title, place, body) values (new.id, json_extract(new.event, '$.title'), json_extract(new.event, '$.place.venue'), new.body || ' ' || new.kind || ' ' || coalesce(json_extract(new.event, '$.description'), ''));
end;
create trigger if not exists event_search_delete after delete on event begin
  delete from event_search where rowid = old.id;
end;
create trigger if not exists event_search_update after update of event on event begin
  delete from event_search where rowid = old.id;
  insert into event_search(rowid, title, place, body) values (new.id, json_extract(new.event, '$.title'), json_extract(new.event, '$.place.venue'), new.body || ' ' || new.kind || ' ' || coalesce(json_extract(new.event, '$.description'), ''));
end;
`

/** Makes the full-text index over events and what keeps it true, if they are not there. */
export function createSearch(sqlite: Database.Database): void {
  sqlite.exec(definition)
}

/** What a person typed, as an FTS5 query: every word must begin a word of the event; signs of FTS5's own are only signs. Empty for no words. */
export function searchQuery(typed: string): string {
  const words = typed.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return words
    .slice(0, 12)
    .map((word) => `"${word}"*`)
    .join(' ')
}
