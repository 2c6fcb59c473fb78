import { rmSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A browser's helpers may write for a moment after it has gone. */
const REMOVAL = { recursive: true, force: true, maxRetries: 10, retryDelay: 200 } as const;

export interface Profile {
  readonly dir: string;
  /** Removes the profile if it was temporary. */
  discard(): Promise<void>;
}

/** The person's profile folder: `kept` if that is given, otherwise one in the temporary folder, new or a copy of `model`. */
export async function openProfile(kept: string | undefined, model?: string): Promise<Profile> {
  if (kept !== undefined) {
    return { dir: kept, discard: () => Promise.resolve() };
  }
  const dir = await mkdtemp(join(tmpdir(), 'sayso-profile-'));
  process.once('exit', sweep);
  if (model !== undefined) {
    await cp(model, dir, { recursive: true });
  }
  return {
    dir,
    async discard() {
      process.off('exit', sweep);
      await rm(dir, { ...REMOVAL });
    },
  };

  // When this process ends before the browser was closed, Puppeteer kills the browser, and nobody awaits anything.
  function sweep(): void {
    rmSync(dir, { ...REMOVAL });
  }
}
