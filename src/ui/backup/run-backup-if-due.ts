import { backupState } from '../../app/backup-state.ts';
import type { AppContext } from '../../app/context.ts';

/** No page of ours is so busy for longer. */
const IDLE_MS = 5_000;

/**
 * Makes a copy when it is time for one, when the page has nothing else to do. Whatever goes wrong is seen on the
 * dashboard, where the last good copy is told; a page that was opened for something else is not disturbed.
 */
export async function runBackupIfDue(context: AppContext): Promise<void> {
  await idle();
  const isDue = async (): Promise<boolean> => (await backupState(context)).isDue;
  try {
    if (await isDue()) {
      const { runBackup } = await import('./run-backup.ts');
      await runBackup(context, isDue);
    }
  } catch (thrown) {
    console.warn('no backup', thrown);
  }
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: IDLE_MS });
  });
}
