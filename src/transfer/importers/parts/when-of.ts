import type { Moment } from '../../../domain/moment.ts';

/** A time that may be unknown, ready to be spread or to stand for something that was at that time. */
export function whenOf(at: Moment | undefined): { at?: Moment } {
  return at === undefined ? {} : { at };
}
