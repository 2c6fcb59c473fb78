const PLAIN_ASCII = /^[a-z0-9]+(?: [a-z0-9]+)*$/u;
const ACCENTS = /[\u0300-\u036f]+/gu;
const GAPS = /[\s._,\-‐-―]+/gu;

/** Longer names are cut: what a page or a file sends must not decide how much is kept. UTF-16 units. */
const MAX_LENGTH = 100;

/**
 * A name as it is compared: without case, accents, or a care for spaces, dots and hyphens,
 * so that 'J.R.R. Tolkien' and 'J. R. R. TOLKIEN' are one maker. Other signs stay: 'C++' is not 'C'.
 * Empty when the text says nothing.
 */
export function normalName(text: string): string {
  const lower = text.slice(0, MAX_LENGTH).toLowerCase();
  if (PLAIN_ASCII.test(lower)) {
    return lower;
  }
  return lower.normalize('NFKD').replace(ACCENTS, '').toLowerCase().replace(GAPS, ' ').trim().slice(0, MAX_LENGTH);
}
