/** How far long work has come. `total` is absent while nobody knows. */
export interface WorkProgress {
  readonly progress: 'reading' | 'placing' | 'writing' | 'undoing' | 'finishing';
  /** Records that are written, or parts of a change that are taken back. */
  readonly done: number;
  readonly total?: number;
}

export type OnProgress = (progress: WorkProgress) => void;
