// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLeniently, readJsonLd } from '../../../src/recognise/read-json-ld.ts';
import { textsOf } from '../../../src/recognise/thing.ts';
import { pageOf } from '../../support/read-page.ts';

describe('parseLeniently', () => {
  it.each([
    ['/* <![CDATA[ */ {"a":1} /* ]]> */', { a: 1 }],
    ['//<![CDATA[\n{"a":1}\n//]]>', { a: 1 }],
    ['<![CDATA[{"a":1}]]>', { a: 1 }],
    ['<!-- {"a":1} -->', { a: 1 }],
    ['{"a":[1,2,],}', { a: [1, 2] }],
    ['{"a":"one\ntwo\tthree"}', { a: 'one two three' }],
    ['{ /* what it is */ "a": 1 <!-- or so --> }', { a: 1 }],
    ['{\n// what it is\n"a": 1};', { a: 1 }],
    [
      '{"a":"// not a comment, /* nor this */ <!-- nor this -->"}',
      { a: '// not a comment, /* nor this */ <!-- nor this -->' },
    ],
    ['{"a":"x,]","b":[1,],}', { a: 'x,]', b: [1] }],
  ])('reads %j', (text, expected) => {
    expect(parseLeniently(text)).toEqual(expected);
  });

  it.each(['', 'not json', '{"a":', '{{}}', "{'a':1}"])('gives up on %j', (text) => {
    expect(parseLeniently(text)).toBeUndefined();
  });

  it('reads whatever is JSON as it is', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseLeniently(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('does not slow down on text made to be hard', () => {
    for (const text of [
      '"'.repeat(50_000),
      '/*'.repeat(50_000),
      ','.repeat(50_000),
      '<!--'.repeat(20_000),
      '{"a":"\\'.repeat(10_000),
    ]) {
      const startMs = performance.now();
      expect(parseLeniently(text)).toBeUndefined();
      expect(performance.now() - startMs).toBeLessThan(5_000);
    }
  });
});

describe('readJsonLd', () => {
  function things(value: unknown): ReturnType<typeof readJsonLd> {
    return readJsonLd(
      pageOf(`<script type="application/ld+json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`),
    );
  }

  it('gives holders before what they hold, and drops the vocabulary of names', () => {
    const [product, brand] = things({
      '@type': 'https://schema.org/Product',
      'schema:brand': { '@type': 'Brand', name: 'Acme' },
    });
    expect([product?.types, brand?.types]).toEqual([['Product'], ['Brand']]);
    expect([brand?.holder, brand?.role]).toEqual([product, 'brand']);
    expect(textsOf(product!, 'brand')).toEqual(['Acme']);
  });

  it('takes names that are lists, numbers that are not text, and leaves blanks out', () => {
    const [thing] = things({ '@type': ['Car', 'Product'], name: ['', 'One', 'Two'], sku: 42, mpn: null, color: ' ' });
    expect(textsOf(thing!, 'name')).toEqual(['One', 'Two']);
    expect(textsOf(thing!, 'sku')).toEqual(['42']);
    expect(textsOf(thing!, 'mpn', 'color')).toEqual([]);
  });

  it('keeps names of the language itself as names of properties', () => {
    const [thing] = readJsonLd(
      pageOf(
        '<script type="application/ld+json">{"@type":"Product","__proto__":{"name":"x"},"constructor":"c","toString":"t"}</script>',
      ),
    );
    expect(textsOf(thing!, 'constructor', 'toString')).toEqual(['c', 't']);
    expect(textsOf(thing!, 'valueOf', 'hasOwnProperty')).toEqual([]);
    expect(({} as { name?: string }).name).toBeUndefined();
  });

  it('reads no more than so many things, however deep and however many there are', () => {
    let deep: unknown = { '@type': 'Product', name: 'deep' };
    for (let depth = 0; depth < 2_000; depth += 1) {
      deep = { '@type': 'Thing', about: deep };
    }
    expect(things(deep).length).toBeLessThan(20);
    expect(things(Array.from({ length: 20_000 }, () => ({ '@type': 'Product' })))).toHaveLength(2_000);
    const deepText = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(readJsonLd(pageOf(`<script type="application/ld+json">${deepText}</script>`))).toEqual([]);
  });
});
