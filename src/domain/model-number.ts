/** What shops write where a brand or a part number is wanted and there is none. */
const NOTHING = /^(?:unbranded|nobrand|generic|unknown|others?|none|null|na|doesnotapply|notapplicable|markenlos)$/u;

/** A brand as a name: letters and digits only, small, without accents. Empty when it says that there is none. */
export function foldBrand(text: string): string {
  const folded = fold(text).toLowerCase();
  return NOTHING.test(folded) ? '' : folded;
}

/**
 * A maker's part number as a name: letters and digits only, capital. Empty when it cannot be one: it has no digit,
 * is shorter than three characters, or says that there is none.
 */
export function foldModel(text: string): string {
  const folded = fold(text).toUpperCase();
  return folded.length < 3 || folded.length > 60 || !/\d/u.test(folded) ? '' : folded;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');
}
