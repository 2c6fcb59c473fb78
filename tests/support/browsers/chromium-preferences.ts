import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Preferences {
  extensions?: { ui?: object; settings?: Record<string, { creation_flags?: number }> };
}

/** Changes the profile's preferences while the browser is not running. */
export async function editPreferences(profileDir: string, edit: (preferences: Preferences) => void): Promise<void> {
  const file = join(profileDir, 'Default', 'Preferences');
  const preferences = existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Preferences) : {};
  edit(preferences);
  await writeFile(file, JSON.stringify(preferences));
}
