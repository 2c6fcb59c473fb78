import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ImportSession } from '../../src/app/import-session.ts';
import { sourceRecordId } from '../../src/domain/source-record.ts';
import { openFiles } from '../../src/transfer/open-files.ts';
import { testContext } from '../support/test-context.ts';
import { brokenInvariants } from '../support/invariants.ts';

/** Real exports, which are not part of the repository: where they are not there, the fixtures have to do. */
const ROOT = '../shared/imports';

function filesIn(folder: string): { path: string; blob: Blob }[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path) => ({ path: relative(ROOT, path), blob: new Blob([readFileSync(path)]) }));
}

/** Counted in the files by other means. */
const EXPECTED = {
  'bookwyrm-ACSL': { rows: 6, ratings: 4 },
  'goodreads-argv1-GPL3': { rows: 1_451, ratings: 439 },
  'letterboxd-patrickmjones-MIT': { rows: 5_983, ratings: 5 },
  'movielens-small-GroupLens': { rows: 120_320, ratings: 9_724 },
  'neodb-AGPL': { rows: 19, ratings: 6 },
  'netflix-felipebacelo-MIT': { rows: 577, ratings: 0 },
} as const;

const cases = existsSync(ROOT) ? Object.entries(EXPECTED) : [];

describe('real exports', () => {
  it('are counted where they are, and made-up ones where they are not', () => {
    expect(cases.length > 0 || readdirSync('tests/fixtures/imports').length > 30).toBe(true);
  });

  it.each(cases)(
    '%s: every row is in the store or in the report',
    async (folder, expected) => {
      const context = testContext();
      const session = new ImportSession(context);
      const files = filesIn(folder);
      await session.open(files);
      for (const { index, questions } of session.files) {
        for (const { id, suggested, choices } of questions) {
          session.answer(index, id, id === 'person' ? 'all' : (suggested ?? choices[0]!.value));
        }
      }
      const preview = await session.preview('mine');
      const { counts } = await session.commit('mine');
      const reported = new Set(
        session
          .report({ header: ['file', 'line'], reasons: {} })
          .split('\n')
          .slice(1)
          .map((line) => line.split(',').slice(0, 2).join(':')),
      );
      const lost: string[] = [];
      const known = new Set(await context.database.sourceRecords.toCollection().primaryKeys());
      for await (const file of openFiles(files)) {
        const told = session.files.find(({ path }) => path === file.path);
        if (!('content' in file) || !file.importer || !told) {
          continue;
        }
        const answers = Object.fromEntries(told.questions.map(({ id, answer }) => [id, answer]));
        for (const { entries, remarks } of file.importer.read(file.content, { path: file.path, answers })) {
          const { source } = file.importer;
          for (const { thing, ownId, line } of entries) {
            const ids = [thing, `${thing} | ${ownId ?? '?'}`].map((name) => sourceRecordId(source, name));
            if (!ids.some((id) => known.has(id)) && !reported.has(`${file.path}:${line}`)) {
              lost.push(`${file.path}:${line}`);
            }
          }
          if (entries.length === 0 && remarks.length === 0) {
            lost.push(file.path);
          }
        }
      }
      expect(lost).toEqual([]);
      expect({ rows: preview.rowsRead, ratings: counts.ratings }).toEqual(expected);
      expect(await brokenInvariants(context.database)).toEqual([]);
    },
    300_000,
  );
});
