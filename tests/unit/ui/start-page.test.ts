// @vitest-environment happy-dom
import '../../support/fake-browser.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { startPage } from '../../../src/ui/start-page.ts';
import { speak } from '../../support/fake-browser.ts';

afterEach(() => speak('en'));

describe('startPage', () => {
  it.each([
    ['en', 'A site asks you'],
    ['de', 'Eine Seite fragt Dich'],
  ] as const)('says language, direction and title (%s)', (language, title) => {
    speak(language);
    startPage('prompt_title');
    expect(document.documentElement.lang).toBe(language);
    expect(document.documentElement.dir).toBe('ltr');
    expect(document.title).toBe(title);
    expect(document.adoptedStyleSheets.length).toBeGreaterThan(0);
  });
});
