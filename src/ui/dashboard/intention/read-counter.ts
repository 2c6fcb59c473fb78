import type { Counter } from '../../../domain/counter.ts';
import type { Quote } from '../../../domain/quote.ts';
import { readAmount } from '../../read-amount.ts';

/** A counter as it was typed; what was left empty is as quoted. */
export interface TypedCounter {
  readonly total: string;
  readonly lines: readonly { readonly offer: string; readonly amount: string }[];
  readonly words: string;
}

/** @returns what is wrong with it, where something is: nothing was said, or something is no amount in the quote's currency */
export function readCounter(
  { id, currency }: Quote,
  { total, lines, words }: TypedCounter,
): Counter | 'empty' | 'amount' {
  const said = lines.filter(({ amount }) => amount.trim() !== '');
  const whole = total.trim() === '' ? undefined : readAmount(total, currency);
  const each = said.map(({ offer, amount }) => ({ offer, amount: readAmount(amount, currency) }));
  if ((total.trim() !== '' && !whole) || each.some(({ amount }) => amount === undefined)) {
    return 'amount';
  }
  const text = words.trim();
  if (!whole && each.length === 0 && text === '') {
    return 'empty';
  }
  return {
    quote: id,
    lines: each.flatMap(({ offer, amount }) => (amount ? [{ offer, amount }] : [])),
    ...(whole && { total: whole }),
    ...(text !== '' && { words: text }),
  };
}
