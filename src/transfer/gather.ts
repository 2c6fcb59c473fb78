import type { ItemFacts } from '../domain/item.ts';
import { type SourceContent, type SourceRecordId, sourceRecordId } from '../domain/source-record.ts';
import { type Entry, type Outcome, type Remark } from './entry.ts';
import { joinContent } from './join-content.ts';

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

interface Growing {
  readonly source: string;
  facts: ItemFacts;
  content: SourceContent | undefined;
  /** File and line of each row, in turns. */
  readonly places: number[];
}

/**
 * Joins what rows say of the same thing: a diary, reviews and a watch-list make one thing of each film. Add all files of an
 * import, then take the things.
 */
export class Gatherer {
  readonly #things = new Map<SourceRecordId, Growing>();
  readonly #remarks: FileRemark[] = [];
  #rows = 0;

  /** Rows added so far. */
  get rows(): number {
    return this.#rows;
  }

  /** How many things there are so far, named or not. */
  get size(): number {
    return this.#things.size;
  }

  /** @param file - which of the import's files the row is of */
  add(source: string, file: number, { entries, remarks }: Outcome): void {
    this.#rows += 1;
    for (const remark of remarks) {
      this.#remarks.push({ ...remark, file });
    }
    for (const entry of entries) {
      this.#grow(source, file, entry);
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
    for (const [id, { source, facts, content, places }] of this.#things) {
      if (content !== undefined && facts.name !== '') {
        things.push({ id, source, facts, content });
        continue;
      }
      for (let index = 0; index < places.length; index += 2) {
        const [file = 0, line = 0] = places.slice(index, index + 2);
        remarks.push({ file, line, reason: content === undefined ? 'says-nothing' : 'no-name', isSkipped: true });
      }
    }
    return { things, remarks: remarks.sort((left, right) => left.file - right.file || left.line - right.line) };
  }

  #grow(source: string, file: number, { thing, facts, content, line }: Entry): void {
    const id = sourceRecordId(source, thing);
    const known = this.#things.get(id);
    if (!known) {
      this.#things.set(id, { source, facts, content, places: [file, line] });
      return;
    }
    known.places.push(file, line);
    known.facts = joinFacts(known.facts, facts);
    if (content !== undefined) {
      const joined = known.content === undefined ? { content } : joinContent(known.content, content);
      known.content = joined.content;
      if ('contradicts' in joined && joined.contradicts) {
        this.#remarks.push({ file, line, reason: 'contradicts', isSkipped: false });
      }
    }
  }
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
