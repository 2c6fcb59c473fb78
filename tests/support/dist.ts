import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

const ROOT = resolve(import.meta.dirname, '../..');

/** The two extensions that `npm run build` makes. */
export const TARGETS = ['chrome', 'firefox'] as const;
export type Target = (typeof TARGETS)[number];

/** One folder that was built, or is built for a test: its files by their paths from there. */
export class Built {
  readonly folder: string;
  readonly files: readonly string[];

  /** @param folder - from the root of the repository, or absolute */
  constructor(folder: string) {
    this.folder = resolve(ROOT, folder);
    this.files = readdirSync(this.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(this.folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort();
  }

  bytes(file: string): Buffer {
    return readFileSync(join(this.folder, file));
  }

  text(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  json(file: string): unknown {
    return JSON.parse(this.text(file));
  }

  size(file: string): number {
    return statSync(join(this.folder, file)).size;
  }

  /** What travels, at gzip's best. */
  gzipped(...files: string[]): number {
    return files.reduce((sum, file) => sum + gzipSync(this.bytes(file), { level: 9 }).length, 0);
  }

  filesEndingWith(...endings: string[]): string[] {
    return this.files.filter((file) => endings.some((ending) => file.endsWith(ending)));
  }
}
