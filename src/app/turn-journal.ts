import { type Stamp, stampNode } from '../domain/clock.ts';
import type { RecordId } from '../domain/ids.ts';
import { liesUpon } from '../store/changes-upon.ts';
import type { Database } from '../store/database.ts';
import type { ChangeLabel, JournalEntry, Standing, Turned } from '../store/journal-entry.ts';
import { addRestored, isSame, standingOf, turnedBy } from '../store/restored.ts';
import type { ExportFile } from './plan-restore.ts';

/** Changes of what a restore replaces that lie upon no others. */
const ALONE: ReadonlySet<ChangeLabel> = new Set(['refuse-join', 'save-preference', 'delete-preference']);

/**
 * Has changes of what a restore replaces stand in the journal as they stand in the file that is restored: what was undone
 * since the file was written stands again, what was done since is gone, and what can be done with them is true again. Of a file of
 * another copy nobody knows how they stood there: those that it has not are gone, and one that was undone here only came
 * with it.
 *
 * Part of the restore's transaction, before the person's data is touched.
 *
 * @param id - of the restore's entry
 */
export async function turnJournal(database: Database, id: RecordId, { tables }: ExportFile): Promise<void> {
  const entries = await database.journal.orderBy('stamp').toArray();
  const imports = await database.imports.toArray();
  const gone = imports.filter((record) => tables.get('imports')?.has(record.id) !== true);
  const row = await database.meta.get('clock');
  const theirs = (tables.get('meta')?.get('clock') as { readonly stamp: Stamp } | undefined)?.stamp;
  const wanted =
    theirs !== undefined && row?.key === 'clock' && stampNode(theirs) === row.node
      ? asOf(entries, await turnedBy(database), theirs, id)
      : ofOthers(
          entries,
          new Set(gone.map(({ journalId }) => journalId)),
          new Set(imports.map(({ journalId }) => journalId)),
          id,
        );
  const restores = new Set(entries.filter(({ label }) => label === 'restore-backup').map((entry) => entry.id));
  const turned = entries.flatMap((entry): Turned[] => {
    const [before, after] = [standingOf(entry), wanted.get(entry.id)];
    // What an earlier restore took stays its own: to undo that one brings it back, and this one has taken nothing of it.
    const isTaken = before.undoneBy !== undefined && restores.has(before.undoneBy) && after?.undoneBy === id;
    return after && !isTaken && !isSame(before, after) ? [{ id: entry.id, before, after }] : [];
  });
  await addRestored(database, { id, turned, gone });
}

function ofOthers(
  entries: readonly JournalEntry[],
  gone: ReadonlySet<RecordId>,
  listed: ReadonlySet<RecordId>,
  undoneBy: RecordId,
): ReadonlyMap<RecordId, Standing> {
  const left = entries.filter((entry) => gone.has(entry.id) || (listed.has(entry.id) && entry.undoneBy !== undefined));
  // What sleeps was about what is not there any more.
  const asleep = entries.filter(({ isAsleep }) => isAsleep === true);
  return new Map([...left, ...asleep].map((entry) => [entry.id, away(entry, undoneBy)]));
}

/**
 * How these changes and their undos stood at a time. Those after it are undone by the restore.
 */
function asOf(
  entries: readonly JournalEntry[],
  turned: ReadonlyMap<RecordId, readonly Turned[]>,
  moment: Stamp,
  undoneBy: RecordId,
): ReadonlyMap<RecordId, Standing> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const undone = new Map<RecordId, RecordId | undefined>();
  for (const entry of entries.filter(({ stamp }) => stamp <= moment)) {
    let by = entry.id;
    for (let next = entry.undoes; next !== undefined; ) {
      undone.set(next, by);
      // What that had undone itself stands again.
      const back = byId.get(next)?.undoes;
      if (back !== undefined) {
        undone.delete(back);
        by = back;
      }
      next = back === undefined ? undefined : byId.get(back)?.undoes;
    }
    for (const { id, after } of turned.get(entry.id) ?? []) {
      undone.set(id, after.undoneBy);
    }
  }
  const wasThere = (id: RecordId | undefined): boolean => {
    const entry = id === undefined ? undefined : byId.get(id);
    return entry !== undefined && entry.stamp <= moment;
  };
  const standings = new Map<RecordId, Standing>();
  for (const entry of entries) {
    const root = rootOf(entry, byId);
    if (isReplaced(root)) {
      standings.set(entry.id, wasThere(entry.id) ? then(entry, root) : away(entry, undoneBy));
    }
  }
  return standings;

  function then(entry: JournalEntry, root: JournalEntry): Standing {
    const by = undone.get(entry.id);
    const again = wasThere(entry.again) ? entry.again : undefined;
    if (root.label !== 'run-import') {
      return thenByHand(entry, by, again);
    }
    // What it was a step of: it was done again with that, or taken off for good.
    const done = (entry.undoes === undefined ? entry : byId.get(entry.undoes))?.again;
    const isStep =
      entry.isStep && (done === undefined ? entry.undoes !== undefined || by !== undefined : wasThere(done));
    return standingOf({
      ...(by !== undefined && { undoneBy: by }),
      ...(isStep && { isStep }),
      ...(again !== undefined && { again }),
    });
  }

  /** What the person did is a step where another took it off: it was done again with that, or slept. */
  function thenByHand(entry: JournalEntry, by: RecordId | undefined, again: RecordId | undefined): Standing {
    const isTaken = by !== undefined && byId.get(by)?.isStep === true;
    const isStep = entry.undoes === undefined ? isTaken : entry.isStep;
    return standingOf({
      ...(by !== undefined && { undoneBy: by }),
      ...(isStep && { isStep }),
      ...(again !== undefined && { again }),
      ...(entry.undoes === undefined && isTaken && again === undefined && { isAsleep: true }),
    });
  }
}

/** Sites and requests a restore leaves as they are, and what an earlier restore did is its own. */
function isReplaced({ label }: JournalEntry): boolean {
  return (liesUpon(label) || ALONE.has(label)) && label !== 'restore-backup';
}

function away(entry: JournalEntry, undoneBy: RecordId): Standing {
  const { isAsleep: _isAsleep, ...standing } = standingOf(entry);
  return { ...standing, undoneBy };
}

function rootOf(entry: JournalEntry, byId: ReadonlyMap<RecordId, JournalEntry>): JournalEntry {
  const undone = entry.undoes === undefined ? undefined : byId.get(entry.undoes);
  return undone ? rootOf(undone, byId) : entry;
}
