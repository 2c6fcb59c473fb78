import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, ROOT, tableRows, textOf } from './support/repository.ts';

interface Rule {
  readonly name: string;
  readonly comment?: string;
}

const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { forbidden: Rule[] };
const document = textOf('ARCHITECTURE.md');
const rows = tableRows(document, 'folder of `src/`', 'what lives there', 'may import', 'packages').map(
  ([folder = '', , imports = '', packages = '']) => ({
    folder: folder.replace('/', ''),
    imports: listOf(imports),
    packages: listOf(packages),
  }),
);

function listOf(cell: string): string[] {
  return cell === '–' ? [] : cell.split(', ');
}

function commentOf(name: string): string {
  return forbidden.find((rule) => rule.name === name)?.comment ?? 'no such rule';
}

describe('the table of ARCHITECTURE.md', () => {
  it('has a row for each folder that dependency-cruiser knows', () => {
    const known = forbidden.flatMap(({ name }) => (name.startsWith('layer-') ? [name.slice('layer-'.length)] : []));
    expect(rows.map(({ folder }) => folder)).toEqual(known);
  });

  it.each(rows)('says of $folder what dependency-cruiser says', ({ folder, imports, packages }) => {
    expect(commentOf(`layer-${folder}`)).toBe(`src/${folder} may import only: ${[folder, ...imports].join(', ')}`);
    expect(commentOf(`packages-${folder}`)).toBe(
      `src/${folder} may use ${packages.length === 0 ? 'no package' : `only ${packages.join(', ')}`}`,
    );
  });

  it('names every folder that is there, and only packages that are installed', () => {
    const folders = rows.map(({ folder }) => folder);
    const there = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );
    expect(there.filter((folder) => !folders.includes(folder))).toEqual([]);
    const { dependencies, devDependencies } = JSON.parse(textOf('package.json')) as Record<string, object>;
    const installed = Object.keys({ ...dependencies, ...devDependencies });
    expect(rows.flatMap(({ packages }) => packages).filter((name) => !installed.includes(name))).toEqual([]);
  });
});

describe('ARCHITECTURE.md', () => {
  it('points only at files that are there', () => {
    const files = filesIn('src');
    const named = [...document.matchAll(/`((?:[a-z-]+\/)+[a-z\d-]+\.(?:ts|md))`/gu)].map(([, path = '']) => path);
    const there = (path: string) => files.includes(`src/${path}`) || filesIn('docs').includes(path);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !there(path))).toEqual([]);
  });
});
