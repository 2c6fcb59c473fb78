import { lastSaidAt, type Rating } from '../domain/rating.ts';

/** What wins where a source and what is kept here differ. The person says it once for an import. */
export const WINNERS = ['mine', 'theirs', 'newer'] as const;
export type Winner = (typeof WINNERS)[number];

/**
 * What becomes of a source's judgement:
 * - `new`: there is none here, it becomes the present one
 * - `same`: it says what is here already
 * - `update`: what is here came from that source as it was then; the source has changed, so it follows
 * - `replace`: both differ, and the source's wins; the one here becomes an earlier one
 * - `keep`: both differ, and the one here wins; the source's becomes an earlier one
 * - `leave`: the person deleted it here, and the source says nothing new
 */
export type Settlement = 'new' | 'same' | 'update' | 'replace' | 'keep' | 'leave';

/** @returns whether one of the two had to win over the other: the person is told how many */
export function isConflict(settlement: Settlement): boolean {
  return settlement === 'replace' || settlement === 'keep';
}

/**
 * @param here - the present judgement of the item; `undefined` for none
 * @param before - what the source said when it was last read; `undefined` if it never was
 * @param now - what it says now
 */
export function settleRating(
  here: Rating | undefined,
  before: Rating | undefined,
  now: Rating,
  winner: Winner,
): Settlement {
  const isAsBefore = before !== undefined && isSame(before, now);
  if (!here) {
    return before === undefined || (!isAsBefore && winner !== 'mine') ? 'new' : 'leave';
  }
  if (before !== undefined && isSame(here, before)) {
    return isAsBefore ? 'same' : 'update';
  }
  if (saysNothingNew(here, now)) {
    return 'same';
  }
  if (isAsBefore) {
    return 'same'; // It was settled the last time, and nothing has changed there since.
  }
  return winner === 'theirs' || (winner === 'newer' && isLater(now, here)) ? 'replace' : 'keep';
}

/** The very same: mark, scale, words and time. */
function isSame(one: Rating, other: Rating): boolean {
  return (
    one.given.value === other.given.value &&
    one.given.best === other.given.best &&
    one.given.worst === other.given.worst &&
    (one.text ?? '') === (other.text ?? '') &&
    (one.tags ?? []).join('\n') === (other.tags ?? []).join('\n') &&
    (one.isUndated === true ? other.isUndated === true : one.ratedAt === other.ratedAt)
  );
}

/** 8 of 10 beside 4 of 5, without a word that is not here already. */
function saysNothingNew(here: Rating, now: Rating): boolean {
  return (
    here.value === now.value &&
    (now.text === undefined || now.text === here.text) &&
    (now.tags ?? []).every((tag) => here.tags?.includes(tag) === true)
  );
}

/** Of an unknown time is earlier than of a known one. A day is not later than a moment of it. */
function isLater(one: Rating, other: Rating): boolean {
  const [ours, theirs] = [lastSaidAt(one), lastSaidAt(other)];
  if (ours === undefined || theirs === undefined) {
    return ours !== undefined && theirs === undefined;
  }
  const length = Math.min(ours.length, theirs.length);
  return ours.slice(0, length) > theirs.slice(0, length);
}
