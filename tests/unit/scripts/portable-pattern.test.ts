import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { portablePattern } from '../../../scripts/lib/portable-pattern.ts';
import { protocolJsonSchema } from '../../../scripts/lib/protocol-json-schema.ts';
import { protocolOpenApi } from '../../../scripts/lib/protocol-openapi.ts';
import { key, name, threadId } from '../../../src/protocol/request/wire-values.ts';
import * as v from 'valibot';

/** Every pattern of a schema, however deep it stands. */
function patternsOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) {
    return [];
  }
  const own = 'pattern' in schema && typeof schema.pattern === 'string' ? [schema.pattern] : [];
  return [...own, ...Object.values(schema).flatMap(patternsOf)];
}

describe('the patterns that vendors check by', () => {
  const patterns = [...new Set([protocolJsonSchema(), protocolOpenApi()].flatMap(patternsOf))];

  it('are there', () => {
    expect(patterns.length).toBeGreaterThan(10);
  });

  it.each(patterns)('need no flag, look nowhere, and mean the same in every dialect: %s', (pattern) => {
    // Without a flag, as other validators do it: the linter would have one.
    const compile = (flags?: string) => new RegExp(pattern, flags);
    expect(() => compile()).not.toThrow();
    expect(() => compile('u')).not.toThrow();
    expect(pattern).not.toMatch(/\(\?|\\[pPdDwWbBkuc\d]/u);
  });
});

describe('portablePattern', () => {
  it.each([
    [String.raw`^[\w.:-]{1,64}$`, '^[A-Za-z0-9_.:-]{1,64}$'],
    [String.raw`^-?\d{1,16}(?:\.\d{1,4})?$`, String.raw`^-?[0-9]{1,16}(\.[0-9]{1,4})?$`],
    [String.raw`^P(?=\d|T\d)(?:\d{1,4}Y)?$`, '^P([0-9]{1,4}Y)?$'],
    [String.raw`[\p{L}\p{N}]`, String.raw`[^ \t\r\n]`],
  ])('writes %s as %s', (source, plain) => {
    expect(portablePattern(source)).toBe(plain);
  });

  it.each([String.raw`^(?!a)b`, String.raw`(?<=a)b`, String.raw`\bword`])('has no form of %s', (source) => {
    expect(() => portablePattern(source)).toThrow('no portable form');
  });

  it.each<[string, v.GenericSchema<string> & { readonly pipe: readonly object[] }]>([
    ['name', name],
    ['key', key],
    ['threadId', threadId],
  ])('refuses no %s that Sayso takes', (_name, schema) => {
    const [pattern = ''] = schema.pipe.flatMap((part) =>
      'requirement' in part && part.requirement instanceof RegExp ? [portablePattern(part.requirement.source)] : [],
    );
    expect(pattern).not.toBe('');
    const plain = new RegExp(pattern, 'u');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { success } = v.safeParse(schema, text);
        expect(success && !plain.test(text.trim())).toBe(false);
      }),
    );
  });

  it.each(['\u0000', 'a\u0007', 'a\u007f', ' \n '])('lets no %j pass as a name', (text) => {
    expect(new RegExp(portablePattern(String.raw`^[\p{L}]`), 'u').test(text)).toBe(false);
  });

  it.each(['Tolkien', 'é', '日本', 'a\tb\nc', '👶', '  x'])('lets %j pass as a name', (text) => {
    expect(new RegExp(portablePattern(String.raw`^[\p{L}]`), 'u').test(text)).toBe(true);
  });
});
