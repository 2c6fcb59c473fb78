import { elementsOf } from './elements.ts';
import { addValue, localName, type Thing } from './thing.ts';

const MAX_SCRIPTS = 50;
const MAX_CHARACTERS = 2_000_000;
const MAX_THINGS = 5000;
const MAX_DEPTH = 12;

/** A parsed value that is still to be read, with where it stands. */
interface Pending {
  readonly value: unknown;
  readonly depth: number;
  readonly holder?: Thing;
  readonly role?: string;
}

/**
 * Every typed thing in the page's JSON-LD, holders before what they hold.
 *
 * Contexts are not resolved: pages write schema.org's names, and nothing is fetched. A script that no mending makes
 * valid is passed over.
 */
export function readJsonLd(root: ParentNode): readonly Thing[] {
  const things: Thing[] = [];
  let left = MAX_CHARACTERS;
  for (const script of elementsOf(root, 'script[type*="ld+json" i]', MAX_SCRIPTS)) {
    const text = script.textContent;
    left -= text.length;
    if (left < 0) {
      break;
    }
    collect(parseLeniently(text), things);
  }
  return things;
}

/** Parses JSON as pages write it: in a CDATA or HTML comment, with raw line breaks, comments, trailing commas. */
export function parseLeniently(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:(?:\/\*|\/\/)?\s*<!\[CDATA\[\s*(?:\*\/)?|<!--)/u, '')
    .replace(/(?:(?:\/\*|\/\/)?\s*\]\]>\s*(?:\*\/)?|(?:\/\/)?\s*-->)\s*;?\s*$/u, '');
  return parse(bare) ?? parse(mend(bare));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON, or nested too deep for the parser: the caller mends it once, then does without.
    return undefined;
  }
}

/** Drops comments and commas before a closing bracket, and escapes control characters inside strings. */
function mend(text: string): string {
  return text
    .replace(/"(?:[^"\\]|\\[\s\S])*"|\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|^\s*\/\/.*$|,(?=\s*[}\]])/gmu, (piece) =>
      piece.startsWith('"') ? piece.replace(/[\u0000-\u001F]/gu, ' ') : '',
    )
    .replace(/;\s*$/u, '');
}

function collect(parsed: unknown, things: Thing[]): void {
  const pending: Pending[] = [{ value: parsed, depth: 0 }];
  for (let next = pending.pop(); next !== undefined && things.length < MAX_THINGS; next = pending.pop()) {
    readOne(next, things, pending);
  }
}

/** Reads one value; what it holds goes on the pile in reverse, so that it is read in the order it was written. */
function readOne(next: Pending, things: Thing[], pending: Pending[]): void {
  const { value, depth, holder, role } = next;
  if (Array.isArray(value)) {
    for (let index = Math.min(value.length, 2000) - 1; index >= 0; index -= 1) {
      pending.push({ ...next, value: value[index] as unknown });
    }
  } else if (typeof value === 'object' && value !== null) {
    if (depth < MAX_DEPTH) {
      readObject(value as Record<string, unknown>, next, things, pending);
    }
  } else if (holder && role !== undefined && (typeof value === 'string' || typeof value === 'number')) {
    addValue(holder, role, String(value).slice(0, 2048));
  }
}

function readObject(object: Record<string, unknown>, at: Pending, things: Thing[], pending: Pending[]): void {
  const { depth, holder, role } = at;
  const keys = Object.keys(object).slice(0, 200);
  const literal = object['@value'];
  if (holder && role !== undefined && literal !== undefined) {
    pending.push({ ...at, value: literal, depth: depth + 1 });
    return;
  }
  const isBag = keys.includes('@graph') && !keys.includes('@type');
  const thing: Thing = {
    types: texts(object['@type']).map(localName),
    properties: new Map(),
    ...(holder && { holder }),
    ...(role !== undefined && { role }),
  };
  if (!isBag) {
    things.push(thing);
    if (holder && role !== undefined) {
      addValue(holder, role, thing);
    }
  }
  for (const key of keys.reverse()) {
    if (key === '@graph') {
      pending.push({ value: object[key], depth: depth + 1 });
    } else if (key === '@id' || !key.startsWith('@')) {
      pending.push({ value: object[key], depth: depth + 1, holder: thing, role: localName(key) });
    }
  }
}

function texts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string').slice(0, 10);
}
