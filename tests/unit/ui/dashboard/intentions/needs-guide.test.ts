// @vitest-environment happy-dom
import { speak } from '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { listPreferences } from '../../../../../src/app/list-preferences.ts';
import { PREFERENCE_KEY, type Preference } from '../../../../../src/domain/preference.ts';
import type { ToastMessage } from '../../../../../src/ui/components/sayso-toast.ts';
import {
  answerText,
  badNumbers,
  type GuideAnswer,
  lastAnswer,
  NO_ANSWER,
  requirementsOf,
} from '../../../../../src/ui/dashboard/intentions/guide-answers.ts';
import { GUIDES, guideKey, guideOfKey } from '../../../../../src/ui/dashboard/intentions/needs-guides.ts';
import {
  offeredPreferences,
  requirementOfPreference,
} from '../../../../../src/ui/dashboard/intentions/offered-preferences.ts';
import { newRequirement } from '../../../../../src/ui/dashboard/intentions/request-draft.ts';
import type { GuideAnswered } from '../../../../../src/ui/dashboard/intentions/sayso-needs-guide.ts';
import '../../../../../src/ui/dashboard/intentions/sayso-needs-guide.ts';
import { valueWithUnit } from '../../../../../src/ui/dashboard/preferences/value-name.ts';
import { preferenceKeyName } from '../../../../../src/ui/preference-key-name.ts';
import { drawn, fieldWithin, mount, textOf, within } from '../../../../support/mount.ts';
import { type TestContext, testContext } from '../../../../support/test-context.ts';

vi.mock('../../../../../src/platform/tell.ts', () => ({ ratingsChanged: vi.fn(), siteChanged: vi.fn() }));

afterEach(() => {
  document.body.replaceChildren();
  speak('en');
});

const [pushchair] = GUIDES;

function answer(part: Partial<GuideAnswer>): GuideAnswer {
  return { ...NO_ANSWER, ...part };
}

function preference(key: string, value: string, part: Partial<Preference> = {}): Preference {
  const stamps = { createdAt: '' as Preference['createdAt'], updatedAt: '' as Preference['updatedAt'] };
  return { id: key as Preference['id'], key, value, strength: 'prefer', isPrivate: false, ...stamps, ...part };
}

async function asked(context: TestContext, guide = pushchair!) {
  const preferences = await listPreferences(context);
  const element = await mount('sayso-needs-guide', { context, guide, preferences });
  const answered: GuideAnswered['detail'][] = [];
  const told: ToastMessage[] = [];
  element.addEventListener('guide-answered', ({ detail }) => void answered.push(detail));
  element.addEventListener('told', ({ detail }) => void told.push(detail));
  return { element, answered, told };
}

function question(element: HTMLElement, name: string, selector: string): HTMLInputElement {
  return fieldWithin(element, `[data-question="${name}"] ${selector}`);
}

async function type(element: HTMLElement, name: string, text: string): Promise<void> {
  const field = question(element, name, 'input');
  field.value = text;
  field.dispatchEvent(new Event('input'));
  await drawn(element);
}

async function press(element: HTMLElement, name: string, selector: string): Promise<void> {
  question(element, name, selector).click();
  await drawn(element);
}

function submit(element: HTMLElement): void {
  within(element, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
}

describe('the needs guides', () => {
  it('have a few questions each, and remember each under a key of its own', () => {
    const keys = GUIDES.flatMap((guide) => guide.questions.map((one) => guideKey(guide, one)));
    expect(GUIDES.map(({ name }) => name)).toEqual(['pushchair', 'laptop', 'bicycle', 'trip', 'repair']);
    expect(GUIDES.every(({ questions }) => questions.length >= 5 && questions.length <= 8)).toBe(true);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !PREFERENCE_KEY.test(key))).toEqual([]);
    expect(guideOfKey('trip-where')?.name).toBe('trip');
    expect(guideOfKey('brand')).toBeUndefined();
  });

  it('make a requirement of each answer, and of no question that was left', () => {
    const answers = {
      age: answer({ chosen: ['newborn', 'twins'] }),
      weight: answer({ text: '12,5' }),
      fold: answer({ text: 'no' }),
    };
    expect(requirementsOf(pushchair!, answers)).toMatchObject([
      { property: 'suited for', kind: 'text', anyOf: 'a newborn, twins', isAll: true, strength: 'must' },
      { property: 'weight', kind: 'range', min: '', max: '12,5', unit: 'KGM' },
      { property: 'folds with one hand', kind: 'flag', is: false, strength: 'prefer' },
    ]);
    expect(badNumbers(pushchair!, { ...answers, width: answer({ text: 'narrow' }) })).toEqual(['width']);
  });

  it('are told among preferences in the person’s words, whatever the language was then', () => {
    const told = () =>
      [
        preference('pushchair-age', 'newborn, twins'),
        preference('trip-steps', 'no'),
        preference('laptop-system', 'Linux'),
      ]
        .map((one) => `${preferenceKeyName(one.key)} – ${valueWithUnit(one)}`)
        .join('; ');
    expect(told()).toBe(
      'Pushchair: suited for – a newborn, twins; Trip: step-free – no; Laptop: operating system – Linux',
    );
    speak('de');
    expect(told()).toContain('Kinderwagen – geeignet für – ein Neugeborenes, Zwillinge; Reise – stufenlos – nein');
    const [age] = pushchair!.questions;
    const edited = [preference('pushchair-age', 'Zwillinge')];
    expect(lastAnswer(pushchair!, age!, edited)?.chosen).toEqual(['twins']);
  });

  it('understand what was remembered, as far as it still answers them', () => {
    const [age, ground, weight, , fold] = pushchair!.questions;
    const held = [
      preference('pushchair-age', 'twins, triplets'),
      preference('pushchair-ground', 'sand'),
      preference('pushchair-weight', '12.5'),
      preference('pushchair-fold', 'yes'),
    ];
    const said = [age, ground, weight, fold].map((one) => {
      const last = lastAnswer(pushchair!, one!, held);
      return last && answerText(one!, last);
    });
    expect(said).toEqual(['twins', undefined, '12.5 kilograms', 'yes']);
  });
});

describe('sayso-needs-guide', () => {
  it('hands over what was answered, and remembers what the person ticked, for the next time', async () => {
    const context = testContext();
    const { element, answered, told } = await asked(context);
    await type(element, 'weight', '12');
    await press(element, 'age', 'label:nth-child(4) input');
    await press(element, 'age', 'label.small input');
    submit(element);
    await vi.waitFor(() => expect(answered).toHaveLength(1));
    expect(answered[0]?.requirements.map(({ property }) => property)).toEqual(['suited for', 'weight']);
    expect(await listPreferences(context)).toMatchObject([
      { key: 'pushchair-age', value: 'twins', strength: 'must', kinds: ['Product'] },
    ]);
    expect(told.map(({ text }) => text)).toEqual(['1 answer remembered as a preference.']);

    element.remove();
    const next = await asked(context);
    const offered = question(next.element, 'age', 'button');
    expect(textOf(offered)).toBe('As last time: twins');
    expect(question(next.element, 'age', 'label:nth-child(4) input').checked).toBe(false);
    offered.click();
    await drawn(next.element);
    expect(question(next.element, 'age', 'label:nth-child(4) input').checked).toBe(true);

    await told[0]!.undo!();
    expect(await listPreferences(context)).toEqual([]);
  });

  it('changes what it remembered before instead of remembering both', async () => {
    const context = testContext();
    for (const weight of ['12', '9']) {
      const { element, answered } = await asked(context);
      await type(element, 'weight', weight);
      await press(element, 'weight', 'input[type="checkbox"]');
      submit(element);
      await vi.waitFor(() => expect(answered).toHaveLength(1));
      element.remove();
    }
    expect(await listPreferences(context)).toMatchObject([{ key: 'pushchair-weight', value: '9', unit: 'kilograms' }]);
  });

  it('says at the question that it wants a number, and hands over nothing', async () => {
    const { element, answered } = await asked(testContext());
    await type(element, 'weight', 'light');
    submit(element);
    await drawn(element);
    expect(textOf(within(element, '#fault-weight'))).toContain('not a number');
    expect(question(element, 'weight', 'input').getAttribute('aria-invalid')).toBe('true');
    expect(answered).toEqual([]);
  });
});

describe('preferences beside requirements', () => {
  it('are offered for the kind they are about, until they are there, and not those of a guide', () => {
    const all = [
      preference('brand', 'Kesti'),
      preference('shoe-size', '42.5', { unit: 'EU', strength: 'must' }),
      preference('genre', 'Horror', { kinds: ['Movie'] }),
      preference('diet', 'VeganDiet', { strength: 'never', isPrivate: true }),
      preference('pushchair-weight', '12'),
    ];
    const line = { requirements: [{ ...newRequirement('brand'), anyOf: 'Kesti' }] };
    expect(offeredPreferences(all, line, 'Product').map(({ key }) => key)).toEqual(['shoe-size', 'diet']);
    expect(requirementOfPreference(all[1]!)).toMatchObject({
      property: 'Shoe size',
      anyOf: '42.5 EU',
      strength: 'must',
    });
    expect(requirementOfPreference(all[3]!)).toMatchObject({ anyOf: 'vegan', strength: 'avoid', isPrivate: true });
  });
});
