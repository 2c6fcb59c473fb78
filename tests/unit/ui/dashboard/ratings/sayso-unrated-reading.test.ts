// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { listUnratedIds } from '../../../../../src/app/list-unrated-ids.ts';
import '../../../../../src/ui/dashboard/ratings/sayso-unrated-reading.ts';
import { bring } from '../../../../support/bring.ts';
import { mount, textOf, within } from '../../../../support/mount.ts';
import { film } from '../../../../support/samples.ts';
import { testContext } from '../../../../support/test-context.ts';

afterEach(() => document.body.replaceChildren());

describe('sayso-unrated-reading', () => {
  it('says how far the reading is, of as many as have no mark', async () => {
    const context = testContext();
    await bring(context, { facts: film(1), content: {} }, { facts: film(2), content: {} });
    const element = await mount('sayso-unrated-reading', { context });
    expect(element.shadowRoot!.querySelector('progress')).toBeNull();
    await listUnratedIds(context, { sort: 'newest' });
    await element.updateComplete;
    const bar = within(element, 'progress') as HTMLProgressElement;
    expect([bar.value, bar.max]).toEqual([2, 2]);
    expect(textOf(element)).toContain('2 of 2');
  });
});
