export type Strength = 'short' | 'weak' | 'good';

/** Shorter ones are refused. */
export const LEAST_LETTERS = 10;

/**
 * A hint, no promise: long, or of several words, and not one letter over and over. At 600,000 rounds a guess a short
 * one of common words still falls.
 */
export function passphraseStrength(passphrase: string): Strength {
  const letters = Array.from(passphrase);
  if (letters.length < LEAST_LETTERS) {
    return 'short';
  }
  const words = passphrase.trim().split(/[\s-]+/u).length;
  const isVaried = new Set(letters).size >= 8;
  return isVaried && (letters.length >= 20 || (words >= 4 && letters.length >= 16)) ? 'good' : 'weak';
}
