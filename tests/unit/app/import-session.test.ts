import { describe, expect, it, vi } from 'vitest';
import type { ColumnMapping } from '../../../src/app/import-types.ts';
import { editRating } from '../../../src/app/edit-rating.ts';
import { exportAll } from '../../../src/app/export-all.ts';
import { ImportSession } from '../../../src/app/import-session.ts';
import { listImports } from '../../../src/app/list-imports.ts';
import { openBackupFile } from '../../../src/app/open-backup-file.ts';
import { restoreAll } from '../../../src/app/restore-all.ts';
import { AppError } from '../../../src/domain/errors.ts';
import { isLiveSource } from '../../../src/domain/source-record.ts';
import { write } from '../../../src/store/write.ts';
import { bytesIn } from '../../support/bytes-in.ts';
import { testContext } from '../../support/test-context.ts';

const LETTERBOXD = 'Date,Name,Year,Letterboxd URI,Rating\n2024-03-09,The Third Man,1949,https://boxd.it/aB1,4.5\n';
const OWN = 'Was,Punkte,Bemerkung\nLampe,4,hell\nTisch,,wackelt\n';

function file(path: string, text: string) {
  return { path, blob: new Blob([text]) };
}

describe('ImportSession', () => {
  it('says what each file is, and how many rows it has', async () => {
    const session = new ImportSession(testContext());
    await session.open([file('a.csv', LETTERBOXD), file('b.csv', OWN), file('c.csv', '')]);
    expect(session.files.map(({ state, rows, importer }) => [state, rows, importer?.id])).toEqual([
      ['ready', 1, 'letterboxd-ratings'],
      ['unmapped', 2, undefined],
      ['problem', undefined, undefined],
    ]);
  });

  it('says which of two rows that contradict each other counts, and why, by the number of the other', async () => {
    const session = new ImportSession(testContext());
    const twice = `${LETTERBOXD}2024-03-09,The Third Man,1949,https://boxd.it/aB1,2\n`;
    await session.open([file('a.csv', twice)]);
    const { remarks } = await session.preview('mine');
    expect(remarks).toEqual([{ path: 'a.csv', line: 3, reason: 'contradicts', over: { line: 2 }, isSkipped: false }]);
    const report = session.report({ header: [], reasons: {}, over: 'Row {row} gives way.' });
    expect(report).toContain('a.csv,3,,,Row 2 gives way.');
  });

  it('says whose mark stands here, and which, where a file has another', async () => {
    const context = testContext();
    const first = new ImportSession(context);
    await first.open([file('a.csv', LETTERBOXD)]);
    await first.commit('mine');
    const later = new ImportSession(context);
    await later.open([file('a.csv', LETTERBOXD.replace(',4.5', ',2'))]);
    const { rows } = await later.preview('mine');
    expect(rows.map(({ settlement, here }) => [settlement, here?.source, here?.given.value])).toEqual([
      ['update', 'letterboxd', 4.5],
    ]);
    const [thing] = await context.database.items.toArray();
    await editRating(context, { itemId: thing!.id, given: { value: 1, best: 5, worst: 0.5 } });
    const { conflicts } = await later.preview('mine');
    // Changed here since, whatever it was imported from.
    expect(conflicts.map(({ settlement, here }) => [settlement, here?.source, here?.given.value])).toEqual([
      ['keep', 'person', 1],
    ]);
  });

  it('takes each of thousands of rows of a diary that are of one film', async () => {
    const context = testContext();
    const session = new ImportSession(context);
    const day = (n: number) => new Date(Date.UTC(2005, 0, 1 + n)).toISOString().slice(0, 10);
    const rows = Array.from({ length: 5_000 }, (_, n) => {
      // Each tenth day has two entries.
      const at = day(n - Number(n % 10 === 9));
      return `2024-01-01,The Third Man,1949,https://boxd.it/e${n},${(n % 5) + 1},${n > 0 ? 'Yes' : ''},again,${at}`;
    });
    const header = 'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date';
    await session.open([file('ratings.csv', LETTERBOXD), file('diary.csv', [header, ...rows].join('\n'))]);
    const { counts, skipped, reasons, rowsRead } = await session.preview('mine');
    expect({ counts, skipped, rowsRead }).toMatchObject({
      counts: { added: 1, ratings: 1, seen: 1 },
      skipped: 0,
      rowsRead: 5_001,
    });
    // The second mark of each such day.
    expect(reasons).toEqual([{ reason: 'contradicts', count: 500, skipped: 0 }]);
    await session.commit('mine');
    const [record] = (await context.database.sourceRecords.toArray()).filter(isLiveSource);
    expect(record?.content.useCount).toBe(5_000);
    expect(record?.content.uses).toHaveLength(4_500);
    expect(record?.content.ratings).toHaveLength(5_001);
    expect(await context.database.versions.count()).toBe(5_000);
  });

  it('names in the report the files that could not be read, and none in which nothing was to be read', async () => {
    const session = new ImportSession(testContext());
    await session.open([file('a.csv', LETTERBOXD), file('b.json', '{"a":['), file('c.csv', '')]);
    expect(session.report({ header: [], reasons: { 'broken-json': 'It breaks off.' } })).toMatch(
      /b\.json,\d+,,,It breaks off\./u,
    );
    expect(session.report({ header: [], reasons: {} })).not.toContain('c.csv');
  });

  it('reads one file as the person says it is written, and asks anew what its columns mean', async () => {
    const session = new ImportSession(testContext());
    const greek = bytesIn('windows-1253', 'Τίτλος,Βαθμός\nΟ θίασος,4\n');
    await session.open([file('a.csv', LETTERBOXD), { path: 'b.csv', blob: new Blob([greek]) }]);
    expect(session.files.map(({ encoding }) => encoding)).toEqual([undefined, 'windows-1252']);
    await session.readAs(1, 'windows-1253');
    expect(session.files[1]).toMatchObject({
      encoding: 'windows-1253',
      state: 'unmapped',
      table: { header: ['Τίτλος', 'Βαθμός'], rows: [['Ο θίασος', '4']] },
    });
    await expect(session.readAs(0, 'windows-1253')).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('opens all files of a drop or none', async () => {
    const session = new ImportSession(testContext());
    await session.open([file('a.csv', LETTERBOXD)]);
    const stop = new AbortController();
    const isStopped = new AppError('cancelled', 'stopped');
    const opening = session.open([file('b.csv', OWN), file('c.csv', LETTERBOXD)], {
      signal: stop.signal,
      onBytes: ({ path }) => {
        if (path === 'c.csv') {
          stop.abort(isStopped);
        }
      },
    });
    await expect(opening.then(() => session.files.length)).rejects.toThrow();
    expect(session.files.map(({ path }) => path)).toEqual(['a.csv']);
  });

  it('shows the first rows of a table as its columns would mean, and writes nothing down', async () => {
    const context = testContext();
    const session = new ImportSession(context);
    await session.open([file('b.csv', OWN)]);
    const mapping: ColumnMapping = {
      name: 'Was',
      kind: { fixed: 'Product' },
      mark: { column: 'Punkte', best: 5, worst: 1, zeroIsNone: false },
      text: 'Bemerkung',
      identifiers: [],
    };
    expect(
      session
        .sample(0, mapping)
        .map(({ facts, content }) => [facts?.name, content?.ratings?.[0]?.given.value, content?.text]),
    ).toEqual([
      ['Lampe', 4, 'hell'],
      ['Tisch', undefined, 'wackelt'],
    ]);
    expect(session.sample(7, mapping)).toEqual([]);
    expect(await context.database.settings.count()).toBe(0);
  });

  it('reads a table once its columns are named, now and the next time', async () => {
    const context = testContext();
    const session = new ImportSession(context);
    await session.open([file('b.csv', OWN)]);
    await session.map(0, { name: 'Was', kind: { fixed: 'Product' }, text: 'Bemerkung', identifiers: [] });
    expect(session.files[0]?.state).toBe('ready');
    expect((await session.preview('mine')).counts.reviews).toBe(2);
    const next = new ImportSession(context);
    await next.open([file('later.csv', OWN)]);
    expect(next.files[0]?.state).toBe('ready');
  });

  it('reads a file with a broken byte as what it is, and tells of the row', async () => {
    const session = new ImportSession(testContext());
    const row = '2024-03-10,Amélie – “née”,2001,https://boxd.it/aB2,4\n';
    const bytes = new TextEncoder().encode(`${LETTERBOXD}${row}2024-03-11,Zo€,2002,https://boxd.it/aB3,3\n`);
    bytes[bytes.lastIndexOf(0x82)] = 0x20;
    await session.open([{ path: 'a.csv', blob: new Blob([bytes]) }]);
    const { rows, remarks, skipped } = await session.preview('mine');
    expect(rows.map(({ item }) => item.name)).toContain('Amélie – “née”');
    expect(skipped).toBe(0);
    expect(remarks).toEqual([
      expect.objectContaining({ path: 'a.csv', line: 4, column: 'Name', reason: 'bad-characters', isSkipped: false }),
    ]);
  });

  it('counts no row as unread that describes things while nobody has said whose ratings are meant', async () => {
    const session = new ImportSession(testContext());
    const movies = 'movieId,title,genres\n1,Heat (1995),Crime\n2,Alien (1979),Horror\n';
    const ratings = 'userId,movieId,rating,timestamp\n7,1,4.0,964982703\n8,2,3.5,964982703\n';
    await session.open([file('movies.csv', movies), file('ratings.csv', ratings)]);
    const before = await session.preview('mine');
    expect(before).toMatchObject({ skipped: 0, remarked: 0, reasons: [], remarks: [], rowsRead: 2 });
    session.answer(1, 'person', '7');
    const after = await session.preview('mine');
    expect(after.skipped).toBe(2);
    expect(after.remarks.map(({ path, reason }) => [path, reason])).toEqual([
      ['movies.csv', 'says-nothing'],
      ['ratings.csv', 'other-person'],
    ]);
  });

  it('tells rows that are not taken from rows that are taken with a remark, in the report too', async () => {
    const session = new ImportSession(testContext());
    await session.open([
      file('a.csv', `${LETTERBOXD}soon,Dune,1984,https://boxd.it/aB3,4\n2024-03-09,,1949,https://boxd.it/aB2,4\n`),
    ]);
    const { skipped, remarked, reasons } = await session.preview('mine');
    expect({ skipped, remarked }).toEqual({ skipped: 1, remarked: 1 });
    expect(reasons.find(({ reason }) => reason === 'bad-date')).toMatchObject({ count: 1, skipped: 0 });
    const header = ['file', 'line', 'column', 'value', 'row', 'why'];
    const outcomes = { skipped: 'not read', taken: 'read' };
    const kept = { 'bad-date': 'The rest was kept.', 'no-name': 'Never said of what is not taken.' };
    const report = session.report({ header, reasons: { 'bad-date': 'No date.' }, kept, outcomes });
    expect(report.split('\n').slice(1, 3)).toEqual([
      'a.csv,3,Date,soon,read,No date. The rest was kept.',
      expect.stringMatching(/^a\.csv,4,.*,not read,no-name$/u),
    ]);
  });

  it('remembers of an import where the rows stood that were not taken, and why, out and in again', async () => {
    const context = testContext();
    const session = new ImportSession(context);
    await session.open([
      file('left-out.csv', 'Date,Name,Year,Letterboxd URI,Rating\n2024-03-09,,1949,https://boxd.it/aB9,4\n'),
      file('a.csv', `${LETTERBOXD}soon,Dune,1984,https://boxd.it/aB3,4\n2024-03-09,,1949,https://boxd.it/aB2,4\n`),
    ]);
    session.leaveOut(0, true);
    await session.commit('mine');
    const unread = [{ file: 0, line: 4, reason: 'no-name', column: 'Name' }];
    const [past] = await listImports(context, { limit: 1 });
    expect(past).toMatchObject({ files: ['a.csv'], counts: { skipped: 1 }, unread });
    const opened = await openBackupFile((await exportAll(context)).blob);
    if (opened.outcome !== 'read') {
      throw new Error(JSON.stringify(opened));
    }
    const other = testContext();
    await restoreAll(other, opened.file);
    expect((await listImports(other, { limit: 1 }))[0]?.unread).toEqual(unread);
  });

  it('can be stopped while it looks what would come of it', async () => {
    const session = new ImportSession(testContext());
    await session.open([file('a.csv', LETTERBOXD)]);
    const stop = new AbortController();
    const looking = session.preview('mine', { signal: stop.signal, onPlaced: () => stop.abort() });
    await expect(looking).rejects.toMatchObject({ code: 'cancelled' });
    expect((await session.preview('mine')).counts.added).toBe(1);
  });

  it('waits while it is paused, and goes on', async () => {
    const context = testContext();
    const session = new ImportSession(context);
    await session.open([file('a.csv', LETTERBOXD)]);
    let looks = 0;
    const { counts } = await session.commit('mine', undefined, { isPaused: () => (looks += 1) < 5 });
    expect(counts.ratings).toBe(1);
    expect(looks).toBeGreaterThanOrEqual(5);
  });

  it('keeps what a file has only numbers for, and names it once another file does', async () => {
    const context = testContext();
    const take = async (value: unknown): Promise<string[]> => {
      const session = new ImportSession(context);
      await session.open([file('a.json', JSON.stringify(value))]);
      await session.commit('mine');
      return (await context.database.items.toArray()).map((item) => ('name' in item ? item.name : ''));
    };
    const entry = { series_id: 21, series_type: 0, status: 2, score: 95, updated_at: '2019-01-30 02:22:26' };
    expect(await take({ lists: [entry], reviews: [] })).toEqual(['anilist:anime/21']);
    const media = { id: 21, type: 'ANIME', title: { romaji: 'Garasu no Funa' } };
    expect(await take([{ mediaId: 21, status: 'COMPLETED', scoreRaw: 95, media }])).toEqual(['Garasu no Funa']);
  });

  it('keeps nobody from the store while it is paused in the middle, and then writes each thing once', async () => {
    const context = testContext();
    const session = new ImportSession(context);
    const rows = Array.from({ length: 1_200 }, (_, at) => `2024-03-09,Film ${at},1950,https://boxd.it/${at},4`);
    await session.open([file('many.csv', ['Date,Name,Year,Letterboxd URI,Rating', ...rows].join('\n'))]);
    let isPaused = false;
    const placed: number[] = [];
    const committing = session.commit('mine', undefined, {
      isPaused: () => isPaused,
      onPlaced: (done) => {
        isPaused ||= placed.length === 0;
        placed.push(done);
      },
    });
    // Somewhere in the middle of the writing.
    await vi.waitFor(() => expect(placed).toHaveLength(1));
    expect(placed[0]).toBeGreaterThan(0);
    expect(placed[0]).toBeLessThan(1_200);
    // Nothing of it is there, and another change need not wait for it.
    await write(context.database, { tables: ['preferences'], nowMs: 1 }, () => Promise.resolve());
    expect(await context.database.ratings.count()).toBe(0);
    isPaused = false;
    expect((await committing).counts).toMatchObject({ ratings: 1_200, added: 1_200 });
    expect(placed.slice(1)).toEqual(placed.slice(1).toSorted((left, right) => left - right));
    expect(placed[1]).toBe(placed[0]);
    expect(placed.at(-1)).toBe(1_200);
    expect(await context.database.ratings.count()).toBe(1_200);
    expect(await context.database.journal.count()).toBe(1);
  });
});
