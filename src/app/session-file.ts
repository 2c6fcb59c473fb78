import type { Encoding } from '../transfer/encoding.ts';
import type { FileProblem } from '../transfer/file-problem.ts';
import type { Content, Importer, Question, QuestionId } from '../transfer/importer.ts';
import type { ColumnMapping } from '../transfer/mapped-table.ts';
import type { OpenedFile } from '../transfer/open-files.ts';
import { isOwnExport } from '../transfer/own-export.ts';

/** A file of an import, as its page shows it. */
export interface SessionFile {
  readonly index: number;
  readonly path: string;
  readonly sizeBytes: number;
  /**
   * - `ready`: will be read
   * - `asks`: a question is open that nothing suggests an answer to
   * - `unmapped`: a table nobody knows; its columns can be named
   * - `own`: an export or backup of Sayso's own, which is restored, not imported
   * - `problem`: can't be read
   */
  readonly state: 'ready' | 'asks' | 'unmapped' | 'own' | 'problem';
  readonly isLeftOut: boolean;
  /** How many rows a table has, or another text whose importer counts them. */
  readonly rows?: number;
  readonly importer?: { readonly id: string; readonly source: string };
  readonly questions: readonly (Question & { readonly answer?: string })[];
  readonly problem?: FileProblem;
  /** What it was read as, where that is not plain UTF-8: the person may say that it is another. */
  readonly encoding?: Encoding;
  /** Of a table nobody knows: its columns, its first rows, and what the columns may mean. */
  readonly table?: {
    readonly header: readonly string[];
    readonly rows: readonly (readonly string[])[];
    readonly mapping: ColumnMapping;
  };
}

/** What the person said of a file so far. */
interface FileChoices {
  readonly index: number;
  readonly isLeftOut: boolean;
  readonly answers: Readonly<Partial<Record<QuestionId, string>>>;
  /** What the columns of a table that nobody knows mean, or may mean. */
  readonly mapping: ColumnMapping | undefined;
  /** The person said so. */
  readonly isMapped: boolean;
}

/** So many rows of a table that nobody knows are shown. */
export const SHOWN_ROWS = 8;

export function sessionFile(
  file: OpenedFile,
  { index, isLeftOut, answers, mapping, isMapped }: FileChoices,
): SessionFile {
  const { path, sizeBytes, encoding } = file;
  const base = { index, path, sizeBytes, isLeftOut, questions: [], ...(encoding && { encoding }) };
  if ('problem' in file) {
    return { ...base, state: 'problem', problem: file.problem };
  }
  const { content, importer } = file;
  const counted = rowsOf(content, importer);
  const rows = counted === undefined ? {} : { rows: counted };
  if (!importer) {
    return content.sort === 'table'
      ? {
          ...base,
          ...rows,
          state: isMapped ? 'ready' : 'unmapped',
          table: {
            header: content.table.header,
            rows: content.table.rows.slice(0, SHOWN_ROWS).map(({ cells }) => cells),
            mapping: mapping as ColumnMapping,
          },
        }
      : {
          ...base,
          state: isOwnExport(content) ? 'own' : 'problem',
          ...(!isOwnExport(content) && { problem: { id: 'not-recognised' } }),
        };
  }
  const { id, source } = importer;
  const questions = (importer.questions?.(content, path) ?? []).map((question) => {
    const answer = answers[question.id] ?? question.suggested;
    return { ...question, ...(answer !== undefined && { answer }) };
  });
  const isOpen = questions.some(({ answer }) => answer === undefined);
  return { ...base, ...rows, state: isOpen ? 'asks' : 'ready', importer: { id, source }, questions };
}

function rowsOf(content: Content, importer: Importer | undefined): number | undefined {
  return importer?.rowsIn?.(content) ?? (content.sort === 'table' ? content.table.rows.length : undefined);
}
