// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it } from 'vitest';
import '../../../../../src/ui/dashboard/under-way/sayso-work-progress.ts';
import { tellProgress } from '../../../../../src/ui/dashboard/under-way/tell-progress.ts';
import { WORK_ENDED } from '../../../../../src/ui/dashboard/under-way/while-writing.ts';
import { speak } from '../../../../support/fake-browser.ts';
import { mount, textOf, within } from '../../../../support/mount.ts';

afterEach(() => {
  speak('en');
  document.body.replaceChildren();
});

describe('sayso-work-progress', () => {
  it('shows how many records are written, of how many, until the work ends', async () => {
    const element = await mount('sayso-work-progress', { work: 'restore' });
    expect(element.hidden).toBe(true);
    tellProgress('restore')({ progress: 'writing', done: 4_000, total: 120_000 });
    await element.updateComplete;
    expect(element.hidden).toBe(false);
    expect(textOf(element)).toContain('4,000 of 120,000 records written');
    const bar = within(element, 'progress') as HTMLProgressElement;
    expect([bar.value, bar.max]).toEqual([4_000, 120_000]);
    window.dispatchEvent(new Event(WORK_ENDED));
    await element.updateComplete;
    expect([element.hidden, textOf(element)]).toEqual([true, '']);
  });

  it('shows no number where nobody knows one, and nothing of other work', async () => {
    speak('de');
    const element = await mount('sayso-work-progress', { work: 'undo' });
    tellProgress('restore')({ progress: 'reading', done: 0 });
    await element.updateComplete;
    expect(element.hidden).toBe(true);
    tellProgress('undo')({ progress: 'undoing', done: 2, total: 31 });
    await element.updateComplete;
    expect(textOf(element)).toContain('2 von 31 Teilen zurückgenommen');
    tellProgress('undo')({ progress: 'finishing', done: 0 });
    await element.updateComplete;
    expect(textOf(element)).not.toMatch(/\d/u);
    expect(within(element, 'progress').hasAttribute('max')).toBe(false);
  });
});
