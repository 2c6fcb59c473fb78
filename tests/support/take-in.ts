import { listChanges } from '../../src/app/list-changes.ts';
import { runImport } from '../../src/app/run-import.ts';
import { undoChange } from '../../src/app/undo-change.ts';
import type { RecordId } from '../../src/domain/ids.ts';
import { gathered, type Said } from './gathered.ts';
import type { TestContext } from './test-context.ts';

/** Imports one thing, a second later. @returns the entry by which that is undone */
export async function takeIn(context: TestContext, said: Said, source = 'imdb'): Promise<RecordId> {
  context.clock.advance(1_000);
  const things = gathered(source, [said]);
  const { journalId } = await runImport(context, { things, files: [], rows: 1, skipped: 0, winner: 'mine' });
  return journalId;
}

/** Undoes an entry, a second later. @returns the entry of the undo itself */
export async function undoAgainBy(context: TestContext, journalId: RecordId): Promise<RecordId> {
  context.clock.advance(1_000);
  await undoChange(context, { journalId });
  const [undo] = await listChanges(context, { limit: 1 });
  if (!undo) {
    throw new Error('An undo is a change.');
  }
  return undo.id;
}
