import type { Undone } from '../../app/undo-change.ts';
import { tn } from '../i18n.ts';

/**
 * What became of an undo, in words.
 *
 * @param done - said where all of it was undone
 * @param keptKey - of the text for what was changed since
 */
export function undoneText(
  { kept, waiting = 0, said = 0 }: Undone,
  done: string,
  keptKey: 'dashboard_changes_kept' | 'import_past_kept',
): string {
  const left = [
    ...(kept > 0 ? [tn(keptKey, kept)] : []),
    ...(waiting > 0 ? [tn('import_past_waiting', waiting)] : []),
    ...(said > 0 ? [tn('import_past_said', said)] : []),
  ];
  return left.length === 0 ? done : left.join(' ');
}
