/**
 * Everything of a Trakt account in one file, as backup tools write it and as Trakt takes it back: ratings, history, watched,
 * collection and watch-list under their names.
 *
 * Source:   backup tools for Trakt
 * Sample:   tests/fixtures/imports/trakt-backup.json (made up; fields of Trakt's interface, seen 2026-08)
 * Scale:    `rating` 1 to 10, whole; 0 means the mark was taken back
 * Dates:    `rated_at`, `watched_at`, `listed_at`, `collected_at` as ISO 8601, UTC
 * Oddities: Lists lie under their names, or under `movies` and `shows` inside those, where the thing itself may lie beside what is
 *           said of it. Records are counted through the whole file
 */
import type { Content, Importer } from '../importer.ts';
import { RowReader } from '../row-reader.ts';
import { fieldsOf } from './parts/json-fields.ts';
import { readTraktRecord } from './parts/read-trakt.ts';
import { type BackupRecord, backupRecords } from './parts/trakt-backup-records.ts';
import { traktFile } from './parts/trakt-said.ts';

export const traktBackup: Importer = {
  id: 'trakt-backup',
  source: 'trakt',

  recognises: (content) => recordsIn(content).some(isTold),

  *read(content) {
    if (!traktBackup.recognises(content)) {
      return;
    }
    for (const [index, { record, list }] of recordsIn(content).entries()) {
      yield readTraktRecord(new RowReader(index + 1), fieldsOf(record), list);
    }
  },
};

function recordsIn(content: Content): BackupRecord[] {
  return content.sort === 'json' ? backupRecords(content.value) : [];
}

/** Whether a record says what only Trakt's do. */
function isTold({ record }: BackupRecord): boolean {
  return traktFile({ sort: 'json', value: [record] }) !== undefined;
}
