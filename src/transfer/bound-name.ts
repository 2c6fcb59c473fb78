import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { cutTo } from './bound-content.ts';
import { KEPT } from './kept-limits.ts';

const PRINT_LETTERS = 16;

/**
 * A name by which records are found, no longer than Sayso keeps. One that is cut ends in a print of all of it: two that
 * begin alike stay two, and the same one is found again.
 */
export function boundName(name: string): string {
  if (name.length <= KEPT.name) {
    return name;
  }
  const print = bytesToHex(sha256(utf8ToBytes(name))).slice(0, PRINT_LETTERS);
  return `${cutTo(name, KEPT.name - PRINT_LETTERS - 2)} #${print}`;
}
