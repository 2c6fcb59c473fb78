/**
 * Prefixes that GS1 leaves to whoever prints them, on the 13 digits after the indicator: in-store numbers (02, 04, 20–29),
 * coupons and refund slips (05, 98, 99). A number of eight digits stands behind five more zeros and has its own range.
 */
const RESTRICTED = /^(?:00000[02]|02|04|05|2|9(?:8|9))/u;

/**
 * The global trade item number in `raw` (EAN-8, UPC-A, EAN-13, GTIN-14) as 14 digits.
 *
 * Spaces and hyphens between the digits are dropped.
 * @returns `undefined` when there is anything else in it, the length or the check digit is wrong, or its prefix is a shop's own.
 */
export function gtin14(raw: string): string | undefined {
  const digits = raw.replace(/[\s-]/gu, '');
  if (!/^(?:\d{8}|\d{12,14})$/u.test(digits)) {
    return undefined;
  }
  const padded = digits.padStart(14, '0');
  return checkDigit(padded.slice(0, -1)) === padded.at(-1) && !RESTRICTED.test(padded.slice(1)) ? padded : undefined;
}

/** The GS1 check digit that follows `digits`: weights 3 and 1 in turn, from the right. */
export function checkDigit(digits: string): string {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    sum += Number(digits[digits.length - 1 - index]) * (index % 2 === 0 ? 3 : 1);
  }
  return String((10 - (sum % 10)) % 10);
}
