import { checkDigit } from './gtin.ts';

/**
 * The book number in `raw` as 13 digits: ISBN-10 becomes 978….
 *
 * @returns `undefined` when it is none, or its check digit is wrong. 979-0 is sheet music (ISMN), not a book.
 */
export function isbn13(raw: string): string | undefined {
  const compact = raw.replace(/^\s*isbn(?:-?1[03])?[\s:]*/iu, '').replace(/[\s-]/gu, '');
  if (/^\d{9}[\dx]$/iu.test(compact)) {
    const core = `978${compact.slice(0, 9)}`;
    return isbn10Check(compact.slice(0, 9)) === compact.slice(9).toUpperCase() ? core + checkDigit(core) : undefined;
  }
  return /^97(?:8|9[1-9])\d+$/u.test(compact) &&
    compact.length === 13 &&
    checkDigit(compact.slice(0, 12)) === compact[12]
    ? compact
    : undefined;
}

function isbn10Check(digits: string): string {
  let sum = 0;
  for (let index = 0; index < 9; index += 1) {
    sum += Number(digits[index]) * (10 - index);
  }
  const rest = (11 - (sum % 11)) % 11;
  return rest === 10 ? 'X' : String(rest);
}
