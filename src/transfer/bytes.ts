import { FileFault, type FileProblemId } from './file-problem.ts';
import type { Limits } from './limits.ts';

/** Bytes that can be read from the beginning, and again. */
export interface ByteSource {
  readonly path: string;
  /** As it lies packed: at most so many bytes are read to give the others. */
  readonly packedBytes: number;
  /** Whether it comes out of an archive, so that it may be more than was dropped. */
  readonly isPacked: boolean;
  /** Of what is not packed, read in any order. */
  readonly blob?: Blob;
  open(): ReadableStream<Uint8Array>;
}

/** How much came out of everything so far. */
export interface Tally {
  totalBytes: number;
}

/** Enough to tell what a file is. */
const HEAD_BYTES = 4_096;

/** The bytes of a source: those of its beginning, then all of them piece by piece, once. */
export class ByteReader {
  readonly #source: ByteSource;
  readonly #limits: Limits;
  readonly #tally: Tally;
  readonly #signal: AbortSignal | undefined;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #ahead: Uint8Array[] = [];
  /** Read so far. */
  bytes = 0;

  constructor(source: ByteSource, limits: Limits, tally: Tally, signal?: AbortSignal) {
    this.#source = source;
    this.#limits = limits;
    this.#tally = tally;
    this.#signal = signal;
    this.#reader = source.open().getReader();
  }

  /** The first bytes, which `pieces` gives once more. Shorter where the source is. */
  async head(): Promise<Uint8Array> {
    let length = 0;
    while (length < HEAD_BYTES) {
      const piece = await this.#next();
      if (!piece) {
        break;
      }
      this.#ahead.push(piece);
      length += piece.length;
    }
    const head = new Uint8Array(length);
    let at = 0;
    for (const piece of this.#ahead) {
      head.set(piece, at);
      at += piece.length;
    }
    return head;
  }

  /** @throws {FileFault} `bomb`, `too-large` or `damaged` */
  async *pieces(): AsyncGenerator<Uint8Array> {
    const ahead = this.#ahead;
    this.#ahead = [];
    yield* ahead;
    for (let piece = await this.#next(); piece; piece = await this.#next()) {
      yield piece;
    }
  }

  /** Stops reading; whatever unpacks it stops too. */
  async close(): Promise<void> {
    await this.#reader.cancel().catch(() => undefined); // it may have failed already: that was told
  }

  async #next(): Promise<Uint8Array | undefined> {
    this.#signal?.throwIfAborted();
    let read: ReadableStreamReadResult<Uint8Array>;
    try {
      read = await this.#reader.read();
    } catch (error) {
      this.#signal?.throwIfAborted();
      throw error instanceof FileFault ? error : new FileFault('damaged', { detail: String(error).slice(0, 200) });
    }
    if (read.done) {
      return undefined;
    }
    this.bytes += read.value.length;
    this.#tally.totalBytes += read.value.length;
    const problem = this.#overLimit();
    if (problem !== undefined) {
      throw new FileFault(problem);
    }
    return read.value;
  }

  #overLimit(): FileProblemId | undefined {
    const { fileBytes, totalBytes, ratio, ratioFromBytes } = this.#limits;
    const { isPacked, packedBytes } = this.#source;
    const isLarge = this.bytes > fileBytes || this.#tally.totalBytes > totalBytes;
    if (!isPacked) {
      return isLarge ? 'too-large' : undefined;
    }
    const isGrown = this.bytes > ratioFromBytes && this.bytes > ratio * packedBytes;
    return isLarge || isGrown ? 'bomb' : undefined;
  }
}
