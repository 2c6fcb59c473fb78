/** Money as the examples count it: whole cents, never a fraction, and decimal text on the wire. */

/** @param {number} cents @returns `'12.50'` */
export function euros(cents) {
  const sign = cents < 0 ? '-' : '';
  const whole = String(Math.abs(cents)).padStart(3, '0');
  return `${sign}${whole.slice(0, -2)}.${whole.slice(-2)}`;
}

/** @param {string} text `'12.5'`, as prices are written on the wire @returns cents; parts of one are left out */
export function centsOf(text) {
  const [whole, part = ''] = text.split('.');
  return Number(whole) * 100 + Number(part.slice(0, 2).padEnd(2, '0'));
}

/**
 * What a thing costs in an example, which has to have a price for whatever is asked for: between 20 and 220 euros, the same for the
 * same name.
 *
 * @param {string} name
 */
export function priceOf(name) {
  let sum = 7;
  for (const character of name.toLowerCase()) {
    sum = (sum * 31 + character.codePointAt(0)) % 20_000;
  }
  return 2_000 + Math.floor(sum / 100) * 100;
}

/** A moment some days from now, at a whole minute. */
export function inDays(days) {
  return new Date(Math.floor(Date.now() / 60_000) * 60_000 + days * 86_400_000).toISOString();
}
