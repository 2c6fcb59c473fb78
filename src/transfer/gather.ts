import { type Identifier, schemeOf } from '../domain/identifier.ts';
import type { ItemFacts } from '../domain/item.ts';
import { type SourceContent, type SourceRecordId, sourceRecordId } from '../domain/source-record.ts';
import { type Entry, type Outcome, type Remark } from './entry.ts';
import type { Importer } from './importer.ts';
import { joinContent } from './join-content.ts';
import { type SaidRow, SaidRows } from './said-rows.ts';
import { tellApart } from './tell-apart.ts';

/** All that the files of one source say of one thing. */
export interface GatheredThing {
  readonly id: SourceRecordId;
  readonly source: string;
  readonly facts: ItemFacts;
  readonly content: SourceContent;
}

/** A remark, and in which of the files. */
export interface FileRemark extends Remark {
  readonly file: number;
}

/** What one row says, and where it stands. */
interface GatheredRow extends Entry, SaidRow {
  /** Another file of the kind said the same. */
  readonly isRepeated: boolean;
}

/** What rows of one name say, joined. */
interface Growing {
  readonly source: string;
  facts: ItemFacts;
  content: SourceContent | undefined;
  /** All of them: a later one may show that they are not of one thing. */
  readonly rows: GatheredRow[];
  /** Of its rows as of one thing. */
  readonly remarks: FileRemark[];
  /** Absent until a second file of a kind names it. */
  said: SaidRows | undefined;
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
  /** Of each kind. Most drops have no second file of any, and nothing to compare. */
  readonly #firstFiles = new Map<string, number>();
  #rows = 0;

  /** Rows added so far. */
  get rows(): number {
    return this.#rows;
  }

  /** @param file - which of the import's files the row is of */
  add({ source, id: kind }: Pick<Importer, 'source' | 'id'>, file: number, { entries, remarks }: Outcome): void {
    this.#rows += 1;
    for (const remark of remarks) {
      this.#remarks.push({ ...remark, file });
    }
    for (const entry of entries) {
      this.#add(source, kind, file, entry);
    }
  }

  /** Something about a file that no row of it can tell. */
  remark(remark: FileRemark): void {
    this.#remarks.push(remark);
  }

  /**
   * Everything that was gathered. A thing that no row named, or that no row said anything of, is no thing: its rows get
   * their remark.
   */
  finish(): { things: GatheredThing[]; remarks: FileRemark[] } {
    const things: GatheredThing[] = [];
    const remarks = [...this.#remarks];
    for (const [id, growing] of this.#grown()) {
      const { source, facts, content, rows } = growing;
      remarks.push(...growing.remarks);
      if (content !== undefined && facts.name !== '') {
        things.push({ id, source, facts, content });
        continue;
      }
      for (const { file, line } of rows.filter(({ isRepeated }) => !isRepeated)) {
        remarks.push({ file, line, reason: content === undefined ? 'says-nothing' : 'no-name', isSkipped: true });
      }
    }
    return { things, remarks: remarks.sort((left, right) => left.file - right.file || left.line - right.line) };
  }

  #add(source: string, kind: string, file: number, entry: Entry): void {
    const id = sourceRecordId(source, entry.thing);
    const known = this.#names.get(id);
    const first = this.#firstFiles.get(kind) ?? file;
    this.#firstFiles.set(kind, first);
    if (known !== undefined && first !== file) {
      known.said ??= new SaidRows(known.rows);
    }
    const isRepeated = known?.said?.add({ ...entry, file, kind }) ?? false;
    const row = { ...entry, file, kind, isRepeated };
    if (isRepeated) {
      this.#remarks.push({ file, line: entry.line, reason: 'repeated', isSkipped: true });
    }
    if (known === undefined) {
      this.#names.set(id, grow(source, row));
    } else {
      growBy(known, row);
    }
    if (known?.rows.some(({ ownId }) => isOther(ownId, entry.ownId)) === true) {
      this.#shared.add(id);
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
        const [first, ...others] = rows as [GatheredRow, ...GatheredRow[]];
        const one = grow(growing.source, first);
        for (const row of others) {
          growBy(one, row);
        }
        for (const { file, line, isRepeated } of isUnclear ? rows : []) {
          if (!isRepeated) {
            one.remarks.push({ file, line, reason: 'unclear', isSkipped: false });
          }
        }
        yield [`${id}${suffix}` as SourceRecordId, one];
      }
    }
  }
}

function grow(source: string, row: GatheredRow): Growing {
  return { source, facts: row.facts, content: row.content, rows: [row], remarks: [], said: undefined };
}

function growBy(known: Growing, row: GatheredRow): void {
  const { file, line, facts, content, isRepeated } = row;
  known.rows.push(row);
  if (isRepeated) {
    return;
  }
  known.facts = joinFacts(known.facts, facts);
  if (content !== undefined) {
    const joined = known.content === undefined ? { content } : joinContent(known.content, content);
    known.content = joined.content;
    if ('contradicts' in joined && joined.contradicts) {
      known.remarks.push({ file, line, reason: 'contradicts', isSkipped: false });
    }
  }
}

/** Whether two words of the source are of two things: those of two schemes can't be compared. */
function isOther(one: Identifier | undefined, other: Identifier | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other && schemeOf(one) === schemeOf(other);
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
