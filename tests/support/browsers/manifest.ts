import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the harness needs to know of an extension. */
export interface Manifest {
  readonly action?: { readonly default_popup?: string };
  readonly optional_host_permissions?: readonly string[];
  readonly browser_specific_settings?: { readonly gecko?: { readonly id?: string } };
}

/** @param extensionDir - the folder of an unpacked extension */
export async function readManifest(extensionDir: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8')) as Manifest;
}
