import type { Decoder } from './encoding.ts';

const MARK = 0xfe_ff;
const REPLACEMENT = '\uFFFD';

/** Reads UTF-32, which no browser does: four bytes are one character. */
export class Utf32Decoder implements Decoder {
  readonly #isLittle: boolean;
  readonly #isFatal: boolean;
  /** Bytes of a character that has begun. */
  #rest: number[] = [];
  #isFirst = true;

  constructor(isLittle: boolean, isFatal: boolean) {
    this.#isLittle = isLittle;
    this.#isFatal = isFatal;
  }

  decode(piece: Uint8Array = new Uint8Array(), { stream = false }: { readonly stream?: boolean } = {}): string {
    const characters: string[] = [];
    for (const byte of piece) {
      this.#rest.push(byte);
      if (this.#rest.length === 4) {
        characters.push(this.#character());
        this.#rest = [];
      }
    }
    if (!stream && this.#rest.length > 0) {
      this.#rest = [];
      characters.push(this.#broken());
    }
    return characters.join('');
  }

  #character(): string {
    const bytes = this.#isLittle ? [...this.#rest].reverse() : this.#rest;
    const code = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
    const isMark = this.#isFirst && code === MARK;
    this.#isFirst = false;
    return isMark
      ? ''
      : code > 0x10_ff_ff || (code >= 0xd8_00 && code <= 0xdf_ff)
        ? this.#broken()
        : String.fromCodePoint(code);
  }

  #broken(): string {
    if (this.#isFatal) {
      throw new TypeError('No character of UTF-32.');
    }
    return REPLACEMENT;
  }
}
