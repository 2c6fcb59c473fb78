import { describe, expect, it } from 'vitest';
import { exportForService, SERVICES } from '../../../src/app/export-for-service.ts';
import { fillStore } from '../../support/busy-store.ts';
import { runImport } from '../../../src/app/run-import.ts';
import { sourceRecordId } from '../../../src/domain/source-record.ts';
import type { GatheredThing } from '../../../src/transfer/gather.ts';
import { parseTable } from '../../../src/transfer/csv.ts';
import { id } from '../../support/samples.ts';
import { testContext } from '../../support/test-context.ts';

describe('exportForService', () => {
  it('knows four services', () => {
    expect(SERVICES.map(({ label }) => label)).toEqual(['IMDb', 'Letterboxd', 'Goodreads', 'StoryGraph']);
  });

  it('writes what is rated, with the days it was seen, and counts what is lost', async () => {
    const context = testContext();
    await fillStore(context);
    const { csv, rows, fileName, lossCounts } = await exportForService(context, { id: 'letterboxd-csv' });
    expect(fileName).toBe('letterboxd-import.csv');
    expect(rows).toBe(4);
    expect(csv).toContain('Film 1,1999,,,tt0000001,,4.5,2021-05-06,true');
    expect(lossCounts).toContainEqual({ reason: 'note-left-out', count: 1 });
    expect(lossCounts).toContainEqual({ reason: 'history-left-out', count: 1 });
    expect(lossCounts.map(({ count }) => count)).toEqual(lossCounts.map(({ count }) => count).sort((a, b) => b - a));
  });

  it('takes for directors whom a source calls that, and keeps the original title it tells', async () => {
    const context = testContext();
    const given = { value: 7, best: 10, worst: 1 };
    for (const [source, thing, creators] of [
      ['imdb', 'tt0022100', ['Fritz Lang']],
      ['table', 'tt0022101', ['Thea Harbou']],
    ] as const) {
      const facts = {
        kind: 'Movie',
        name: 'M',
        originalName: 'M, a city',
        creators,
        identifiers: [id(`imdb:${thing}`)],
      } as const;
      const things: GatheredThing[] = [
        { id: sourceRecordId(source, thing), source, facts, content: { ratings: [{ given }] } },
      ];
      await runImport(context, { things, files: [], rows: 1, skipped: 0, winner: 'mine' });
    }
    const { csv } = await exportForService(context, { id: 'imdb-csv' });
    const { header, rows } = parseTable(csv);
    const told = rows.map(({ cells }) =>
      ['Const', 'Original Title', 'Directors'].map((column) => cells[header.indexOf(column)]),
    );
    expect(told.sort()).toEqual([
      ['tt0022100', 'M, a city', 'Fritz Lang'],
      ['tt0022101', 'M, a city', ''],
    ]);
  });
});
