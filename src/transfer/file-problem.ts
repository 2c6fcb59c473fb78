/** Why a file could not be opened. Each has a text in the interface: `import_problem_<id>`, with `_` for `-`. */
export const FILE_PROBLEMS = [
  'ignored', // put there by a system, not by a person
  'empty',
  'not-text', // a picture, a PDF, a document of an office program
  'too-large',
  'too-many-files',
  'too-deep', // an archive in an archive in an archive
  'unsafe-path', // leads out of its archive; never opened
  'bomb', // unpacks to more than it can mean
  'damaged', // cut short, or changed since it was packed
  'encrypted', // with a password
  'unsupported', // packed in a way that Sayso can't unpack
  'broken-text', // not of the encoding that its first bytes announce
  'line-too-long',
  'broken-json',
  'broken-xml',
  'nested-too-deeply',
  'not-recognised', // nothing that anybody here reads
] as const;
export type FileProblemId = (typeof FILE_PROBLEMS)[number];

export interface FileProblem {
  readonly id: FileProblemId;
  /** Counted from 1. */
  readonly line?: number;
  /** The character of the line, counted from 1. */
  readonly column?: number;
  /** For who has to find out more. In English, not for the interface. */
  readonly detail?: string;
}

/** What was left out on purpose, or has nothing in it: nothing is missing without it. */
const NO_LOSS: ReadonlySet<FileProblemId> = new Set(['ignored', 'empty', 'not-text', 'not-recognised']);

/** Whether what a person dropped is missing because of it: rows that could have been read. */
export function isLoss({ id }: FileProblem): boolean {
  return !NO_LOSS.has(id);
}

/** Thrown while a file is opened; `openFiles` gives its problem to the caller. */
export class FileFault extends Error {
  override name = 'FileFault';
  readonly problem: FileProblem;

  constructor(id: FileProblemId, more: Omit<FileProblem, 'id'> = {}) {
    super(id);
    this.problem = { id, ...more };
  }
}

/** Where in a text something is, for a person who looks it up in an editor. */
export function placeOf(text: string, at: number): { line: number; column: number } {
  let line = 1;
  let begin = 0;
  const end = Math.min(at, text.length);
  for (let index = 0; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) {
      line += 1;
      begin = index + 1;
    }
  }
  return { line, column: end - begin + 1 };
}
