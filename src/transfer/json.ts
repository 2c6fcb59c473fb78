import { FileFault, placeOf } from './file-problem.ts';

const STRING = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/uy;
const ATOM = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null/uy;
const BLANKS = /[\t\n\r ]*/uy;

/**
 * Reads JSON. How deep it is nested is looked at before, since not every browser survives finding out.
 *
 * @throws {FileFault} `nested-too-deeply` or `broken-json`, with the place
 */
export function parseJson(text: string, maxDepth: number): unknown {
  const tooDeep = placeOfDepth(text, maxDepth);
  if (tooDeep !== undefined) {
    throw new FileFault('nested-too-deeply', placeOf(text, tooDeep));
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    // Each browser words the place otherwise, or leaves it out.
    throw new FileFault('broken-json', { ...placeOf(text, placeOfFault(text)), detail: String(error).slice(0, 200) });
  }
}

/** Where a list or record begins that lies in `maxDepth` others. */
function placeOfDepth(text: string, maxDepth: number): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      at = endOfString(text, at);
    } else if (code === 91 || code === 123) {
      depth += 1;
      if (depth > maxDepth) {
        return at;
      }
    } else if (code === 93 || code === 125) {
      depth -= 1;
    }
  }
  return undefined;
}

/** Where the string ends that begins here; the end of the text where it does not. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 92) {
      at += 1;
    } else if (code === 34) {
      return at;
    }
  }
  return text.length;
}

/** Where a text stops being JSON: the first character that can't stand there, or its end. */
function placeOfFault(text: string): number {
  const open: string[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  /** What may come next: a value, the name of a field, or what follows a value. `first`: the end may come instead. */
  let next: 'value' | 'name' | 'after' = 'value';
  let isFirst = false;
  for (;;) {
    match(BLANKS);
    const character = text.charAt(at);
    if (isFirst && character === (open.at(-1) === '{' ? '}' : ']')) {
      open.pop();
      at += 1;
      next = 'after';
    } else if (next === 'name') {
      if (match(STRING) === undefined) {
        return at;
      }
      match(BLANKS);
      if (text.charAt(at) !== ':') {
        return at;
      }
      at += 1;
      next = 'value';
    } else if (next === 'value') {
      if (character === '{' || character === '[') {
        open.push(character);
        at += 1;
        next = character === '{' ? 'name' : 'value';
        isFirst = true;
        continue;
      }
      if (match(STRING) === undefined && match(ATOM) === undefined) {
        return at;
      }
      next = 'after';
    } else {
      const around = open.at(-1);
      if (around === undefined || (character !== ',' && character !== (around === '{' ? '}' : ']'))) {
        return at;
      }
      at += 1;
      if (character === ',') {
        next = around === '{' ? 'name' : 'value';
      } else {
        open.pop();
      }
    }
    isFirst = false;
  }
}
