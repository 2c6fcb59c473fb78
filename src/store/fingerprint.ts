/** When it was written or deleted: an undo does it at a new time. */
const TIMES: ReadonlySet<string> = new Set(['updatedAt', 'deletedAt']);
const WRITTEN: ReadonlySet<string> = new Set(['updatedAt']);

/**
 * A short print of a record's content: equal for equal content, whenever it was written. Not for secrets: 64 bits, not
 * cryptographic.
 */
export function fingerprint(record: object): string {
  return printOf(canonicalJson(record, TIMES));
}

/** As journals up to November 2026 hold it of what was deleted: with the time of that. */
export function earlierFingerprint(record: object): string {
  return printOf(canonicalJson(record, WRITTEN));
}

function printOf(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return `${hex(high)}${hex(low)}`;
}

/** As JSON, with the names of every object in order and without what is undefined. Built by hand: an import prints 100,000. */
function canonicalJson(value: unknown, without?: ReadonlySet<string>): string {
  if (Array.isArray(value)) {
    return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`;
  }
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value);
  }
  const parts: string[] = [];
  for (const name of Object.keys(value).sort()) {
    const one = (value as Record<string, unknown>)[name];
    if (one !== undefined && without?.has(name) !== true) {
      parts.push(`${JSON.stringify(name)}:${canonicalJson(one)}`);
    }
  }
  return `{${parts.join(',')}}`;
}

function hex(half: number): string {
  return (half >>> 0).toString(16).padStart(8, '0');
}
