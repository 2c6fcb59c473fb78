import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';
import { readManifest } from './manifest.ts';

/** What an extension calls itself in Firefox. */
export async function idOf(dir: string): Promise<string> {
  const id = (await readManifest(dir)).browser_specific_settings?.gecko?.id;
  if (id === undefined) {
    throw new Error(`${dir}/manifest.json has no browser_specific_settings.gecko.id`);
  }
  return id;
}

/** Every file below `dir`, by its path in an archive. */
async function filesOf(dir: string): Promise<Record<string, Uint8Array>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(
      files.map(async (file) => [relative(dir, file).split(sep).join('/'), await readFile(file)] as const),
    ),
  );
}

/** An unpacked extension as Firefox installs one. */
export async function archiveOf(dir: string): Promise<Uint8Array> {
  return zipSync(await filesOf(dir), { level: 0 });
}
