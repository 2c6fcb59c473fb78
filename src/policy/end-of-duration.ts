import type { Duration } from '../domain/grant.ts';
import { ONCE_MS } from './fold-grants.ts';

const HOUR_MS = 3_600_000;
const MONTH_MS = 30 * 24 * HOUR_MS;

/** When what begins now and lasts so long is over, as far as time alone says; `session` ends with the browser. */
export function endOfDuration(duration: Duration, nowMs: number): number | undefined {
  switch (duration) {
    case 'once':
      return nowMs + ONCE_MS;
    case 'hour':
      return nowMs + HOUR_MS;
    case 'month':
      return nowMs + MONTH_MS;
    case 'session':
    case 'until-stopped':
      return undefined;
  }
}
