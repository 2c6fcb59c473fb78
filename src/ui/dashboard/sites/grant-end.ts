import type { HeldGrant } from '../../../domain/grant.ts';
import { formatTime } from '../../format.ts';
import { t } from '../../i18n.ts';

type Ends = Pick<HeldGrant, 'duration' | 'untilMs'>;

/** When a grant ends, in words. A time, once there is one, says more than what was chosen. */
export function grantEnd({ duration, untilMs }: Ends): string {
  if (duration === 'once') {
    return t('dashboard_site_until_once');
  }
  if (untilMs !== undefined) {
    return t('dashboard_site_until', formatTime(untilMs));
  }
  return t(duration === 'session' ? 'dashboard_site_until_session' : 'dashboard_site_until_stopped');
}

/** The grant that ends last: one without an end, else the one whose end is furthest. */
export function lastToEnd<Grant extends Ends>(grants: readonly Grant[]): Grant | undefined {
  return grants.toSorted((left, right) => endOf(right) - endOf(left))[0];
}

// A session ends some day; nobody knows when, but before what has no end at all.
function endOf({ duration, untilMs }: Ends): number {
  return duration === 'session' ? Number.MAX_SAFE_INTEGER : (untilMs ?? Number.POSITIVE_INFINITY);
}
