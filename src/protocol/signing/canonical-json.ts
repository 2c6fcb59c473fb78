import { AppError } from '../../domain/errors.ts';

/** Deeper than any message of ours; what is deeper was made to exhaust whoever reads it. */
const MOST_DEPTH = 32;

/**
 * The one text of a JSON value (RFC 8785, JCS): names sorted by their UTF-16 units, no blanks, numbers and texts as
 * ECMAScript prints them. Whoever signs and whoever checks get the same bytes of it, whatever the JSON looked like on its way.
 *
 * @throws {AppError} `bad-request` if it is no JSON value: not finite, `undefined`, half of a surrogate pair, nested deeper than 32.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (depth > MOST_DEPTH) {
    throw new AppError('bad-request', `Nested deeper than ${MOST_DEPTH}.`);
  }
  switch (typeof value) {
    case 'string':
      return writeText(value);
    case 'number':
      return writeNumber(value);
    case 'boolean':
      return String(value);
    case 'object':
      return value === null
        ? 'null'
        : Array.isArray(value)
          ? `[${Array.from(value, (item: unknown) => write(item, depth + 1)).join(',')}]`
          : writeObject(value as Readonly<Record<string, unknown>>, depth);
    default:
      throw new AppError('bad-request', 'Not a JSON value.');
  }
}

/** The order of `sort` is that of UTF-16 units, which is what the RFC asks for. */
function writeObject(object: Readonly<Record<string, unknown>>, depth: number): string {
  const names = Object.keys(object).sort();
  return `{${names.map((name) => `${writeText(name)}:${write(object[name], depth + 1)}`).join(',')}}`;
}

/** `JSON.stringify` escapes as the RFC does, but for a lone surrogate, which the RFC has no text for. */
function writeText(text: string): string {
  if (!text.isWellFormed()) {
    throw new AppError('bad-request', 'A text with half of a surrogate pair.');
  }
  return JSON.stringify(text);
}

/** As ECMAScript prints a number is what the RFC took over, minus nothing included. */
function writeNumber(number: number): string {
  if (!Number.isFinite(number)) {
    throw new AppError('bad-request', 'A number that is not finite.');
  }
  return JSON.stringify(number);
}
