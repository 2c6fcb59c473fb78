import type { Outcome } from './entry.ts';
import type { Table } from './table.ts';

/** What a file is once it is text, before anybody knows whose. */
export type Content =
  | { readonly sort: 'table'; readonly table: Table }
  | { readonly sort: 'json'; readonly value: unknown }
  | { readonly sort: 'xml'; readonly root: XmlNode }
  /** Lines that are no one table: several under each other, our own JSON Lines. */
  | { readonly sort: 'text'; readonly text: string };

/** An element of an XML file. */
export interface XmlNode {
  readonly name: string;
  /** Text and CDATA directly inside, without blanks at the ends. */
  readonly text: string;
  readonly children: readonly XmlNode[];
  readonly line: number;
  /** By name; absent where it has none. */
  readonly attributes?: ReadonlyMap<string, string>;
}

/** Something the file leaves open. Its text in the interface is `import_question_<id>`. */
export interface Question {
  readonly id: QuestionId;
  readonly choices: readonly Choice[];
  /** What is most likely; taken unless the person says otherwise. Absent when nothing speaks for any: it must be asked. */
  readonly suggested?: string;
}
export const QUESTIONS = [
  'day-or-month-first', // choices: day-first, month-first
  'scale', // choices: 100, 10, 10-decimal, 5, 3
  'person', // whose rows: a number or name out of the file, or `all`
  'list', // what a list is of: seen, wanted, liked
] as const;
export type QuestionId = (typeof QUESTIONS)[number];

export interface Choice {
  readonly value: string;
  /** Out of the file; where absent, the interface has a text for the value: `import_choice_<value>`. */
  readonly label?: string;
  /** How many rows of the file it is of, where that tells one from another. */
  readonly rows?: number;
}

export interface ReadOptions {
  /** Where the file was in its archive or folder. Never what recognises it; good for a suggestion. */
  readonly path: string;
  /** What was chosen, or suggested, for each of the file's own questions. */
  readonly answers: Readonly<Partial<Record<QuestionId, string>>>;
}

/** Reads one format of one source. Pure: content in, outcomes out; no clock, no network, no storage. */
export interface Importer {
  /** Stable, kebab-case, equal to the file's name. What the person knows the format by is the text `import_format_` of it. */
  readonly id: string;
  /** Whose data it is: `letterboxd`. Several formats of one source describe the same things. */
  readonly source: string;
  /** The source has no id that all its files share: `Entry.thing` is a name, and `ownId` tells two of one name apart. */
  readonly hasOnlyNames?: true;
  /** Cheap and total: looks at columns or shape, never at the name, never throws. */
  recognises(content: Content): boolean;
  /** How many rows the content has, where it is no table or more than one. */
  rowsIn?(content: Content): number | undefined;
  /** What can't be told from the content. */
  questions?(content: Content, path: string): readonly Question[];
  /**
   * Reads it row by row, in order. Total: what can't be used is a remark, whatever it is.
   * Every row of the file has an outcome; one that has neither entry nor remark is a bug.
   */
  read(content: Content, options: ReadOptions): Iterable<Outcome>;
}
