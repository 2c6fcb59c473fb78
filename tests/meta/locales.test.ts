import { describe, expect, it } from 'vitest';
import { codeOf, filesIn, textOf } from './support/repository.ts';

interface Message {
  readonly message: string;
  readonly placeholders?: unknown;
}

const read = (language: string) =>
  JSON.parse(textOf(`public/_locales/${language}/messages.json`)) as Record<string, Message>;
const english = read('en');
const german = read('de');
const keys = Object.keys(english);
const source = filesIn('src', '.ts').map(codeOf).join('\n');

/** Texts that are the same word in both languages. */
const SAME = new Set(
  ['$1 ($2)', '$1 · Sayso', 'Album', 'Allergen', 'App', 'Apps', 'Film', 'Genre', 'Genres', 'Hotel', 'Hotels', 'Name']
    .concat(['Organisation', 'Person', 'Podcast', 'Podcasts', 'Restaurant', 'Restaurants', 'Sayso', 'System'])
    .concat(['Version $1', 'halal', 'in Sayso', 'vegan']),
);

/** Words that a German text has no use for. */
const ENGLISH = /\b(?:the|and|your|with|you|for|of|is|are|this|that|not|to|it|they)\b/iu;

/** Keys that are put together where they are used: `kind_${kind}_plural`, and `stars_${key}` for the stars on pages. */
const dynamic = [...source.matchAll(/`([a-z]+_(?:\w|\$\{(?:[^{}]|\{[^{}]*\})*\})*\$\{(?:\w|[^`])*)`/gu)].map(
  ([, template = '']) => new RegExp(`^${template.replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/gu, '\\w+')}$`, 'u'),
);

/** Keys, and the stems of those that change with a number, written out in code. */
const written = new Set([...source.matchAll(/['"`](\w+)['"`]/gu)].map(([, key = '']) => key));

describe('the texts', () => {
  it('are there in both languages', () => {
    expect(Object.keys(german)).toEqual(keys);
  });

  it('are sorted, so that two who add one don’t meet', () => {
    expect(keys).toEqual([...keys].sort());
  });

  it('take the same parts in both languages', () => {
    const parts = ({ message, placeholders }: Message) => [
      (message.match(/\$(?:\d|\w+\$)/gu) ?? []).sort(),
      placeholders,
    ];
    expect(keys.filter((key) => JSON.stringify(parts(english[key]!)) !== JSON.stringify(parts(german[key]!)))).toEqual(
      [],
    );
  });

  it('are translated', () => {
    const same = keys.filter((key) => english[key]?.message === german[key]?.message);
    expect(same.filter((key) => !SAME.has(english[key]!.message))).toEqual([]);
    expect(keys.filter((key) => ENGLISH.test(german[key]!.message))).toEqual([]);
  });

  it('address a person, and have no user', () => {
    expect(keys.filter((key) => /\busers?\b/iu.test(english[key]!.message))).toEqual([]);
    expect(
      keys.filter(
        (key) =>
          /\b(?:Sie|Ihre?[nmrs]?|Nutzer\w*|Benutzer\w*)\b/u.test(german[key]!.message) &&
          /\bIhr/u.test(german[key]!.message),
      ),
    ).toEqual([]);
  });

  it('write Du, Dich, Dir and Dein with a capital', () => {
    const small = Object.entries(german).filter(([, { message }]) =>
      /\b(?:du|dich|dir|dein(?:e[mnrs]?)?)\b/u.test(message),
    );
    expect(small.map(([key]) => key)).toEqual([]);
  });

  it('are not empty, and hold no markup', () => {
    for (const { message } of [english, german].flatMap((all) => Object.values(all))) {
      expect(message).toMatch(/\S/u);
      expect(message).not.toMatch(/<\/?[a-z]/iu);
    }
  });

  it('are all used', () => {
    const manifest = textOf('manifest.json');
    const isUsed = (key: string) =>
      written.has(key) ||
      written.has(key.replace(/_(?:one|other)$/u, '')) ||
      manifest.includes(`__MSG_${key}__`) ||
      dynamic.some((pattern) => pattern.test(key));
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });

  it('are there for every key that is used', () => {
    const prefixes = [...new Set(keys.map((key) => key.split('_')[0] ?? ''))];
    const asked = [...written].filter((word) => prefixes.some((prefix) => word.startsWith(`${prefix}_`)));
    const inManifest = [...textOf('manifest.json').matchAll(/__MSG_(\w+)__/gu)].map(([, key = '']) => key);
    expect(asked.length).toBeGreaterThan(200);
    expect([...asked, ...inManifest].filter((key) => !(key in english) && !(`${key}_other` in english))).toEqual([]);
  });

  it('come in pairs where they change with a number', () => {
    const stems = keys.filter((key) => key.endsWith('_one')).map((key) => key.slice(0, -'_one'.length));
    expect(stems.filter((stem) => !keys.includes(`${stem}_other`))).toEqual([]);
  });
});
