import type { Counter } from '../../../domain/counter.ts';
import type { Money } from '../../../domain/money.ts';
import { type Quantity, readQuantity } from '../../../domain/quantity.ts';
import type { Quote } from '../../../domain/quote.ts';
import { readAmount } from '../../read-amount.ts';
import { readTypedNumber } from '../intentions/typed-number.ts';

/** A counter as it was typed; what was left empty, or as it was, is as quoted. */
export interface TypedCounter {
  readonly total: string;
  readonly lines: readonly { readonly offer: string; readonly quantity: string; readonly amount: string }[];
  readonly words: string;
}

/**
 * @returns what is wrong with it, where something is: nothing was said, something is no amount in the quote's currency, or no
 *   number of things
 */
export function readCounter(
  { id, currency, lines: quoted }: Quote,
  { total, lines, words }: TypedCounter,
): Counter | 'empty' | 'amount' | 'quantity' {
  const said = lines.filter(({ amount }) => amount.trim() !== '');
  const whole = total.trim() === '' ? undefined : readAmount(total, currency);
  const amounts = new Map(said.map(({ offer, amount }) => [offer, readAmount(amount, currency)]));
  if ((total.trim() !== '' && !whole) || [...amounts.values()].includes(undefined)) {
    return 'amount';
  }
  const counted = new Map<string, Quantity | undefined>();
  for (const offer of quoted) {
    const typed = lines.find((line) => offer.kind === 'offered' && line.offer === offer.key)?.quantity.trim() ?? '';
    if (offer.kind === 'offered' && typed !== '') {
      const quantity = readQuantity(readTypedNumber(typed) ?? '', offer.quantity.unit);
      if (quantity?.value !== offer.quantity.value) {
        counted.set(offer.key, quantity);
      }
    }
  }
  if ([...counted.values()].includes(undefined)) {
    return 'quantity';
  }
  const each = lines.flatMap(({ offer }) => lineOf(offer, counted.get(offer), amounts.get(offer)));
  const text = words.trim();
  if (!whole && each.length === 0 && text === '') {
    return 'empty';
  }
  return { quote: id, lines: each, ...(whole && { total: whole }), ...(text !== '' && { words: text }) };
}

function lineOf(offer: string, quantity: Quantity | undefined, amount: Money | undefined): Counter['lines'] {
  return quantity || amount ? [{ offer, ...(quantity && { quantity }), ...(amount && { amount }) }] : [];
}
