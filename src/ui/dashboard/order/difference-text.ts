import type { Difference } from '../../../app/reconcile.ts';
import { isolated, t } from '../../i18n.ts';

const OF = {
  quantity: 'order_of_quantity',
  'line-amount': 'order_of_amount',
  freight: 'compare_freight',
  handling: 'compare_handling',
  tax: 'compare_tax',
  total: 'compare_total',
  date: 'order_of_date',
  name: 'order_of_name',
} as const satisfies Record<Exclude<Difference['of'], 'line'>, string>;

const HOW = {
  missing: 'order_how_missing',
  added: 'order_how_added',
  less: 'order_how_less',
  more: 'order_how_more',
  'not-comparable': 'order_how_not_comparable',
  earlier: 'order_how_earlier',
  later: 'order_how_later',
  other: 'order_how_other',
  'not-said': 'order_how_not_said',
} as const satisfies Record<Difference['how'], string>;

/** 'Rain cover: missing', 'Freight: more than agreed' */
export function differenceText(difference: Difference): string {
  const how = difference.of === 'name' ? t(HOW.other, isolated(difference.said)) : t(HOW[difference.how]);
  if (difference.of === 'line') {
    return `${isolated(difference.name)}: ${how}`;
  }
  const what = t(OF[difference.of]);
  return 'name' in difference ? `${isolated(difference.name)} – ${what}: ${how}` : `${what}: ${how}`;
}
