import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { KEPT } from './kept-limits.ts';

/** The version this code writes, and the latest that it reads. */
export const EXPORT_VERSION = 2;

/** The tables of an export, in the order in which they are written. `meta` has one record: the clock's stamp. */
export const EXPORT_TABLES = [
  'meta',
  'items',
  'identifiers',
  'ratings',
  'versions',
  'merges',
  'preferences',
  'vendors',
  'grants',
  'grantChanges',
  'decisions',
  'disclosures',
  'sourceRecords',
  'intentions',
  'refusedJoins',
  'imports',
  'settings',
  'requests',
  'requestVersions',
  'threads',
  'messages',
  'orders',
  'proposals',
] as const;
export type ExportTable = (typeof EXPORT_TABLES)[number];

export type ExportCounts = Readonly<Partial<Record<ExportTable, number>>>;

/** The first line. */
export interface ExportHead {
  readonly sayso: 'export';
  readonly version: number;
  /** An exact moment, ISO 8601. */
  readonly exportedAt: string;
  readonly counts: ExportCounts;
}

/**
 * Writes an export, line by line: a head, one line a record, an end that counts them and has the SHA-256 of all bytes
 * before it. Nothing waits, so that it can be called inside a transaction; nothing but the digest is kept.
 */
export class ExportLines {
  readonly #hash = sha256.create();
  readonly #encoder = new TextEncoder();
  #records = 0;

  head(exportedAt: string, counts: ExportCounts): Uint8Array<ArrayBuffer> {
    const head: ExportHead = { sayso: 'export', version: EXPORT_VERSION, exportedAt, counts };
    return this.#written(`${JSON.stringify(head)}\n`);
  }

  records(table: ExportTable, records: readonly object[]): Uint8Array<ArrayBuffer> {
    this.#records += records.length;
    return this.#written(records.map((record) => `${JSON.stringify({ table, record })}\n`).join(''));
  }

  end(): Uint8Array<ArrayBuffer> {
    const end = { sayso: 'end', records: this.#records, sha256: bytesToHex(this.#hash.digest()) };
    return this.#encoder.encode(`${JSON.stringify(end)}\n`);
  }

  #written(text: string): Uint8Array<ArrayBuffer> {
    const bytes = this.#encoder.encode(text);
    this.#hash.update(bytes);
    return bytes;
  }
}

/** Settings of this device alone: a folder's handle, keys, when it was last backed up. They are in no export. */
const DEVICE_SETTINGS = /^(?:backup(?:-|$)|relation-key |delivery-details$)/u;

/** Whether a setting can go into an export: it is of the person, not of this device, and is no more than JSON can say. */
export function isPortableSetting({ key, value }: { readonly key: string; readonly value: unknown }): boolean {
  // One of a name that no reader takes would cost the whole file.
  return !DEVICE_SETTINGS.test(key) && key.length <= KEPT.name && isJson(value);
}

function isJson(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) {
    return value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    (Array.isArray(value) || prototype === Object.prototype || prototype === null) && Object.values(value).every(isJson)
  );
}
