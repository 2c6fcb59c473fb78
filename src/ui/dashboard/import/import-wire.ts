/** What the Import page and its worker say to each other. Both are Sayso's own code, built together. */
import type { ImportResult } from '../../../app/run-import.ts';
import type { ReportTitles } from '../../../app/import-report.ts';
import type { SessionPreview } from '../../../app/import-session.ts';
import type { SessionFile } from '../../../app/session-file.ts';
import type { ColumnMapping, DroppedFile, Encoding, QuestionId, Winner } from '../../../app/import-types.ts';
import type { SampleRow } from '../../../app/sample-rows.ts';
import type { Undone } from '../../../app/undo-change.ts';
import type { WorkProgress } from '../../../app/work-progress.ts';
import type { WireError } from '../../../domain/errors.ts';
import type { RecordId } from '../../../domain/ids.ts';

/** Each is answered by one {@link ImportAnswer} with its `id`. Progress comes in between. */
export type ImportCall = { readonly id: number } & (
  | { readonly do: 'open'; readonly files: readonly DroppedFile[] }
  | { readonly do: 'answer'; readonly file: number; readonly question: QuestionId; readonly value: string }
  | { readonly do: 'read-as'; readonly file: number; readonly encoding: Encoding }
  | { readonly do: 'map'; readonly file: number; readonly mapping: ColumnMapping }
  | { readonly do: 'sample'; readonly file: number; readonly mapping: ColumnMapping }
  | { readonly do: 'leave-out'; readonly file: number; readonly isLeftOut: boolean }
  | { readonly do: 'preview'; readonly winner: Winner }
  | { readonly do: 'commit'; readonly winner: Winner; readonly importId: RecordId }
  | ({ readonly do: 'report' } & ReportTitles)
  /** Of a backup: the file is read once more, so that nothing of it is held twice. */
  | {
      readonly do: 'restore';
      readonly file: Blob;
      readonly passphrase?: string;
      readonly isWanted: boolean;
      readonly journalId: RecordId;
    }
  /** Of any change; it has nothing to do with what is being imported. */
  | { readonly do: 'undo'; readonly journalId: RecordId }
);

/** Heard at once, whatever is under way; not answered. */
export interface ImportOrder {
  readonly order: 'pause' | 'resume' | 'stop';
}

export type ImportAnswer =
  | { readonly id: number; readonly files: readonly SessionFile[] }
  | { readonly id: number; readonly sample: readonly SampleRow[] }
  | { readonly id: number; readonly preview: SessionPreview }
  | { readonly id: number; readonly result: ImportResult }
  | { readonly id: number; readonly report: string }
  | { readonly id: number; readonly restored: RecordId }
  | { readonly id: number; readonly undone: Undone }
  | { readonly id: number; readonly failure: WireError };

/** How far what is under way has come. `total` is absent while nobody knows. */
export interface ImportProgress {
  readonly progress: 'opening' | WorkProgress['progress'];
  readonly done: number;
  readonly total?: number;
  /** The file that is being opened. */
  readonly path?: string;
}
