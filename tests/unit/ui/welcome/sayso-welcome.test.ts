// @vitest-environment happy-dom
import '../../../support/fake-browser.ts';
import { afterEach, describe, expect, it } from 'vitest';
import '../../../../src/ui/welcome/sayso-welcome.ts';
import { speak } from '../../../support/fake-browser.ts';
import { mount, textOf } from '../../../support/mount.ts';

afterEach(() => speak('en'));

describe('sayso-welcome', () => {
  it.each(['en', 'de'] as const)('says it in three pictures and two steps (%s)', async (language) => {
    speak(language);
    const welcome = await mount('sayso-welcome');
    const pictures = [...welcome.shadowRoot!.querySelectorAll('.columns section')];
    expect(pictures.map((section) => section.querySelectorAll('svg').length)).toEqual([1, 1, 1]);
    expect(pictures.every((section) => textOf(section).length > 80)).toBe(true);
    expect(welcome.shadowRoot!.querySelectorAll('ol li')).toHaveLength(2);
  });

  it('leads on to the dashboard', async () => {
    const welcome = await mount('sayso-welcome');
    const links = [...welcome.shadowRoot!.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['../dashboard/dashboard.html#preferences', '../dashboard/dashboard.html']);
  });
});
