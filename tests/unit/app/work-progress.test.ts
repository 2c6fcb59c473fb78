import { describe, expect, it } from 'vitest';
import { exportAll } from '../../../src/app/export-all.ts';
import { openBackupFile } from '../../../src/app/open-backup-file.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { restoreAll } from '../../../src/app/restore-all.ts';
import { undoTold } from '../../../src/app/undo-told.ts';
import type { WorkProgress } from '../../../src/app/work-progress.ts';
import { film, stars } from '../../support/samples.ts';
import { type TestContext, testContext } from '../../support/test-context.ts';

async function restored(context: TestContext, onProgress: (progress: WorkProgress) => void) {
  const other = testContext();
  for (const number of [1, 2, 3, 4, 5, 6]) {
    await rateItem(other, { facts: film(number), given: stars(4) });
  }
  const opened = await openBackupFile((await exportAll(other)).blob);
  if (opened.outcome !== 'read') {
    throw new Error(opened.outcome);
  }
  return restoreAll(context, opened.file, { stepsAtOnce: 4, onProgress });
}

describe('the progress of long work', () => {
  it('of a restore counts the records that are written, up to all of them', async () => {
    const heard: WorkProgress[] = [];
    await restored(testContext(), (progress) => heard.push(progress));
    expect(heard.map(({ progress }) => progress).filter((name, at, all) => name !== all[at - 1])).toEqual([
      'placing',
      'writing',
      'finishing',
    ]);
    const written = heard.filter(({ progress }) => progress === 'writing');
    expect(written.length).toBeGreaterThan(3);
    const counts = written.map(({ done }) => done);
    expect(counts).toEqual(counts.toSorted((one, other) => one - other));
    expect([counts[0], counts.at(-1)]).toEqual([0, written[0]!.total]);
  });

  it('of its undo counts the parts that are taken back, and the last one without a number', async () => {
    const context = testContext();
    const { journalId } = await restored(context, () => undefined);
    const { chunks = 0 } = (await context.database.journal.get(journalId))!;
    expect(chunks).toBeGreaterThan(1);
    const heard: WorkProgress[] = [];
    await undoTold(context, { journalId, onProgress: (progress) => heard.push(progress) });
    expect(heard).toEqual([
      ...Array.from({ length: chunks }, (_, done) => ({ progress: 'undoing', done, total: chunks + 1 })),
      { progress: 'finishing', done: 0 },
    ]);
    expect((await context.database.ratings.toArray()).filter((rating) => !('deletedAt' in rating))).toEqual([]);
    // Nobody listens any more.
    await context.database.journalImages.toArray();
    expect(heard).toHaveLength(chunks + 1);
  });
});
