import type { KindCopy, WholeCopy } from '../../../domain/vendor-copy.ts';
import { formatList, formatMoment, formatTime } from '../../format.ts';
import { formatMoney } from '../../format-money.ts';
import { isolated, t, tn } from '../../i18n.ts';
import { kindName } from '../../kind-name.ts';

/** One thing that a copy says, and what it is about. */
export interface Row {
  readonly label: string;
  readonly text: string;
}

/** What every copy says, in plain words. */
export function firstRows({ kind, category, neededBy, answerByMs, lapsesAtMs }: KindCopy | WholeCopy): Row[] {
  return [
    row('intention_copy_sort', category.trim() === '' ? kindName(kind) : `${kindName(kind)}: ${isolated(category)}`),
    ...(neededBy === undefined ? [] : [row('intention_copy_needed', formatMoment(neededBy))]),
    row('intention_copy_answer', answerByMs === undefined ? t('intention_copy_answer_day') : formatTime(answerByMs)),
    row('intention_copy_lapses', formatTime(lapsesAtMs)),
  ];
}

/** What the whole copy says beside that and its lines. */
export function restRows(copy: WholeCopy): Row[] {
  const { area, deliveryMethods, paymentMethods, warrantyMonths, budget, fixedPrice, attachments } = copy;
  return [
    ...(area ? [row('intention_copy_area', areaText(area))] : []),
    ...(deliveryMethods.length > 0
      ? [row('intention_copy_delivery', formatList(deliveryMethods.map(methodName)))]
      : []),
    ...(paymentMethods.length > 0 ? [row('intention_copy_payment', formatList(paymentMethods.map(isolated)))] : []),
    ...(warrantyMonths === undefined ? [] : [row('intention_copy_warranty', tn('intention_months', warrantyMonths))]),
    ...(budget ? [row('intention_copy_budget', budgetText(budget))] : []),
    ...(fixedPrice
      ? [
          row(
            'intention_copy_fixed',
            t('intention_copy_fixed_until', formatMoney(fixedPrice.price), formatTime(fixedPrice.deadlineMs)),
          ),
        ]
      : []),
    ...attachments.map((words) => row('intention_copy_words', isolated(words))),
  ];
}

/** 'up to €700.00', 'between €300.00 and €700.00' */
export function budgetText({ min, max }: NonNullable<WholeCopy['budget']>): string {
  return min
    ? t('intention_value_between', formatMoney(min), formatMoney(max))
    : t('intention_value_most', formatMoney(max));
}

function areaText({ country, region }: NonNullable<WholeCopy['area']>): string {
  return region === undefined ? isolated(country) : `${isolated(region)}, ${isolated(country)}`;
}

function methodName(method: WholeCopy['deliveryMethods'][number]): string {
  return t(method === 'delivery' ? 'intention_method_delivery' : 'intention_method_pick_up');
}

function row(key: Parameters<typeof t>[0], text: string): Row {
  return { label: t(key), text };
}
