import { read } from '../store/read.ts';
import { revision } from '../store/revision.ts';
import { type BackupSettings, backupSettings } from './backup-settings.ts';
import type { AppContext } from './context.ts';

const DAY_MS = 86_400_000;
/** So many changes are too many to lose, however short ago the last copy was made. */
const DUE_CHANGES = 20;
/** From so many ratings on, much would be lost. */
const MUCH_RATINGS = 20;
export const REMIND_AGAIN_MS = 30 * DAY_MS;

export interface BackupState {
  readonly settings: BackupSettings;
  readonly ratings: number;
  /** Something changed since the last copy. */
  readonly isBehind: boolean;
  /** A copy should be made now, where the person wants copies. One that would not be read again is not made anew at once. */
  readonly isDue: boolean;
  /** The person should be asked to choose. */
  readonly isToRemind: boolean;
}

/** What there is to lose, and whether it is time for a copy. A few look-ups, whatever the number of ratings. */
export async function backupState(context: AppContext): Promise<BackupState> {
  const { database, clock } = context;
  const settings = await backupSettings(context);
  // The latest, be it good or not: a good one takes the bad one's place.
  const last = settings.bad ?? settings.last;
  const { now, ratings, changes } = await read(database, ['meta', 'journal'], async () => {
    const tally = await database.meta.get('tally');
    return {
      now: await revision(database),
      ratings: tally?.key === 'tally' ? tally.total : 0,
      changes: await database.journal
        .where('stamp')
        .above(last?.revision ?? '')
        .count(),
    };
  });
  const nowMs = clock.nowMs();
  const isBehind = now !== '' && now !== settings.last?.revision;
  const isNew = now !== last?.revision;
  const isWanted = settings.kind === 'folder' || settings.kind === 'downloads';
  // A clock that was put back makes the last copy one of the future: it is due then, too.
  const isOld = last === undefined || Math.abs(nowMs - last.atMs) >= DAY_MS;
  return {
    settings,
    ratings,
    isBehind,
    isDue: isWanted && isBehind && isNew && (isOld || changes >= DUE_CHANGES),
    isToRemind: settings.kind === undefined && ratings > MUCH_RATINGS && nowMs >= (settings.remindAfterMs ?? 0),
  };
}
