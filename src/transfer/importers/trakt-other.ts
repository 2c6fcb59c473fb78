/**
 * The rest of a Trakt archive: the profile, settings and sums, other people, names of lists, likes of what others wrote, what is
 * hidden, what was stopped half-way. None of it says what the person thinks of anything, so nothing is kept, and nothing is
 * quoted; each record is told.
 *
 * Source:   Settings → Data → Export, `user-profile.json`, `network-friends.json`, `lists-lists.json` and their like
 * Sample:   tests/fixtures/imports/trakt-other.json (made up; fields of the real files, seen 2026-08)
 * Scale:    none
 * Dates:    not read
 * Oddities: a list's own films are in a file of their own; `paused_at` is no viewing
 */
import type { Content, Importer } from '../importer.ts';
import { RowReader } from '../row-reader.ts';
import { fieldsOf, type JsonObject, listOf } from './parts/json-fields.ts';

/** One row for each file: fields that its records have together. */
const RECORDS: readonly (readonly string[])[] = [
  ['paused_at', 'progress'],
  ['hidden_at', 'type'],
  ['followed_at', 'user'],
  ['friends_at', 'user'],
  ['requested_at', 'user'],
  ['liked_at', 'list'],
  ['liked_at', 'comment'],
  ['privacy', 'item_count', 'ids'],
  ['comment', 'list'],
];
/** The same for what is no list. */
const OBJECTS: readonly (readonly string[])[] = [
  ['username', 'private', 'ids'],
  ['user', 'account'],
  ['movies', 'shows', 'episodes', 'network'],
];

export const traktOther: Importer = {
  id: 'trakt-other',
  source: 'trakt',

  recognises: (content) => recordsIn(content).length > 0,

  *read(content) {
    for (const [index, record] of recordsIn(content).entries()) {
      yield new RowReader(index + 1).skip(hasAll(fieldsOf(record), ['paused_at']) ? 'not-used' : 'other-matter');
    }
  },
};

/** All records, where the first is of one of these files; the object itself, where there is one. */
function recordsIn(content: Content): readonly unknown[] {
  if (content.sort !== 'json') {
    return [];
  }
  const object = fieldsOf(content.value);
  const [rows, first] = object === undefined ? [RECORDS, fieldsOf(listOf(content.value)[0])] : [OBJECTS, object];
  return rows.some((names) => hasAll(first, names)) ? (object === undefined ? listOf(content.value) : [object]) : [];
}

function hasAll(record: JsonObject | undefined, names: readonly string[]): boolean {
  return record !== undefined && names.every((name) => Object.hasOwn(record, name));
}
