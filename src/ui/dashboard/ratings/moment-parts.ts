import { readMoment, type Moment } from '../../../domain/moment.ts';

/** A moment as three fields of a form. What the person doesn't know stays empty. */
export interface MomentParts {
  readonly year: string;
  /** `1` to `12`, or empty. */
  readonly month: string;
  /** `1` to `31`, or empty. */
  readonly day: string;
}

/** Takes a moment apart; an exact one becomes its day in the person's own time zone. */
export function partsOf(moment: Moment): MomentParts {
  if (moment.includes('T')) {
    const local = new Date(moment);
    return {
      year: String(local.getFullYear()),
      month: String(local.getMonth() + 1),
      day: String(local.getDate()),
    };
  }
  const [year = '', month = '', day = ''] = moment.split('-');
  return { year, month: withoutZero(month), day: withoutZero(day) };
}

/**
 * Puts three fields together again, as finely as they were filled.
 *
 * @param before - what was there: given back untouched where the parts still say the same day, so that an exact
 *   moment doesn't become a date by being looked at
 * @returns `undefined` when they name no day of the calendar, or a day without its month.
 */
export function momentOfParts(parts: MomentParts, before: Moment | undefined): Moment | undefined {
  const { year, month, day } = parts;
  if (before !== undefined && isSame(parts, partsOf(before))) {
    return before;
  }
  if (!/^\d{4}$/u.test(year) || (day !== '' && month === '')) {
    return undefined;
  }
  return readMoment(
    [year, month, day]
      .filter((part) => part !== '')
      .map((part) => part.padStart(2, '0'))
      .join('-'),
  );
}

function isSame(left: MomentParts, right: MomentParts): boolean {
  return left.year === right.year && left.month === right.month && left.day === right.day;
}

function withoutZero(digits: string): string {
  return digits.replace(/^0/u, '');
}
