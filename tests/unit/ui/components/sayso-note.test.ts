// @vitest-environment happy-dom
import '../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NoteChanged } from '../../../../src/ui/components/sayso-note.ts';
import '../../../../src/ui/components/sayso-note.ts';
import { drawn, mount, within } from '../../../support/mount.ts';

beforeEach(() => vi.useFakeTimers());

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

async function note(text = '') {
  const element = await mount('sayso-note', { text });
  const heard = vi.fn();
  element.addEventListener('note-changed', (event: NoteChanged) => void heard(event.detail.text));
  const area = within(element, 'textarea') as HTMLTextAreaElement;
  const type = (typed: string): void => {
    area.value = typed;
    area.dispatchEvent(new Event('input'));
  };
  return { element, heard, area, type };
}

describe('sayso-note', () => {
  it('hands over once typing rests', async () => {
    const { heard, type } = await note();
    type('Sl');
    vi.advanceTimersByTime(1_999);
    type(' Slow. ');
    vi.advanceTimersByTime(1_999);
    expect(heard).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(heard).toHaveBeenCalledExactlyOnceWith('Slow.');
  });

  it.each([
    ['the field is left', (area: HTMLElement) => area.dispatchEvent(new Event('change'))],
    ['the page goes', () => window.dispatchEvent(new Event('pagehide'))],
    ['the page is hidden', () => document.dispatchEvent(new Event('visibilitychange'))],
    ['it is taken off the page', () => document.body.replaceChildren()],
  ])('loses nothing when %s', async (_what, leave) => {
    const { heard, area, type } = await note('Slow');
    type('Slower');
    leave(area);
    vi.advanceTimersByTime(5_000);
    expect(heard).toHaveBeenCalledExactlyOnceWith('Slower');
  });

  it('says nothing when the words are the same', async () => {
    const { heard, type } = await note('Slow');
    type('Slow ');
    vi.advanceTimersByTime(2_000);
    expect(heard).not.toHaveBeenCalled();
  });

  it('does not overwrite what is being typed', async () => {
    const { element, area, type } = await note('Slow');
    type('Slow and');
    element.text = 'From elsewhere';
    await drawn(element);
    expect(area.value).toBe('Slow and');
  });

  it('shows what comes from elsewhere otherwise', async () => {
    const { element, area } = await note('Slow');
    element.text = 'From elsewhere';
    await drawn(element);
    expect(area.value).toBe('From elsewhere');
  });
});
