import { describe, expect, it } from 'vitest';
import { textOf } from './support/repository.ts';

const { version, license, dependencies, devDependencies } = JSON.parse(textOf('package.json')) as {
  version: string;
  license: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const packages = Object.entries({ ...dependencies, ...devDependencies });

describe('the repository', () => {
  it('has one version', () => {
    expect((JSON.parse(textOf('manifest.json')) as { version: string }).version).toBe(version);
    expect((JSON.parse(textOf('package-lock.json')) as { version: string }).version).toBe(version);
  });

  it('tells in its changelog what this version brings', () => {
    expect(textOf('CHANGELOG.md')).toMatch(new RegExp(`^## ${version.replaceAll('.', '\\.')}\\b`, 'mu'));
  });

  it('pins every package to the patch', () => {
    expect(packages.filter(([, range]) => !/^\d+\.\d+\.\d+$/u.test(range))).toEqual([]);
  });

  it('locks what it pins, and says from no host', () => {
    const lock = textOf('package-lock.json');
    expect(lock).not.toMatch(
      /"resolved"|https?:\/\/(?!(?:www\.)?(?:github\.com|opencollective\.com|[\w.-]+\/(?:sponsors|funding|donate)))[^"]*\.tgz/u,
    );
    const { packages: locked } = JSON.parse(lock) as { packages: Record<string, { version?: string }> };
    expect(packages.filter(([name, pinned]) => locked[`node_modules/${name}`]?.version !== pinned)).toEqual([]);
  });

  it('is under the MIT licence, by its authors', () => {
    expect(license).toBe('MIT');
    expect(textOf('LICENSE')).toMatch(/^MIT License\n\nCopyright \(c\) \d{4} The Sayso authors\n/u);
  });

  it('gives a reason and the licence for every package', () => {
    const reasons = textOf('docs/decisions/0009-libraries-and-why.md');
    const isTypes = (name: string) => name.startsWith('@types/');
    expect(packages.map(([name]) => name).filter((name) => !isTypes(name) && !reasons.includes(`\`${name}\``))).toEqual(
      [],
    );
    const named = [...reasons.matchAll(/^\| `([^`]+)` \|/gmu)].map(([, name = '']) => name);
    const installed = packages.map(([name]) => name);
    expect(named.filter((name) => !installed.includes(name))).toEqual([]);
  });
});
