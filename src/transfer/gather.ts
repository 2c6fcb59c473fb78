import { type Identifier, schemeOf } from '../domain/identifier.ts';
import type { Moment } from '../domain/moment.ts';
import type { ItemFacts } from '../domain/item.ts';
import { type SourceContent, type SourceRecordId, sourceRecordId } from '../domain/source-record.ts';
import { boundContent } from './bound-content.ts';
import { boundName } from './bound-name.ts';
import { type Entry, type Outcome, type Remark } from './entry.ts';
import type { Importer } from './importer.ts';
import { joinContent } from './join-content.ts';
import { SaidRows } from './said-rows.ts';
import { tellApart } from './tell-apart.ts';

/** All that the files of one source say of one thing. */
export interface GatheredThing {
  readonly id: SourceRecordId;
  readonly source: string;
  readonly facts: ItemFacts;
  readonly content: SourceContent;
  /** Which kind of file says it, as a source record's `from`. */
  readonly from?: string;
  /** What each kind of file says, where several do. */
  readonly parts?: Readonly<Record<string, SourceContent>>;
  /** How each kind of file describes it, where several say something; also those that describe it only. */
  readonly partFacts?: Readonly<Record<string, ItemFacts>>;
}

/** A remark, and in which of the files. */
export interface FileRemark extends Remark {
  readonly file: number;
}

/** What the gatherer knows of who reads a file. */
export type GatheredImporter = Pick<Importer, 'source' | 'id' | 'hasOnlyNames'>;

/** A row, and which of the files it is in. */
interface GatheredRow extends Entry {
  readonly file: number;
  readonly kind: string;
}

/** What rows of one name say, joined. */
interface Growing {
  readonly source: string;
  facts: ItemFacts | undefined;
  content: SourceContent | undefined;
  /** Which kind of file said it first; empty while none did. */
  from: string;
  /** What each kind of file said, once there are two. */
  parts?: Map<string, SourceContent>;
  /** The kind of file of its first row. */
  firstKind?: string;
  /** How each kind of file describes it, once there are two. */
  partFacts?: Map<string, ItemFacts>;
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
  /** Those that count copies; absent while there are none. */
  said?: SaidRows;
}

/**
 * Joins what rows say of the same thing: a diary, reviews and a watch-list make one thing of each film. Add all files of an
 * import, then take the things.
 */
export class Gatherer {
  readonly #names = new Map<SourceRecordId, Growing>();
  readonly #remarks: FileRemark[] = [];
  /** Names that are not of one thing. */
  readonly #shared = new Set<SourceRecordId>();
  readonly #kinds = new Set<string>();
  #rows = 0;

  /** Rows added so far. */
  get rows(): number {
    return this.#rows;
  }

  /** Of the files so far, as source records tell of them. */
  get kinds(): ReadonlySet<string> {
    return this.#kinds;
  }

  /** That there is a file of this kind, be it without a row. @param list - what the person says it is a list of */
  begin({ id }: Pick<GatheredImporter, 'id'>, list?: string): void {
    this.#kinds.add(kindOf(id, list));
  }

  /**
   * @param file - which of the import's files the row is of
   * @param list - what the person says the file is a list of
   */
  add(importer: GatheredImporter, file: number, { entries, remarks }: Outcome, list?: string): void {
    this.#rows += 1;
    for (const remark of remarks) {
      this.#remarks.push({ ...remark, file });
    }
    for (const entry of entries) {
      this.#add(importer, file, entry, kindOf(importer.id, entry.list ?? list));
    }
  }

  /** Something about a file that no row of it can tell. */
  remark(remark: FileRemark): void {
    this.#remarks.push(remark);
  }

  /**
   * Everything that was gathered. A thing that no row named is called by its identifier until a later file names it; one
   * without either, or that no row said anything of, is no thing. Its rows get their remark.
   */
  finish(): { things: GatheredThing[]; remarks: FileRemark[] } {
    const things: GatheredThing[] = [];
    const remarks = [...this.#remarks];
    for (const [id, growing] of this.#grown()) {
      const { source, facts, content, from, parts, partFacts, places } = growing;
      const kept = boundName(id);
      if (kept !== id) {
        remarks.push({ file: places[0] ?? 0, line: places[1] ?? 0, reason: 'too-long', isSkipped: false });
      }
      // One by one: as arguments of one call they may be more than a call takes.
      for (const remark of growing.remarks) {
        remarks.push(remark);
      }
      const name = facts?.name || facts?.identifiers[0];
      const isThing = content !== undefined && facts !== undefined && name !== undefined;
      if (isThing) {
        const named = facts.name === name ? facts : { ...facts, name };
        things.push({
          id: kept as SourceRecordId,
          source,
          facts: named,
          content,
          ...(parts ? { parts: Object.fromEntries(parts) } : { from }),
          ...(parts && partFacts && { partFacts: Object.fromEntries(partFacts) }),
        });
      }
      for (let index = 0; index < places.length && (!isThing || facts.name === ''); index += 2) {
        const [file = 0, line = 0] = places.slice(index, index + 2);
        remarks.push({ file, line, reason: content === undefined ? 'says-nothing' : 'no-name', isSkipped: !isThing });
      }
    }
    return { things, remarks: remarks.sort((left, right) => left.file - right.file || left.line - right.line) };
  }

  #add({ source, hasOnlyNames }: GatheredImporter, file: number, entry: Entry, kind: string): void {
    this.#kinds.add(kind);
    const id = sourceRecordId(source, entry.thing);
    const known = this.#names.get(id);
    const growing = known ?? seedOf(source);
    if (known === undefined) {
      this.#names.set(id, growing);
    }
    // All else that is said twice joins to what was said once.
    if (entry.content?.owned?.count !== undefined) {
      growing.said ??= new SaidRows();
      if (growing.said.add({ ...entry, file, kind })) {
        return;
      }
    }
    growBy(growing, file, entry, kind);
    if (hasOnlyNames === true) {
      const { ownId } = entry;
      if (ownId !== undefined && growing.ownIds.some((one) => isOther(one, ownId))) {
        this.#shared.add(id);
      } else if (ownId !== undefined && !growing.ownIds.includes(ownId)) {
        growing.ownIds.push(ownId);
      }
      growing.rows.push({ ...entry, file, kind });
    }
  }

  /** Every thing with the name of its record; of a name that several share, each of them. */
  *#grown(): Iterable<[SourceRecordId, Growing]> {
    for (const [id, growing] of this.#names) {
      if (!this.#shared.has(id)) {
        yield [id, growing];
        continue;
      }
      for (const { suffix, rows, isUnclear } of tellApart(growing.rows)) {
        yield [`${id}${suffix}` as SourceRecordId, regrown(growing.source, rows, isUnclear)];
      }
    }
  }
}

/** Nothing yet. */
function seedOf(source: string): Growing {
  return { source, facts: undefined, content: undefined, from: '', places: [], remarks: [], rows: [], ownIds: [] };
}

function growBy(growing: Growing, file: number, { line, facts, content }: Entry, kind: string): void {
  growing.places.push(file, line);
  growFacts(growing, kind, facts);
  growing.facts = growing.facts === undefined ? facts : joinFacts(growing.facts, facts);
  if (content !== undefined) {
    const { rated } = growing;
    const isSameFile = rated?.file === file;
    growParts(growing, kind, content, isSameFile);
    const joined = growing.content === undefined ? { content } : joinContent(growing.content, content, isSameFile);
    const bound = boundContent(joined.content);
    growing.content = bound.content;
    for (const reason of bound.cut) {
      growing.remarks.push({ file, line, reason, isSkipped: false });
    }
    const present = content.ratings?.at(-1);
    if ('contradicts' in joined && joined.contradicts) {
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
  if (growing.content === undefined) {
    growing.from = kind;
  } else if (growing.parts !== undefined || growing.from !== kind) {
    growing.parts ??= new Map([[growing.from, growing.content]]);
    const said = growing.parts.get(kind);
    const all = said === undefined ? content : joinContent(said, content, isSameFile).content;
    // What is cut here is cut from what all say, too, and told there.
    growing.parts.set(kind, boundContent(all).content);
  }
}

function kindOf(id: string, list: string | undefined): string {
  return boundName(list === undefined || list === '' ? id : `${id} ${list}`);
}

/** One of the things that share a name. */
function regrown(source: string, rows: readonly GatheredRow[], isUnclear: boolean): Growing {
  const growing = seedOf(source);
  for (const row of rows) {
    growBy(growing, row.file, row, row.kind);
    if (isUnclear) {
      growing.remarks.push({ file: row.file, line: row.line, reason: 'unclear', isSkipped: false });
    }
  }
  return growing;
}

/** Whether two words of the source are of two things: those of two schemes can't be compared. */
function isOther(one: Identifier, other: Identifier): boolean {
  return one !== other && schemeOf(one) === schemeOf(other);
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
