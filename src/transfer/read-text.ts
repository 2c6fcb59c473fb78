import { FileFault, placeOf } from './file-problem.ts';
import { wideForm } from './file-kind.ts';
import type { Limits } from './limits.ts';
import { type Shape, shapeOf } from './text-shape.ts';
import { Utf8Evidence } from './utf8-evidence.ts';
import { isMostlyWide } from './wide-evidence.ts';

/** What is thrown where bytes are not of the encoding they are read as. */
class NotOfEncoding extends Error {
  override name = 'NotOfEncoding';
}

export interface ReadText {
  readonly text: string;
  readonly shape: Shape;
  /** Some bytes were no characters: `\uFFFD` stands for them. */
  readonly isBroken: boolean;
}

/**
 * Decodes a file, without its byte order mark. What is UTF-8 or UTF-16 but for some places is read as that, and not as an encoding in
 * which every byte is a character, since all accents of the file would become two wrong letters each.
 *
 * @param open gives its bytes from the beginning; called again where it is not what it seemed
 * @throws {FileFault} `broken-text`, `line-too-long`, `too-large`, and what `open` throws
 */
export async function readText(
  head: Uint8Array,
  open: () => AsyncIterable<Uint8Array>,
  limits: Limits,
): Promise<ReadText> {
  const wide = wideForm(head);
  const first = await decoded(head, open(), new TextDecoder(wide ?? 'utf-8', { fatal: true }), limits);
  if (first) {
    return { ...first, isBroken: false };
  }
  if (wide || (await isMostlyUtf8(open()))) {
    const marked = await decoded(head, open(), new TextDecoder(wide ?? 'utf-8'), limits);
    if (marked && (!wide || isMostlyWide(marked.text))) {
      return { ...marked, isBroken: true };
    }
  }
  const isMarked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const last = !wide && !isMarked ? await decoded(head, open(), new TextDecoder('windows-1252'), limits) : undefined;
  if (last) {
    return { ...last, isBroken: false };
  }
  throw new FileFault('broken-text', { line: await brokenLine(open(), new TextDecoder(wide ?? 'utf-8')) });
}

/** Undefined where the bytes are not of the decoder's encoding. */
async function decoded(
  head: Uint8Array,
  pieces: AsyncIterable<Uint8Array>,
  decoder: TextDecoder,
  limits: Limits,
): Promise<{ text: string; shape: Shape } | undefined> {
  const shape = shapeOf(new TextDecoder(decoder.encoding).decode(head));
  try {
    return { text: await decode(pieces, decoder, shape, limits), shape };
  } catch (error) {
    if (error instanceof NotOfEncoding) {
      return undefined;
    }
    throw error;
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
async function brokenLine(pieces: AsyncIterable<Uint8Array>, decoder: TextDecoder): Promise<number> {
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
  decoder: TextDecoder,
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
