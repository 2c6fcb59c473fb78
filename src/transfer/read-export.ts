import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { EXPORT_TABLES, EXPORT_VERSION, type ExportHead, type ExportTable } from './export-lines.ts';
import { endSchema, headSchema } from './export-schema.ts';
import { LINE_BYTES, recordFault } from './record-fault.ts';

/** Why a file, or a line of it, is no good. Each has a text in the interface: `backup_rule_<rule>`. */
export const EXPORT_RULES = [
  'not-an-export', // the first line is not the head of one
  'empty', // the file has nothing in it at all; told by who opens it, since what is unpacked may be cut off before anything
  'later-version', // a later Sayso wrote it
  'no-json', // the line is no JSON
  'unknown-table', // of no table that an export has
  'bad-record', // not what a record of its table can be
  'twice', // a record with this key was there already
  'too-long', // a line longer than any of Sayso's
  'too-large', // a file larger than any of Sayso's
  'no-end', // the file breaks off: its last line is not there
  'wrong-count', // more or fewer records than the file says it has
  'wrong-hash', // something was changed after it was written
] as const;
export type ExportRule = (typeof EXPORT_RULES)[number];

export interface ExportProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly rule: ExportRule;
  readonly table?: ExportTable;
  /** With `bad-record`: which field, and what is wrong with it, for those who look closely. */
  readonly detail?: string;
}

/** Records of one table by their keys. */
export type ExportRecords = ReadonlyMap<string, object>;

export type ReadExport =
  | { readonly isGood: true; readonly head: ExportHead; readonly tables: ReadonlyMap<ExportTable, ExportRecords> }
  | { readonly isGood: false; readonly problems: readonly ExportProblem[]; readonly problemCount: number };

export interface ExportLimits {
  readonly lineLength: number;
  readonly totalBytes: number;
}

const LIMITS: ExportLimits = { lineLength: LINE_BYTES, totalBytes: 4_000_000_000 };

/** How the head of an export begins, and that of a sealed one. */
const START = '{"sayso":"';

/** So many problems are told; the rest is counted. */
const TOLD = 100;

/** The name of each table's key. */
export const EXPORT_KEYS: Readonly<Record<ExportTable, string>> = {
  ...(Object.fromEntries(EXPORT_TABLES.map((table) => [table, 'id'])) as Record<ExportTable, string>),
  meta: 'key',
  identifiers: 'key',
  ratings: 'itemId',
  vendors: 'origin',
  refusedJoins: 'key',
  settings: 'key',
};

/**
 * Reads an export and checks every line of it. All of it is good or none: what is wrong is told by line.
 *
 * Total but for what `chunks` throws.
 */
export async function readExport(
  chunks: AsyncIterable<Uint8Array>,
  limits: ExportLimits = LIMITS,
): Promise<ReadExport> {
  const reader = new ExportReader(limits);
  for await (const chunk of chunks) {
    if (!reader.take(chunk)) {
      break;
    }
  }
  return reader.finish();
}

class ExportReader {
  readonly #limits: ExportLimits;
  readonly #hash = sha256.create();
  // A byte order mark is none of ours: it makes the first line no JSON.
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #tables = new Map<ExportTable, Map<string, object>>(EXPORT_TABLES.map((table) => [table, new Map()]));
  readonly #problems: ExportProblem[] = [];
  #problemCount = 0;
  #head: ExportHead | undefined;
  /** Bytes of a line that has not ended. */
  #open: Uint8Array[] = [];
  #openBytes = 0;
  #totalBytes = 0;
  #line = 0;
  #records = 0;
  #hasEnd = false;
  /** The last line has no end, and is no whole one. */
  #isCut = false;
  #isGivenUp = false;

  constructor(limits: ExportLimits) {
    this.#limits = limits;
  }

  /** @returns whether there is any use in more */
  take(chunk: Uint8Array): boolean {
    this.#totalBytes += chunk.length;
    if (this.#totalBytes > this.#limits.totalBytes) {
      this.#giveUp('too-large');
    }
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0 && !this.#isGivenUp; end = chunk.indexOf(10, from)) {
      this.#keepOpen(chunk.subarray(from, end + 1));
      this.#endLine();
      from = end + 1;
    }
    if (from < chunk.length && !this.#isGivenUp) {
      this.#keepOpen(chunk.slice(from));
    }
    return !this.#isGivenUp;
  }

  finish(): ReadExport {
    if (this.#openBytes > 0 && !this.#isGivenUp) {
      this.#endLine({ isLast: true });
    }
    if (!this.#isGivenUp && !this.#hasEnd) {
      this.#line += this.#isCut ? 0 : 1;
      this.#problem('no-end');
    }
    return this.#problemCount === 0 && this.#head
      ? { isGood: true, head: this.#head, tables: this.#tables }
      : { isGood: false, problems: this.#problems, problemCount: this.#problemCount };
  }

  #keepOpen(bytes: Uint8Array): void {
    this.#openBytes += bytes.length;
    if (this.#openBytes > this.#limits.lineLength) {
      this.#line += 1;
      this.#giveUp(this.#head ? 'too-long' : 'not-an-export');
    } else {
      this.#open.push(bytes);
    }
  }

  /** @param isLast - the file ends with it: no line end was there */
  #endLine({ isLast }: { readonly isLast: boolean } = { isLast: false }): void {
    if (this.#isGivenUp) {
      return;
    }
    this.#line += 1;
    const parts = this.#open;
    this.#open = [];
    this.#openBytes = 0;
    const text = parts.map((part) => this.#decoder.decode(part, { stream: true })).join('') + this.#decoder.decode();
    const value = parsed(text);
    this.#isCut = isLast && value === undefined && (this.#head !== undefined || isStartOfOurs(text));
    if (this.#isCut && !this.#hasEnd) {
      return;
    }
    if (this.#hasEnd) {
      // What stands behind the end was not written by us.
      this.#problem('wrong-count');
    } else if (!this.#head) {
      this.#begin(value);
    } else if (isObject(value) && value['sayso'] === 'end') {
      this.#end(value);
    } else {
      this.#record(value);
    }
    // The end has the digest of what is before it.
    for (const part of this.#hasEnd ? [] : parts) {
      this.#hash.update(part);
    }
  }

  #begin(value: unknown): void {
    const head = v.safeParse(headSchema, value);
    if (!head.success) {
      this.#giveUp('not-an-export');
    } else if (head.output.version > EXPORT_VERSION) {
      this.#giveUp('later-version');
    } else {
      this.#head = head.output;
    }
  }

  #record(value: unknown): void {
    if (!isObject(value)) {
      this.#problem('no-json');
      return;
    }
    const { table, record, ...others } = value;
    if (!isTable(table) || !isObject(record) || Object.keys(others).length > 0) {
      this.#problem('unknown-table');
      return;
    }
    const fault = recordFault(table, record);
    if (fault !== undefined) {
      this.#problem('bad-record', table, fault);
      return;
    }
    const records = this.#tables.get(table);
    const key = String(record[EXPORT_KEYS[table]]);
    if (records?.has(key)) {
      this.#problem('twice', table);
    }
    records?.set(key, record);
    this.#records += 1;
  }

  #end(value: object): void {
    const end = v.safeParse(endSchema, value);
    this.#hasEnd = true;
    const said = Object.entries(this.#head?.counts ?? {});
    const isCounted =
      said.every(([table, count]) => isTable(table) && this.#tables.get(table)?.size === count) &&
      this.#records === said.reduce((sum, [, count]) => sum + count, 0);
    // With lines that could not be used the numbers are wrong anyway.
    if (!end.success || (this.#problemCount === 0 && (end.output.records !== this.#records || !isCounted))) {
      this.#problem('wrong-count');
    } else if (end.output.sha256 !== bytesToHex(this.#hash.digest())) {
      this.#problem('wrong-hash');
    }
  }

  #problem(rule: ExportRule, table?: ExportTable, detail?: string): void {
    this.#problemCount += 1;
    if (this.#problems.length < TOLD) {
      this.#problems.push({
        line: this.#line,
        rule,
        ...(table !== undefined && { table }),
        ...(detail !== undefined && { detail }),
      });
    }
  }

  /** What is left of the file is not looked at. */
  #giveUp(rule: ExportRule): void {
    this.#problem(rule);
    this.#isGivenUp = true;
  }
}

/** Whether it is as far as it goes how each file of ours begins. */
function isStartOfOurs(text: string): boolean {
  return text.startsWith(START) || START.startsWith(text);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // No JSON is what the caller finds out.
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTable(value: unknown): value is ExportTable {
  return (EXPORT_TABLES as readonly unknown[]).includes(value);
}
