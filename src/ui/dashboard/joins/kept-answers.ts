import type { AppContext } from '../../../app/context.ts';
import { joinItems } from '../../../app/join-items.ts';
import { refuseJoin } from '../../../app/refuse-join.ts';
import { AppError } from '../../../domain/errors.ts';
import type { ItemId, RecordId } from '../../../domain/ids.ts';
import { takeBack } from '../take-back.ts';

/** What the person said of a pair and is not written yet, or took back and is not undone yet. */
export type KeptAnswer =
  | { readonly one: ItemId; readonly other: ItemId; readonly isOne: boolean }
  | { readonly takenBack: RecordId };

const PREFIX = 'sayso-join-answers ';
/** Of this tab; it holds a lock of the same name for as long as it is there. */
const own = `${PREFIX}${crypto.randomUUID()}`;
let isHeld = false;

/** Keeps what waits, in the place of what was kept: should the tab be closed, the next dashboard does it. */
export function keepAnswers(answers: readonly KeptAnswer[]): void {
  if (!isHeld) {
    isHeld = true;
    void navigator.locks.request(own, () => new Promise(() => undefined));
  }
  put(own, answers);
}

/**
 * Does what tabs that are gone have left to do, in the order in which it was said. What can't be done any more, or is so
 * already, is nothing to do.
 *
 * @returns the changes that were made
 * @throws {AppError} `storage-full`, `storage-unavailable`; what is left stays kept then
 */
export async function writeLeftAnswers(context: AppContext): Promise<readonly RecordId[]> {
  const changes: RecordId[] = [];
  const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
  for (const key of keys.filter((one) => one.startsWith(PREFIX) && one !== own)) {
    await navigator.locks.request(key, { ifAvailable: true }, async (lock) => {
      for (let left = lock ? read(key) : []; left.length > 0; left = left.slice(1)) {
        changes.push(...(await writeAnswer(context, left[0] as KeptAnswer)));
        put(key, left.slice(1));
      }
    });
  }
  return changes;
}

async function writeAnswer(context: AppContext, answer: KeptAnswer): Promise<RecordId[]> {
  try {
    if ('takenBack' in answer) {
      await takeBack(context, { journalIds: [answer.takenBack] });
      return [];
    }
    const { journalId } = await (answer.isOne ? joinItems : refuseJoin)(context, answer);
    return [journalId];
  } catch (thrown) {
    const isPast = thrown instanceof AppError && (thrown.code === 'not-found' || thrown.code === 'conflict');
    if (!isPast) {
      throw thrown;
    }
    return [];
  }
}

function put(key: string, answers: readonly KeptAnswer[]): void {
  if (answers.length === 0) {
    localStorage.removeItem(key);
  } else {
    localStorage.setItem(key, JSON.stringify(answers));
  }
}

function read(key: string): readonly KeptAnswer[] {
  return JSON.parse(localStorage.getItem(key) ?? '[]') as readonly KeptAnswer[];
}
