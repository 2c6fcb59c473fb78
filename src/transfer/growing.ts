import type { Identifier } from '../domain/identifier.ts';
import type { ItemFacts } from '../domain/item.ts';
import type { Moment } from '../domain/moment.ts';
import type { SourceContent, SourceRecordId } from '../domain/source-record.ts';
import type { Entry, FormerNaming, Remark } from './entry.ts';
import { GrowingContent } from './growing-content.ts';
import { SaidByFile } from './said-by-file.ts';
import type { SaidRows } from './said-rows.ts';

/** A remark, and in which of the files. */
export interface FileRemark extends Remark {
  readonly file: number;
}

/** A row, and which of the files it is in. */
export interface GatheredRow extends Entry {
  readonly file: number;
  readonly kind: string;
}

/** What rows of one name say, joined. */
export interface Growing {
  readonly source: string;
  facts: ItemFacts | undefined;
  readonly content: GrowingContent;
  /** Which kind of file said it first; empty while none did. */
  from: string;
  /** What each kind of file said, once there are two. */
  parts?: Map<string, GrowingContent>;
  /** The kind of file of its first row. */
  firstKind?: string;
  /** How each kind of file describes it, once there are two. */
  partFacts?: Map<string, ItemFacts>;
  /** What each file says of it. */
  readonly saidBy: SaidByFile;
  /** File and line of each row, in turns. */
  readonly places: number[];
  /** The last row with a mark. */
  rated?: { readonly file: number; readonly line: number; readonly at: Moment | undefined };
  /** Of its rows as of one thing. */
  readonly remarks: FileRemark[];
  /** All of them, where a later one may show that they are not of one thing. */
  readonly rows: GatheredRow[];
  /** What the source calls it itself: the first of each scheme. */
  readonly ownIds: Identifier[];
  /** What it was called before, by that; absent for most. */
  former?: Map<SourceRecordId, FormerNaming>;
  /** Those that count copies; absent while there are none. */
  said?: SaidRows;
}

/** Nothing yet. */
export function seedOf(source: string): Growing {
  const content = new GrowingContent();
  const saidBy = new SaidByFile();
  return { source, facts: undefined, content, from: '', saidBy, places: [], remarks: [], rows: [], ownIds: [] };
}

export function growBy(growing: Growing, file: number, { line, facts, content }: Entry, kind: string): void {
  growing.places.push(file, line);
  growFacts(growing, kind, facts);
  growing.facts = growing.facts === undefined ? facts : joinFacts(growing.facts, facts);
  if (content !== undefined) {
    const { rated } = growing;
    const isSameFile = rated?.file === file;
    growParts(growing, kind, content, isSameFile);
    const { contradicts, cut } = growing.content.add(content, isSameFile);
    for (const reason of cut) {
      growing.remarks.push({ file, line, reason, isSkipped: false });
    }
    const present = content.ratings?.at(-1);
    if (contradicts) {
      const over = rated && rated.at === present?.at ? { over: { file: rated.file, line: rated.line } } : {};
      growing.remarks.push({ file, line, reason: 'contradicts', ...over, isSkipped: false });
    }
    if (present) {
      growing.rated = { file, line, at: present.at };
    }
  }
}

/** Told apart only once there are two kinds. Before the row's facts are joined to those of all. */
function growFacts(growing: Growing, kind: string, facts: ItemFacts): void {
  growing.firstKind ??= kind;
  if (growing.partFacts !== undefined || growing.firstKind !== kind) {
    growing.partFacts ??= new Map(growing.facts && [[growing.firstKind, growing.facts]]);
    const known = growing.partFacts.get(kind);
    growing.partFacts.set(kind, known === undefined ? facts : joinFacts(known, facts));
  }
}

/** Told apart only once there are two kinds: most things are in one file. */
function growParts(growing: Growing, kind: string, content: SourceContent, isSameFile: boolean): void {
  if (growing.content.isEmpty) {
    growing.from = kind;
  } else if (growing.parts !== undefined || growing.from !== kind) {
    growing.parts ??= new Map([[growing.from, new GrowingContent(growing.content.content)]]);
    const said = growing.parts.get(kind) ?? new GrowingContent();
    growing.parts.set(kind, said);
    // What is cut here is cut from what all say, too, and told there.
    said.add(content, isSameFile);
  }
}

export function contentsOf(parts: ReadonlyMap<string, GrowingContent>): Record<string, SourceContent> {
  return Object.fromEntries([...parts].flatMap(([kind, { content }]) => (content ? [[kind, content]] : [])));
}

/** The first to say something is believed, but a kind that says nothing; identifiers are all kept. */
function joinFacts(one: ItemFacts, other: ItemFacts): ItemFacts {
  const isNamed = one.name !== '';
  const missing = other.identifiers.filter((identifier) => !one.identifiers.includes(identifier));
  return {
    ...other,
    ...one,
    kind: (isNamed || other.name === '') && one.kind !== 'CreativeWork' ? one.kind : other.kind,
    name: isNamed ? one.name : other.name,
    identifiers: missing.length === 0 ? one.identifiers : [...one.identifiers, ...missing],
  };
}
