// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { listPreferences } from '../../../../../src/app/list-preferences.ts';
import { rateItem } from '../../../../../src/app/rate-item.ts';
import { savePreference } from '../../../../../src/app/save-preference.ts';
import { AppError } from '../../../../../src/domain/errors.ts';
import type { Preference } from '../../../../../src/domain/preference.ts';
import '../../../../../src/ui/dashboard/preferences/sayso-edit-preference.ts';
import { drawn, fieldWithin, mount, textOf, within } from '../../../../support/mount.ts';
import { film, stars } from '../../../../support/samples.ts';
import { type TestContext, testContext } from '../../../../support/test-context.ts';

vi.mock('../../../../../src/platform/tell.ts', () => ({ ratingsChanged: vi.fn(), siteChanged: vi.fn() }));
const save = vi.hoisted(() => vi.fn());
vi.mock('../../../../../src/app/save-preference.ts', async (actual) => {
  const module = await actual<{ savePreference: (...input: unknown[]) => unknown }>();
  save.mockImplementation(module.savePreference);
  return { savePreference: save };
});

afterEach(() => document.body.replaceChildren());

async function dialog(context: TestContext, startKey: string, preference?: Preference) {
  const element = await mount('sayso-edit-preference', { context, startKey, preference });
  const closed = vi.fn();
  element.addEventListener('dialog-closed', closed);
  return { element, closed };
}

async function type(element: HTMLElement, text: string): Promise<void> {
  const value = within(element, 'sayso-preference-value');
  const field = fieldWithin(value, 'input');
  field.value = text;
  field.dispatchEvent(new Event('input'));
  await drawn(element);
}

function submit(element: HTMLElement): void {
  within(element, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
}

describe('sayso-edit-preference', () => {
  it('keeps what was chosen under the name that every language shares', async () => {
    const context = testContext();
    const { element, closed } = await dialog(context, 'diet');
    await type(element, 'Vegetarian');
    submit(element);
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
    expect(await listPreferences(context)).toMatchObject([
      { key: 'diet', value: 'VegetarianDiet', strength: 'must', isPrivate: true },
    ]);
  });

  it('changes one in place', async () => {
    const context = testContext();
    const { preference } = await savePreference(context, {
      key: 'shoe-size',
      value: '42',
      unit: 'EU',
      strength: 'must',
      isPrivate: false,
    });
    const { element, closed } = await dialog(context, 'shoe-size', preference);
    await type(element, '43');
    submit(element);
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
    expect(await listPreferences(context)).toMatchObject([{ id: preference.id, value: '43', unit: 'EU' }]);
  });

  it('offers the makers that were rated most', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1, { creators: ['Lang'] }), given: stars(4) });
    await rateItem(context, { facts: film(2, { creators: ['Lang', 'Harbou'] }), given: stars(4) });
    const { element } = await dialog(context, 'maker');
    await vi.waitFor(() => {
      const offered = within(element, 'sayso-preference-value').shadowRoot!.querySelectorAll('option');
      expect([...offered].map((option) => [option.value, option.getAttribute('label')])).toEqual([
        ['Lang', '2 ratings'],
        ['Harbou', '1 rating'],
      ]);
    });
  });

  it('says at the field what is wrong, and stays open', async () => {
    const { element, closed } = await dialog(testContext(), 'shoe-size');
    await type(element, 'big');
    submit(element);
    await drawn(element);
    const value = within(element, 'sayso-preference-value');
    await drawn(value);
    expect(textOf(within(value, '#fault'))).toBe('A size is a number, such as 42 or 42.5.');
    expect(closed).not.toHaveBeenCalled();
  });

  it('keeps what was typed when it turns out to be about something else', async () => {
    const { element } = await dialog(testContext(), 'brand');
    await type(element, 'Acme');
    const key = within(element, '#key') as HTMLSelectElement;
    key.value = 'maker';
    key.dispatchEvent(new Event('change'));
    await drawn(element);
    const value = within(element, 'sayso-preference-value');
    await drawn(value);
    expect(fieldWithin(value, 'input').value).toBe('Acme');
  });

  it('tells a full disk and keeps what was typed', async () => {
    const { element, closed } = await dialog(testContext(), 'brand');
    save.mockRejectedValueOnce(new AppError('storage-full', 'full'));
    await type(element, 'Acme');
    submit(element);
    await vi.waitFor(() => expect(textOf(within(element, 'sayso-notice'))).toContain('Free some space'));
    expect(fieldWithin(within(element, 'sayso-preference-value'), 'input').value).toBe('Acme');
    expect(closed).not.toHaveBeenCalled();
  });
});
