const CONTINUATION_FROM = 0x80;
const CONTINUATION_TO = 0xbf;

/**
 * Counts, piece by piece, what speaks for UTF-8 in bytes and what against it. Holds nothing of them.
 *
 * Windows-1252 makes a sequence of UTF-8 by chance only where a capital with an accent stands before a sign (`Ü“`), so that
 * even in German hardly any comes up beside the many accents that are none. Of UTF-8 with a broken place the reverse holds.
 */
export class Utf8Evidence {
  /** Well-formed sequences of two bytes and more. */
  valid = 0;
  /** Bytes, or beginnings of sequences, that are of none: what a decoder puts a mark for. */
  invalid = 0;
  /** How many bytes the sequence that has begun still needs. */
  #missing = 0;
  /** What its next byte has to be. */
  #from = CONTINUATION_FROM;
  #to = CONTINUATION_TO;

  add(piece: Uint8Array): void {
    for (const byte of piece) {
      if (this.#missing > 0) {
        if (byte >= this.#from && byte <= this.#to) {
          this.#missing -= 1;
          this.valid += this.#missing === 0 ? 1 : 0;
          this.#expect();
          continue;
        }
        this.#missing = 0;
        this.invalid += 1;
      }
      if (byte > 0x7f) {
        this.#begin(byte);
      }
    }
  }

  /** No byte follows: a sequence that has begun stays broken. */
  end(): void {
    this.invalid += this.#missing > 0 ? 1 : 0;
    this.#missing = 0;
  }

  /** More of it is UTF-8 than is not. */
  get isLikely(): boolean {
    return this.valid > this.invalid;
  }

  #begin(byte: number): void {
    if (byte < 0xc2 || byte > 0xf4) {
      this.invalid += 1;
      return;
    }
    this.#missing = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    // No longer forms of what is shorter, no halves of pairs, nothing behind the last character.
    this.#expect(
      byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : undefined,
      byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : undefined,
    );
  }

  #expect(from = CONTINUATION_FROM, to = CONTINUATION_TO): void {
    this.#from = from;
    this.#to = to;
  }
}
