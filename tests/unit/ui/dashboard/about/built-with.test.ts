import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PACKAGES } from '../../../../../src/ui/dashboard/about/built-with.ts';
import ours from '../../../../../package.json' with { type: 'json' };

/** Those whose code comes with another of ours, or is not in the extension. */
const NOT_NAMED = ['lit-html', '@lit-labs/virtualizer'];

it('names every package that is built in, under its own licence', () => {
  const shipped = Object.keys(ours.dependencies).filter((name) => !NOT_NAMED.includes(name));
  expect(PACKAGES.map(({ name }) => name).toSorted()).toEqual(shipped.toSorted());
  for (const { name, licence } of PACKAGES) {
    const manifest = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { license: string };
    expect([name, manifest.license]).toEqual([name, licence]);
  }
});
