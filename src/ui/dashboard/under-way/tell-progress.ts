import type { Work } from '../../../platform/work-mark.ts';
import type { ImportProgress } from '../import/import-wire.ts';

/** Of a window: long work in this tab has come further. */
export const WORK_PROGRESS = 'sayso-work-progress';

export type WorkFurther = CustomEvent<{ readonly work: Work; readonly progress: ImportProgress }>;

/** Passes on how far work has come to whatever part of the page shows it. */
export function tellProgress(work: Work): (progress: ImportProgress) => void {
  return (progress) => {
    const event: WorkFurther = new CustomEvent(WORK_PROGRESS, { detail: { work, progress } });
    window.dispatchEvent(event);
  };
}

declare global {
  interface WindowEventMap {
    [WORK_PROGRESS]: WorkFurther;
  }
}
