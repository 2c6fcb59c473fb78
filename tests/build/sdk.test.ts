import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MINIMAL_ASK } from '../support/asks.ts';
import { Built } from '../support/dist.ts';
import { misfit } from '../support/json-schema.ts';
import { SIGNED_BY_VENDOR, WIRE_QUOTE } from '../support/wire-samples.ts';
import { requestCalls } from '../../src/protocol/request/request-calls.ts';
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
    const calls = Object.keys({ ...vendorCalls, ...requestCalls }).flatMap((call) => [
      `${call}.input`,
      `${call}.output`,
    ]);
    expect($schema).toBe('https://json-schema.org/draft/2020-12/schema');
    const messages = ['SignedByPerson', 'SignedByVendor', 'EndpointAnswer'];
    expect(Object.keys($defs).sort()).toEqual(['customer.json', ...calls, ...messages].sort());
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
    ['intentions.input', { limit: 20, since: '2026-11' }],
    ['reply.input', SIGNED_BY_VENDOR],
    ['EndpointAnswer', { sayso: '1', messages: [{ ...SIGNED_BY_VENDOR, body: WIRE_QUOTE }], status: '/quotes/7' }],
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
    ['reply.input', { ...SIGNED_BY_VENDOR, body: { ...SIGNED_BY_VENDOR.body, reason: 'sold out' } }, '/body/reason'],
    ['EndpointAnswer', { sayso: '2' }, '/sayso'],
  ])('%s refuses %j at %s', (name, value, path) => {
    expect(check(name, value)).toBe(path);
  });
});

describe('protocol.openapi.json', () => {
  const document = built.json('protocol.openapi.json') as {
    openapi: string;
    paths: Record<string, Record<string, { operationId: string; responses: object } | undefined>>;
    components: { schemas: Record<string, Record<string, unknown>> };
  };

  it('names what can be asked of an endpoint, and every answer that means something', () => {
    const { '/quotes': endpoint, '/quotes/{status}': status } = document.paths;
    expect(document.openapi).toBe('3.1.0');
    expect(endpoint?.['post']?.operationId).toBe('takeMessage');
    expect(status?.['get']?.operationId).toBe('tellStatus');
    expect(Object.keys(endpoint?.['post']?.responses ?? {})).toEqual(
      expect.arrayContaining(['200', '202', '204', '3XX', '409', '429', '4XX', '5XX']),
    );
  });

  it('has the schemas that it refers to, and they are those of protocol.schema.json', () => {
    const named = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/gu)].map(
      ([, one = '']) => one,
    );
    const { $defs } = built.json('protocol.schema.json') as { $defs: Record<string, unknown> };
    expect(new Set(named)).toEqual(new Set(['SignedByPerson', 'EndpointAnswer']));
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      expect([name, schema]).toEqual([name, $defs[name]]);
    }
  });
});
