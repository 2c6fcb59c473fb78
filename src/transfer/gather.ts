import { type Identifier, schemeOf } from '../domain/identifier.ts';
import type { ItemFacts } from '../domain/item.ts';
import { type SourceContent, type SourceRecordId, sourceRecordId } from '../domain/source-record.ts';
import { boundName } from './bound-name.ts';
import type { Entry, FormerNaming, Outcome } from './entry.ts';
import { COUNTED, type Counted, type FileCounts } from './file-counts.ts';
import { contentsOf, type FileRemark, type GatheredRow, type Growing, growBy, seedOf } from './growing.ts';
import type { Importer } from './importer.ts';
import { SaidRows } from './said-rows.ts';
import { tellApart } from './tell-apart.ts';

export type { FileRemark } from './growing.ts';

/** All that the files of one source say of one thing. */
export interface GatheredThing {
  readonly id: SourceRecordId;
  /**
   * What it may have been called in earlier imports, and nothing is called in this one, with what that was made of. Absent
   * where it always had this name.
   */
  readonly former?: ReadonlyMap<SourceRecordId, FormerNaming>;
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

/** What the gatherer knows of who reads a file. */
export type GatheredImporter = Pick<Importer, 'source' | 'id' | 'hasOnlyNames'>;

/** What the rows of all files come to. */
export interface Gathered {
  readonly things: readonly GatheredThing[];
  /** The first file that says anything of each thing. */
  readonly firstFiles: readonly number[];
  /** Of every file with a row. */
  readonly files: readonly FileCounts[];
  /** By file and line. */
  readonly remarks: readonly FileRemark[];
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
  /** Of each file. */
  readonly #counts = new Map<number, { rows: number } & Record<Counted, number>>();
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
    this.#countsOf(file).rows += 1;
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
  finish(): Gathered {
    const things: GatheredThing[] = [];
    const firstFiles: number[] = [];
    const remarks = [...this.#remarks];
    for (const [id, growing] of this.#grown()) {
      const { source, facts, from, parts, partFacts, places } = growing;
      const { content } = growing.content;
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
        const former = [...(growing.former ?? [])].filter(([formerId]) => !this.#names.has(formerId));
        things.push({
          id: kept as SourceRecordId,
          ...(former.length > 0 && { former: new Map(former) }),
          source,
          facts: named,
          content,
          ...(parts ? { parts: contentsOf(parts) } : { from }),
          ...(parts && partFacts && { partFacts: Object.fromEntries(partFacts) }),
        });
        firstFiles.push(growing.saidBy.first);
        this.#count(growing);
      }
      for (let index = 0; index < places.length && (!isThing || facts.name === ''); index += 2) {
        const [file = 0, line = 0] = places.slice(index, index + 2);
        remarks.push({ file, line, reason: content === undefined ? 'says-nothing' : 'no-name', isSkipped: !isThing });
      }
    }
    return {
      things,
      firstFiles,
      files: [...this.#counts].map(([file, counts]) => ({ file, ...counts })),
      remarks: remarks.sort((left, right) => left.file - right.file || left.line - right.line),
    };
  }

  #countsOf(file: number): { rows: number } & Record<Counted, number> {
    const counts = this.#counts.get(file) ?? {
      rows: 0,
      ...(Object.fromEntries(COUNTED.map((one) => [one, 0])) as Record<Counted, number>),
    };
    this.#counts.set(file, counts);
    return counts;
  }

  #count({ saidBy }: Growing): void {
    for (const [file, counted] of saidBy.each()) {
      for (const one of counted) {
        this.#countsOf(file)[one] += 1;
      }
    }
  }

  #add({ source, hasOnlyNames }: GatheredImporter, file: number, entry: Entry, kind: string): void {
    this.#kinds.add(kind);
    const id = sourceRecordId(source, entry.thing);
    const known = this.#names.get(id);
    const growing = known ?? seedOf(source);
    if (known === undefined) {
      this.#names.set(id, growing);
    }
    growing.saidBy.add(file, entry.content);
    // All else that is said twice joins to what was said once.
    if (entry.content?.owned?.count !== undefined) {
      growing.said ??= new SaidRows();
      if (growing.said.add({ ...entry, file, kind })) {
        return;
      }
    }
    growBy(growing, file, entry, kind);
    for (const naming of entry.formerly ?? []) {
      growing.former ??= new Map();
      growing.former.set(boundName(sourceRecordId(source, naming.thing)) as SourceRecordId, naming);
    }
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

function kindOf(id: string, list: string | undefined): string {
  return boundName(list === undefined || list === '' ? id : `${id} ${list}`);
}

/** One of the things that share a name. */
function regrown(source: string, rows: readonly GatheredRow[], isUnclear: boolean): Growing {
  const growing = seedOf(source);
  for (const row of rows) {
    growing.saidBy.add(row.file, row.content);
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
