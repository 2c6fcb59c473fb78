import { checkDigit } from './gtin.ts';

/**
 * The book number in `raw` as 13 digits: ISBN-10 becomes 978….
 *
 * @returns `undefined` when it is none, or its check digit is wrong. 979-0 is sheet music (ISMN), not a book.
 */
export function isbn13(raw: string): string | undefined {
  const compact = raw.replace(/^\s*isbn(?:-?1[03])?[\s:]*|[\s-]/giu, '').toUpperCase();
  const core = /^\d{9}[\dX]$/u.test(compact) ? `978${compact.slice(0, 9)}` : compact.slice(0, 12);
  const isRight = compact.length === 10 ? isIsbn10(compact) : core + checkDigit(core) === compact;
  return isRight && /^97(?:8\d|9[1-9])\d{8}$/u.test(core) ? core + checkDigit(core) : undefined;
}

/** Ten digits, the last of which may be X for ten, whose weighted sum 11 divides (ISO 2108:1992). */
function isIsbn10(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < 10; index += 1) {
    sum += (digits[index] === 'X' ? 10 : Number(digits[index])) * (10 - index);
  }
  return sum % 11 === 0;
}
