/**
 * A short print of a record's content: equal for equal content, whenever it was written.
 *
 * `updatedAt` is left out, since an undo writes the old content at a new time. Not for secrets: 64 bits, not cryptographic.
 */
export function fingerprint(record: object): string {
  const text = canonicalJson(record, 'updatedAt');
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

function canonicalJson(value: unknown, without: string): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([name, one]) => one !== undefined && (inner !== value || name !== without))
            .sort(([left], [right]) => (left < right ? -1 : 1)),
        )
      : inner,
  );
}

function hex(half: number): string {
  return (half >>> 0).toString(16).padStart(8, '0');
}
