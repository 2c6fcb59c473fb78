import type { Ask, Filter, Need } from '../domain/ask.ts';
import type { GivenNeed } from '../domain/grant.ts';
import { momentBound } from './moment-bound.ts';

/**
 * Whether what is to be given lies within what was asked: each given need narrows one asked need.
 */
export function isWithinAsk(scope: readonly GivenNeed[], ask: Ask): boolean {
  const asked = [...ask.required, ...ask.optional];
  return scope.every((given) => asked.some((need) => narrows(given, need)));
}

/** Whether `given` reaches no further than `need` in any way. */
export function narrows(given: GivenNeed, need: Need): boolean {
  return (
    given.collection === need.collection &&
    given.derive === need.derive &&
    isPart(given.kinds, need.kinds) &&
    isPart(given.keys, need.keys) &&
    (given.fields ?? []).every((field) => need.fields?.includes(field) ?? false) &&
    isTighter(given.filter ?? {}, need.filter ?? {})
  );
}

/** Absent means everything, so it is a part of nothing but itself. */
function isPart(given: readonly string[] | undefined, asked: readonly string[] | undefined): boolean {
  return asked === undefined || (given !== undefined && given.every((one) => asked.includes(one)));
}

/** A date that can't be read is no bound, so nothing is within it. */
function isTighter(given: Filter, asked: Filter): boolean {
  const dates = [given.since, given.until, asked.since, asked.until].filter((date) => date !== undefined);
  return (
    dates.every((date) => momentBound(date) !== undefined) &&
    isAtLeast(boundOf(given.since), boundOf(asked.since)) &&
    isAtMost(boundOf(given.until), boundOf(asked.until)) &&
    isAtLeast(given.min, asked.min) &&
    isAtMost(given.max, asked.max)
  );
}

function isAtLeast<Value extends number | string>(given: Value | undefined, asked: Value | undefined): boolean {
  return asked === undefined || (given !== undefined && given >= asked);
}

function isAtMost<Value extends number | string>(given: Value | undefined, asked: Value | undefined): boolean {
  return asked === undefined || (given !== undefined && given <= asked);
}

function boundOf(date: string | undefined): string | undefined {
  return date === undefined ? undefined : momentBound(date);
}
