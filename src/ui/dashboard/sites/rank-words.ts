import type { RankCause } from '../../../domain/disclosure.ts';
import { formatNumber } from '../../format.ts';
import { t, tn } from '../../i18n.ts';

/** One cause for a place in an order, in words: 'because you rated 3 things by Agnès Varda (86 of 100)'. */
export function causeText(cause: RankCause): string {
  const text = reason(cause);
  return cause.value === undefined ? text : t('dashboard_rank_valued', text, formatNumber(Math.round(cause.value)));
}

function reason({ kind, of = '', count = 1 }: RankCause): string {
  const name = `\u2068${of}\u2069`; // isolated: whatever direction it is read in, the sentence around it keeps its own
  switch (kind) {
    case 'rated':
      return t('dashboard_rank_rated');
    case 'average':
      return t('dashboard_rank_average');
    case 'preferred':
    case 'unmet':
    case 'avoided':
    case 'never':
      return t(`dashboard_rank_${kind}`, name);
    case 'creator':
    case 'series':
    case 'genre':
    case 'era':
    case 'brand':
      return tn(`dashboard_rank_${kind}`, count, name);
  }
}
