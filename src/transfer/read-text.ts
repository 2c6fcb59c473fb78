import { FileFault, placeOf } from './file-problem.ts';
import { wideForm } from './file-kind.ts';
import type { Limits } from './limits.ts';
import { type Shape, shapeOf } from './text-shape.ts';

/** What is thrown where bytes are not of the encoding they are read as. */
class NotOfEncoding extends Error {
  override name = 'NotOfEncoding';
  readonly read: readonly string[];
  readonly piece: Uint8Array;

  constructor(read: readonly string[], piece: Uint8Array) {
    super();
    this.read = read;
    this.piece = piece;
  }
}

/** The encodings to try, the likeliest first. Of the last every byte is a character, so it is tried only where nothing speaks for another. */
function encodingsOf(head: Uint8Array): readonly string[] {
  const wide = wideForm(head);
  if (wide) {
    return [wide];
  }
  const isMarked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  return isMarked ? ['utf-8'] : ['utf-8', 'windows-1252'];
}

/**
 * Decodes a file, without its byte order mark.
 *
 * @param open gives its bytes from the beginning; called again for another encoding
 * @throws {FileFault} `broken-text`, `line-too-long`, `too-large`, and what `open` throws
 */
export async function readText(
  head: Uint8Array,
  open: () => AsyncIterable<Uint8Array>,
  limits: Limits,
): Promise<{ text: string; shape: Shape }> {
  let fault: NotOfEncoding | undefined;
  for (const encoding of encodingsOf(head)) {
    const shape = shapeOf(new TextDecoder(encoding).decode(head));
    try {
      return { text: await decode(open(), encoding, shape, limits), shape };
    } catch (error) {
      if (!(error instanceof NotOfEncoding)) {
        throw error;
      }
      fault = error;
    }
  }
  // The piece once more, with a mark where it breaks, which tells the line.
  const before = fault?.read.join('') ?? '';
  const marked = new TextDecoder(encodingsOf(head)[0]).decode(fault?.piece);
  const at = marked.indexOf('\uFFFD');
  throw new FileFault('broken-text', { line: placeOf(before + marked, before.length + Math.max(at, 0)).line });
}

async function decode(
  pieces: AsyncIterable<Uint8Array>,
  encoding: string,
  shape: Shape,
  limits: Limits,
): Promise<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const texts: string[] = [];
  let bytes = 0;
  /** Length of the line that has not ended yet. */
  let length = 0;
  const add = (piece?: Uint8Array): void => {
    let text: string;
    try {
      text = decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      throw new NotOfEncoding(texts, piece ?? new Uint8Array());
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
