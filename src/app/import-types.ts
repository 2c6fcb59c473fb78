/** What the pages have to know of files that are imported: pages do not reach into `transfer/`. */
export { WINNERS, type Winner } from '../policy/settle-rating.ts';
export { ENCODINGS, type Encoding } from '../transfer/encoding.ts';
export { REASONS, type Reason } from '../transfer/entry.ts';
export { COUNTED, type Counted } from '../transfer/file-counts.ts';
export { FILE_PROBLEMS, type FileProblem, type FileProblemId, isLoss } from '../transfer/file-problem.ts';
export { type Choice, type QuestionId, QUESTIONS } from '../transfer/importer.ts';
export { type ColumnMapping, MAPPED_SCHEMES } from '../transfer/column-mapping.ts';
export type { DroppedFile } from '../transfer/open-files.ts';
