// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { listPreferences } from '../../../../../src/app/list-preferences.ts';
import { savePreference } from '../../../../../src/app/save-preference.ts';
import type { ToastMessage } from '../../../../../src/ui/components/sayso-toast.ts';
import '../../../../../src/ui/dashboard/preferences/sayso-preferences.ts';
import { mount, textOf, within } from '../../../../support/mount.ts';
import { type TestContext, testContext } from '../../../../support/test-context.ts';

vi.mock('../../../../../src/platform/tell.ts', () => ({ ratingsChanged: vi.fn(), siteChanged: vi.fn() }));

afterEach(() => document.body.replaceChildren());

async function preferences(context: TestContext) {
  const element = await mount('sayso-preferences', { context });
  const told: ToastMessage[] = [];
  element.addEventListener('told', ({ detail }) => void told.push(detail));
  await vi.waitFor(() => within(element, 'button'));
  return { element, told };
}

describe('sayso-preferences', () => {
  it('offers what every shop asks where there is nothing yet', async () => {
    const { element } = await preferences(testContext());
    within(element, 'sayso-empty button').click();
    await vi.waitFor(() => within(element, 'sayso-edit-preference'));
    expect((within(element, 'sayso-edit-preference') as never as { startKey: string }).startKey).toBe('shoe-size');
  });

  it('lists what was kept in words, with what it applies to and whether it is private', async () => {
    const context = testContext();
    await savePreference(context, {
      key: 'diet',
      value: 'VeganDiet',
      strength: 'must',
      kinds: ['Recipe'],
      isPrivate: true,
    });
    const { element } = await preferences(context);
    expect(textOf(within(element, 'h2'))).toBe('Diet');
    expect(textOf(within(element, 'sayso-preference-row'))).toContain('Must be vegan only for: Recipes · private');
  });

  it('deletes one, says so, and brings it back', async () => {
    const context = testContext();
    await savePreference(context, { key: 'brand', value: '<b>Acme</b>', strength: 'never', isPrivate: false });
    const { element, told } = await preferences(context);
    within(within(element, 'sayso-preference-row'), 'button.danger').click();
    await vi.waitFor(() => within(element, 'sayso-empty'));
    expect(told.map(({ text }) => text)).toEqual(['Preference deleted: <b>Acme</b>.']);
    await told[0]!.undo!();
    await vi.waitFor(() => within(element, 'sayso-preference-row'));
    expect(await listPreferences(context)).toHaveLength(1);
  });
});
