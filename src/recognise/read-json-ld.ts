import { elementsOf } from './elements.ts';
import { addValue, localName, newThing, type Thing } from './thing.ts';

const MAX_SCRIPTS = 50;
const MAX_CHARACTERS = 2_000_000;
const MAX_THINGS = 5000;
const MAX_DEPTH = 12;

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
    if (left > 0) {
      collect(things, parseLeniently(text), 0);
    }
  }
  return things;
}

/** Parses JSON as pages write it: in a CDATA or HTML comment, with raw line breaks, comments, trailing commas. */
export function parseLeniently(text: string): unknown {
  const bare = text
    .trim()
    .replace(/^(?:\/[*/]\s*)?<!(?:\[CDATA\[|--)\s*(?:\*\/)?/u, '')
    .replace(/(?:\/[*/]\s*)?(?:\]\]|--)>(?:\s*\*\/)?[\s;]*$/u, '');
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

/**
 * Drops comments and commas before a closing bracket, and escapes control characters inside strings. Strings and
 * comments that do not end go to the end, so that no character is looked at over and over.
 */
function mend(text: string): string {
  return text.replace(
    /"(?:[^"\\]|\\[\s\S])*"?|\/\*[\s\S]*?(?:\*\/|(?![\s\S]))|<!--[\s\S]*?(?:-->|(?![\s\S]))|^[ \t]*\/\/.*$|,(?=\s*[}\]])|;\s*$/gmu,
    (piece) => (piece.startsWith('"') ? piece.replace(/[\u0000-\u001F]/gu, ' ') : ''),
  );
}

function collect(things: Thing[], value: unknown, depth: number, holder?: Thing, role = ''): void {
  if (depth > MAX_DEPTH || things.length >= MAX_THINGS) {
    return;
  }
  if (Array.isArray(value)) {
    for (const one of value.slice(0, 2000)) {
      collect(things, one, depth + 1, holder, role);
    }
  } else if (typeof value === 'object' && value !== null) {
    collectObject(things, value as Record<string, unknown>, depth, holder, role);
  } else if (holder && role !== '' && (typeof value === 'string' || typeof value === 'number')) {
    addValue(holder, role, String(value).slice(0, 2048));
  }
}

function collectObject(
  things: Thing[],
  object: Record<string, unknown>,
  depth: number,
  holder?: Thing,
  role = '',
): void {
  const types = [object['@type']].flat().filter((type) => typeof type === 'string');
  const thing = newThing(
    types.slice(0, 10).map(localName),
    role === '' ? undefined : holder,
    role === '' ? undefined : role,
  );
  things.push(thing);
  for (const key of Object.keys(object).slice(0, 200)) {
    if (key === '@graph') {
      collect(things, object[key], depth + 1);
    } else if (key === '@id' || !key.startsWith('@')) {
      collect(things, object[key], depth + 1, thing, localName(key));
    }
  }
}
