import type { Moment } from '../domain/moment.ts';

/** A time to be spread or to be the whole of a field: what is unknown is absent, not `undefined`. */
export function whenOf(at: Moment | undefined): { at?: Moment } {
  return at === undefined ? {} : { at };
}
