// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { backupSettings } from '../../../../../src/app/backup-settings.ts';
import { passphraseStrength } from '../../../../../src/ui/dashboard/backup/passphrase-strength.ts';
import '../../../../../src/ui/dashboard/backup/sayso-passphrase.ts';
import { drawn, fieldWithin, mount, textOf, within } from '../../../../support/mount.ts';
import { testContext, type TestContext } from '../../../../support/test-context.ts';

afterEach(() => document.body.replaceChildren());

async function typed(context: TestContext, first: string, second: string) {
  const element = await mount('sayso-passphrase', { context, isSealed: false });
  for (const [selector, text] of [
    ['#first', first],
    ['#second', second],
  ] as const) {
    const field = fieldWithin(element, selector);
    field.value = text;
    field.dispatchEvent(new Event('input'));
  }
  within(element, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
  await drawn(element);
  return element;
}

describe('sayso-passphrase', () => {
  it('takes nothing short, and nothing that was not typed twice', async () => {
    const context = testContext();
    expect(textOf(within(await typed(context, 'short', 'short'), '.wrong'))).toBe('It needs at least 10 characters.');
    const differs = await typed(context, 'seven quiet herons', 'seven quiet heron');
    expect(textOf(within(differs, '.wrong'))).toBe('The two are not the same.');
    expect((await backupSettings(context)).isSealed).toBe(false);
  });

  it('protects copies from now on, and keeps no word of it in the form', async () => {
    const context = testContext();
    const element = await typed(context, 'seven quiet herons', 'seven quiet herons');
    await vi.waitFor(async () => expect((await backupSettings(context)).isSealed).toBe(true), 5_000);
    await vi.waitFor(() => expect(fieldWithin(element, '#first').value).toBe(''));
  });

  it('warns that nobody can recover it', async () => {
    const element = await mount('sayso-passphrase', { context: testContext(), isSealed: false });
    expect(textOf(element)).toContain('Nobody can recover the passphrase');
  });
});

describe('passphraseStrength', () => {
  it.each([
    ['short', 'short'],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['password123', 'weak'],
    ['seven quiet herons wait', 'good'],
    ['x7!kQ2#mZ9$pL4%vN8&w', 'good'],
  ])('of %s is %s', (passphrase, strength) => {
    expect(passphraseStrength(passphrase)).toBe(strength);
  });
});
