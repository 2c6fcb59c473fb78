import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Extension } from '../../../src/inline/extension.ts';
import { readTexts } from '../../../src/inline/texts.ts';

function extensionIn(language: 'en' | 'de'): Extension {
  const file = readFileSync(`public/_locales/${language}/messages.json`, 'utf8');
  const messages = JSON.parse(file) as Record<string, { message: string } | undefined>;
  const getMessage = (key: string, parts: readonly string[] = []): string =>
    (messages[key]?.message ?? '').replace(/\$(\d)/gu, (_whole, index: string) => parts[Number(index) - 1] ?? '');
  return { i18n: { getMessage, getUILanguage: () => language } } as unknown as Extension;
}

describe.each(['en', 'de'] as const)('the texts of the stars in %s', (language) => {
  it('has a word for every mark, and for none', () => {
    const { values } = readTexts(extensionIn(language));
    expect(values).toHaveLength(11);
    expect(new Set(values).size).toBe(11);
    expect(values.every((value) => value !== '')).toBe(true);
  });

  it('has all the others', () => {
    const { clear, undo, saved, cleared, undone, failed } = readTexts(extensionIn(language));
    expect([clear, undo, saved, cleared, undone, failed].filter((text) => text === '')).toEqual([]);
  });

  it('speaks names as they are, however they are made', () => {
    const texts = readTexts(extensionIn(language));
    const name = "<b>$1</b> $& $' \uFFFC";
    expect(texts.labelOf(name)).toContain(name);
    expect(texts.labelOfValue(name, 7)).toContain(name);
    expect(texts.labelOfValue(name, 7)).toContain(texts.values[7]);
  });

  it('cuts a name that is too long to be spoken', () => {
    expect(readTexts(extensionIn(language)).labelOf('x'.repeat(10_000)).length).toBeLessThan(250);
  });
});

describe('marks', () => {
  it('are told in the language of the interface', () => {
    expect(readTexts(extensionIn('en')).values[7]).toBe('3.5 stars');
    expect(readTexts(extensionIn('en')).values[2]).toBe('1 star');
    expect(readTexts(extensionIn('de')).values[7]).toBe('3,5 Sterne');
  });
});
