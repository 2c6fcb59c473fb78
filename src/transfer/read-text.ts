import type { Decoder, Encoding } from './encoding.ts';
import { FileFault, placeOf } from './file-problem.ts';
import { wideForm } from './file-kind.ts';
import type { Limits } from './limits.ts';
import { guessEncoding } from './guess-encoding.ts';
import { type Shape, shapeOf } from './text-shape.ts';
import { Utf32Decoder } from './utf-32-decoder.ts';
import { Utf8Evidence } from './utf8-evidence.ts';
import { isMostlyWide } from './wide-evidence.ts';

/** What is thrown where bytes are not of the encoding they are read as. */
class NotOfEncoding extends Error {
  override name = 'NotOfEncoding';
}

export interface ReadText {
  readonly text: string;
  readonly shape: Shape;
  readonly encoding: Encoding;
  /** Some bytes were no characters: `\uFFFD` stands for them. */
  readonly isBroken: boolean;
}

/** As much of the lines that are not ASCII alone shows what they are. */
const SAMPLE = 65_536;

/**
 * Decodes a file, without its byte order mark. What is UTF-8 or UTF-16 but for some places is read as that, and not as an encoding in
 * which every byte is a character, since all accents of the file would become two wrong letters each.
 *
 * @param open gives its bytes from the beginning; called again where it is not what it seemed
 * @param chosen - what the person says it is; told by its bytes when absent
 * @throws {FileFault} `broken-text`, `line-too-long`, `too-large`, and what `open` throws
 */
export async function readText(
  head: Uint8Array,
  open: () => AsyncIterable<Uint8Array>,
  limits: Limits,
  chosen?: Encoding,
): Promise<ReadText> {
  const read = async (encoding: Encoding, isFatal: boolean): Promise<Omit<ReadText, 'isBroken'> | undefined> => {
    const text = await decoded(head, open(), () => decoderOf(encoding, isFatal), limits);
    return text && { ...text, encoding };
  };
  const wide = wideForm(head);
  const first = await read(chosen ?? wide ?? 'utf-8', true);
  if (first) {
    return { ...first, isBroken: false };
  }
  if (chosen || wide || (await isMostlyUtf8(open()))) {
    const marked = await read(chosen ?? wide ?? 'utf-8', false);
    if (marked && (chosen || !wide || isMostlyWide(marked.text))) {
      return { ...marked, isBroken: true };
    }
  }
  const isMarked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const guess = wide || isMarked ? undefined : (guessEncoding(await sampleOf(open())) ?? 'windows-1252');
  const last = guess && ((await read(guess, true)) ?? (await read('windows-1252', false)));
  if (last) {
    return { ...last, isBroken: false };
  }
  throw new FileFault('broken-text', { line: await brokenLine(open(), decoderOf(wide ?? 'utf-8', false)) });
}

function decoderOf(encoding: Encoding, isFatal: boolean): Decoder {
  return encoding === 'utf-32le' || encoding === 'utf-32be'
    ? new Utf32Decoder(encoding === 'utf-32le', isFatal)
    : new TextDecoder(encoding, { fatal: isFatal });
}

/** Bytes of the lines that are not ASCII alone, so that a rare name in a long file tells as much as a file of them. */
async function sampleOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const sample: number[] = [];
  let line: number[] = [];
  let isOther = false;
  for await (const piece of pieces) {
    for (const byte of piece) {
      line.push(byte);
      isOther ||= byte > 0x7f;
      if (byte === 10 || byte === 13 || line.length === SAMPLE) {
        if (isOther) {
          sample.push(...line);
        }
        line = [];
        isOther = false;
      }
    }
    if (sample.length >= SAMPLE) {
      break;
    }
  }
  return new Uint8Array(isOther ? [...sample, ...line] : sample);
}

/** Undefined where the bytes are not of the decoder's encoding. */
async function decoded(
  head: Uint8Array,
  pieces: AsyncIterable<Uint8Array>,
  makeDecoder: () => Decoder,
  limits: Limits,
): Promise<{ text: string; shape: Shape } | undefined> {
  try {
    const shape = shapeOf(headOf(makeDecoder(), head));
    return { text: await decode(pieces, makeDecoder(), shape, limits), shape };
  } catch (error) {
    if (error instanceof NotOfEncoding) {
      return undefined;
    }
    throw error;
  }
}

/** The beginning of a text, which may end within a character. */
function headOf(decoder: Decoder, head: Uint8Array): string {
  try {
    return decoder.decode(head, { stream: true });
  } catch {
    throw new NotOfEncoding();
  }
}

async function isMostlyUtf8(pieces: AsyncIterable<Uint8Array>): Promise<boolean> {
  const evidence = new Utf8Evidence();
  for await (const piece of pieces) {
    evidence.add(piece);
  }
  evidence.end();
  return evidence.isLikely;
}

/** The line of the first place that is of no encoding. */
async function brokenLine(pieces: AsyncIterable<Uint8Array>, decoder: Decoder): Promise<number> {
  const texts: string[] = [];
  for await (const piece of pieces) {
    const text = decoder.decode(piece, { stream: true });
    texts.push(text);
    if (text.includes('\uFFFD')) {
      break;
    }
  }
  const whole = `${texts.join('')}${decoder.decode()}`;
  return placeOf(whole, Math.max(0, whole.indexOf('\uFFFD'))).line;
}

async function decode(
  pieces: AsyncIterable<Uint8Array>,
  decoder: Decoder,
  shape: Shape,
  limits: Limits,
): Promise<string> {
  const texts: string[] = [];
  let bytes = 0;
  /** Length of the line that has not ended yet. */
  let length = 0;
  const add = (piece?: Uint8Array): void => {
    let text: string;
    try {
      text = decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      throw new NotOfEncoding();
    }
    texts.push(text);
    if (shape === 'lines') {
      const first = text.search(/[\n\r]/u);
      if (length + (first < 0 ? text.length : first) > limits.lineLength) {
        const before = texts.slice(0, -1).join('');
        throw new FileFault('line-too-long', { line: placeOf(before, before.length).line });
      }
      length = first < 0 ? length + text.length : text.length - 1 - lastBreak(text);
    }
  };
  for await (const piece of pieces) {
    bytes += piece.length;
    if (shape !== 'lines' && bytes > limits.documentBytes) {
      throw new FileFault('too-large');
    }
    add(piece);
  }
  add();
  return texts.join('');
}

function lastBreak(text: string): number {
  return Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
}
