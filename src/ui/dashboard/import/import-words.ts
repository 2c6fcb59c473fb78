import type { PlacedCounts } from '../../../app/place-things.ts';
import type { ReportTitles } from '../../../app/import-report.ts';
import type { SessionFile } from '../../../app/session-file.ts';
import {
  type Choice,
  COUNTED,
  type Counted,
  type Encoding,
  FILE_PROBLEMS,
  type FileProblem,
  type FileProblemId,
  type QuestionId,
  type Reason,
  REASONS,
} from '../../../app/import-types.ts';
import { formatNumber } from '../../format.ts';
import { isolated, type MessageKey, t, tn } from '../../i18n.ts';

type Underscored<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Text;

/** What becomes of the rest of a row, where a part of it could not be used. */
const KEPT = {
  'bad-date': 'import_kept_undated',
  'unclear-date': 'import_kept_undated',
  'bad-identifier': 'import_kept',
  'unknown-kind': 'import_kept',
  unclear: 'import_kept_apart',
} as const satisfies Partial<Record<Reason, MessageKey>>;

/**
 * Why a row or a part of it could not be used. Every reason has a text: a missing one does not compile.
 *
 * @param isSkipped - nothing of the row is taken: then nothing is said of the rest of it
 */
export function reasonText(reason: Reason, isSkipped: boolean): string {
  const why = t(`import_reason_${reason.replaceAll('-', '_')}` as `import_reason_${Underscored<Reason>}`);
  return !isSkipped && reason in KEPT ? `${why} ${t(KEPT[reason as keyof typeof KEPT])}` : why;
}

/** Why one of two rows that contradict each other counts. @param row - the other one */
export function overText(row: string): string {
  return t('import_reason_contradicts_over', row);
}

/** Why a file could not be opened, and where. */
export function problemText({ id, line, column }: FileProblem): string {
  const why = t(`import_problem_${id.replaceAll('-', '_')}` as `import_problem_${Underscored<FileProblemId>}`);
  if (line === undefined) {
    return why;
  }
  const where =
    column === undefined
      ? t('import_at_line', formatNumber(line))
      : t('import_at_line_column', formatNumber(line), formatNumber(column));
  return `${where} ${why}`;
}

/** What a file is, by the importer that reads it: 'Letterboxd diary'. */
export function formatText(importerId: string): string {
  return t(`import_format_${importerId.replaceAll('-', '_')}` as MessageKey);
}

/** How letters may be written in a file. */
export function encodingText(encoding: Encoding): string {
  return t(`import_encoding_${encoding.replaceAll('-', '_')}` as `import_encoding_${Underscored<Encoding>}`);
}

export function questionText(question: QuestionId): string {
  return t(`import_question_${question.replaceAll('-', '_')}` as `import_question_${Underscored<QuestionId>}`);
}

/** A choice in the file's own words, or in ours where it has none. */
export function choiceText({ value, label }: Pick<Choice, 'value' | 'label'>): string {
  return label ?? (t(`import_choice_${value.replaceAll('-', '_')}` as MessageKey) || value);
}

const STATES = ['added', 'joined', 'changed', 'same'] as const;

/** What there is in an import or a file, in words: '2 ratings', '1 review'. What there is none of is left out. */
export function countTexts(counts: Readonly<Record<Counted, number>>): string[] {
  return COUNTED.filter((one) => counts[one] > 0).map((one) => tn(`import_count_${one}`, counts[one]));
}

/** How much of it is new, joins something, has changed, is as before. */
export function stateTexts(counts: Pick<PlacedCounts, (typeof STATES)[number]>): string[] {
  return STATES.filter((one) => counts[one] > 0).map((one) => tn(`import_state_${one}`, counts[one]));
}

/** 'ratings.csv and 3 more' */
export function filesText([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? isolated(first) : tn('import_told_files', others.length, isolated(first));
}

/** The columns of the list of what was not taken, as the page shows them. */
export function unreadTitles(): { file: string; line: string; column: string; value: string; why: string } {
  return {
    file: t('import_unread_file'),
    line: t('import_unread_line'),
    column: t('import_unread_column'),
    value: t('import_unread_value'),
    why: t('import_unread_reason'),
  };
}

/** The words of the same list as a table to be kept. */
export function reportTitles(): ReportTitles {
  const { file, line, column, value, why } = unreadTitles();
  return {
    header: [file, line, column, value, t('import_unread_outcome'), why],
    over: overText('{row}'),
    reasons: Object.fromEntries([
      ...REASONS.map((reason) => [reason, reasonText(reason, true)]),
      ...FILE_PROBLEMS.map((id) => [id, problemText({ id })]),
    ]) as Record<string, string>,
    kept: Object.fromEntries(Object.entries(KEPT).map(([reason, key]) => [reason, t(key)])),
    outcomes: { skipped: t('import_unread_outcome_skipped'), taken: t('import_unread_outcome_taken') },
  };
}

/** Why nothing can be imported yet: the file that waits, and for what. Undefined where none does. */
export function waitingText([first, ...others]: readonly SessionFile[]): string | undefined {
  if (!first) {
    return undefined;
  }
  const path = isolated(first.path);
  const text = first.state === 'asks' ? t('import_waits_answer', path) : t('import_waits_columns', path);
  return others.length === 0 ? text : `${text} ${tn('import_waits_more', others.length)}`;
}
