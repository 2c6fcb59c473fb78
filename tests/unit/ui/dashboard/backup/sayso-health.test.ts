// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ItemId } from '../../../../../src/domain/ids.ts';
import { PROBLEM_CODES } from '../../../../../src/store/store-problem.ts';
import { healthText } from '../../../../../src/ui/dashboard/backup/health-text.ts';
import '../../../../../src/ui/dashboard/backup/sayso-health.ts';
import { fillStore } from '../../../../support/busy-store.ts';
import { mount, textOf, within } from '../../../../support/mount.ts';
import { testContext } from '../../../../support/test-context.ts';

// What room there is, is not asked here.
vi.mock('../../../../../src/ui/dashboard/about/sayso-storage.ts', () => ({}));

afterEach(() => document.body.replaceChildren());

describe('healthText', () => {
  it('says each problem in words, with what it is about', () => {
    const texts = PROBLEM_CODES.map((code) => healthText({ code, figures: ['one', 'two', 'three'] }));
    expect(texts.every((text) => text.includes('one'))).toBe(true);
    expect(new Set(texts).size).toBe(PROBLEM_CODES.length);
  });
});

describe('sayso-health', () => {
  it('says that all is sound, and what is not', async () => {
    const context = testContext();
    await fillStore(context);
    const element = await mount('sayso-health', { context });
    within(element, '#check').click();
    await vi.waitFor(() => expect(textOf(within(element, '#sound'))).toMatch(/fits together/u));
    const itemId = '00000000-0000-7000-8000-000000000000' as ItemId;
    await context.database.intentions.toCollection().modify({ itemId });
    within(element, '#check').click();
    await vi.waitFor(() => expect(textOf(within(element, 'ul'))).toMatch(/^An intention, .*, is for a thing/u));
  });
});
