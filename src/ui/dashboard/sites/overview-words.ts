import type { VendorOverview } from '../../../app/list-vendors.ts';
import type { Vendor } from '../../../domain/vendor.ts';
import { formatTime } from '../../format.ts';
import { t, tn } from '../../i18n.ts';
import { grantEnd, lastToEnd } from './grant-end.ts';

/** What the person chose for a site: 'connected · shows your stars'. */
export function stateLine({ isBlocked, isConnected, hasStars }: Vendor): string {
  if (isBlocked) {
    return t('dashboard_site_blocked');
  }
  return [
    t(isConnected ? 'dashboard_site_connected' : 'dashboard_site_off'),
    ...(hasStars ? [t('dashboard_site_stars')] : []),
  ].join(' · ');
}

/** What a site holds until when, what it read and what was refused, on one line. */
export function overviewLine({ grants, reads, lastReadAtMs, refused }: VendorOverview): string {
  const active = grants.filter(({ status }) => status === 'active');
  const last = lastToEnd(active);
  return [
    last ? `${tn('dashboard_site_holds', active.length)} ${grantEnd(last)}` : t('dashboard_site_holds_none'),
    lastReadAtMs === undefined
      ? t('dashboard_site_reads_none')
      : tn('dashboard_site_reads', reads, formatTime(lastReadAtMs)),
    ...(refused > 0 ? [tn('dashboard_site_refused', refused)] : []),
  ].join(' · ');
}
