import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MINIMAL_ASK } from '../support/asks.ts';
import { Built } from '../support/dist.ts';
import { misfit } from '../support/json-schema.ts';
import { vendorCalls } from '../../src/protocol/vendor-wire.ts';

const built = new Built('dist/sdk');

describe('the module for vendors', () => {
  it('is one file without dependencies', () => {
    expect(built.text('index.js')).not.toMatch(/^\s*(?:import|export [^;]*\bfrom)\b|\bimport\(|\brequire\(/mu);
    expect(built.json('package.json')).not.toHaveProperty('dependencies');
  });

  it('exports what its README uses, and runs where there is no browser', async () => {
    const sdk = (await import(/* @vite-ignore */ pathToFileURL(join(built.folder, 'index.js')).href)) as Record<
      string,
      () => Promise<unknown>
    >;
    expect(Object.keys(sdk)).toEqual(expect.arrayContaining(['customer', 'createTestCustomer', 'whenCustomer']));
    await expect(sdk['customer']!()).resolves.toBeUndefined();
  });

  it('names files that are there, with its licence and README', () => {
    const { exports } = built.json('package.json') as { exports: Record<string, string | Record<string, string>> };
    const named = Object.values(exports).flatMap((entry) =>
      typeof entry === 'string' ? [entry] : Object.values(entry),
    );
    expect(named.map((file) => file.replace('./', '')).filter((file) => !built.files.includes(file))).toEqual([]);
    expect(built.files).toEqual(expect.arrayContaining(['LICENSE', 'README.md']));
  });

  it('has types that lead nowhere else', () => {
    const types = built.filesEndingWith('.d.ts');
    const imports = types.flatMap((file) =>
      [...built.text(file).matchAll(/^(?:import|export) [^;'"]*\bfrom ['"]([^'"]+)['"]/gmu)].map(([, to = '']) => ({
        file,
        to,
      })),
    );
    const there = ({ file, to }: { file: string; to: string }) =>
      to.startsWith('.') &&
      types.includes(new URL(to.replace(/\.(?:js|ts)$/u, '.d.ts'), `file:///${file}`).pathname.slice(1));
    expect(imports.length).toBeGreaterThan(0);
    expect(imports.filter((one) => !there(one))).toEqual([]);
  });
});

describe('protocol.schema.json', () => {
  const { $schema, $defs } = built.json('protocol.schema.json') as {
    $schema: string;
    $defs: Record<string, Record<string, unknown>>;
  };
  const check = (name: string, value: unknown) => misfit($defs[name]!, value);

  it('has what goes in and comes out of every call', () => {
    const calls = Object.keys(vendorCalls).flatMap((call) => [`${call}.input`, `${call}.output`]);
    expect($schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(Object.keys($defs).sort()).toEqual(['customer.json', ...calls].sort());
  });

  it.each([
    ['customer.json', { version: '1', name: 'Matinee', asks: [MINIMAL_ASK] }],
    ['request.input', MINIMAL_ASK],
    ['request.input', { ...MINIMAL_ASK, agreement: 'SD-BASE', sharing: ['Parcel Service'] }],
    ['ratings.input', {}],
    ['ratings.input', { identifiers: ['imdb:tt0133093'], limit: 500, since: '2024' }],
    ['preferences.input', { keys: ['shoe-size'] }],
    ['rank.input', [{ identifier: ['imdb:tt0133093'], genre: 'Action', aggregateRating: { ratingValue: 4 } }]],
    ['rank.output', [{ index: 0 }]],
    ['withdraw.input', '6f8f57a0-3d5c-4b53-8f0e-0c2f6d1f4b11'],
    [
      'ratings.output',
      {
        '@context': 'https://schema.org',
        items: [
          {
            '@type': 'Review',
            itemReviewed: { '@type': 'Movie', name: 'The Matrix', identifier: [], sameAs: [] },
            reviewRating: { '@type': 'Rating', ratingValue: 4.5, bestRating: 5, worstRating: 0.5 },
          },
        ],
      },
    ],
  ])('%s takes %j', (name, value) => {
    expect(check(name, value)).toBeUndefined();
  });

  it.each([
    ['customer.json', { version: '2', name: 'Matinee', asks: [MINIMAL_ASK] }, '/version'],
    ['customer.json', { version: '1', name: 'Matinee', asks: [] }, '/asks'],
    ['request.input', { ...MINIMAL_ASK, purpose: 'Anything' }, '/purpose'],
    ['request.input', { ...MINIMAL_ASK, retention: '30 days' }, '/retention'],
    ['request.input', { ...MINIMAL_ASK, required: [{ collection: 'all' }] }, '/required/0/collection'],
    ['request.input', { ...MINIMAL_ASK, surprise: 1 }, '/surprise'],
    ['ratings.input', { limit: 501 }, '/'],
    ['ratings.input', { identifiers: ['tt0133093'] }, '/'],
    ['rank.input', [{ name: 'The Matrix' }], '/0/identifier'],
    ['rank.input', {}, '/'],
    ['rank.output', [{ index: 0.5 }], '/0/index'],
  ])('%s refuses %j at %s', (name, value, path) => {
    expect(check(name, value)).toBe(path);
  });
});
