// @vitest-environment happy-dom
import '../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../../src/domain/errors.ts';
import '../../../../src/ui/components/sayso-toast.ts';
import { drawn, mount, within } from '../../../support/mount.ts';

beforeEach(() => vi.useFakeTimers());

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

function said(toast: HTMLElement): string {
  return within(toast, '[role=status]').textContent;
}

describe('sayso-toast', () => {
  it('says what was done for at least eight seconds, then leaves', async () => {
    const toast = await mount('sayso-toast');
    toast.show({ text: 'Saved.' });
    vi.advanceTimersByTime(8_000);
    await drawn(toast);
    expect(said(toast)).toBe('Saved.');
    vi.advanceTimersByTime(2_000);
    await drawn(toast);
    expect(said(toast)).toBe('');
  });

  it('stays while focus is on it', async () => {
    const toast = await mount('sayso-toast');
    toast.show({ text: 'Deleted.', undo: async () => undefined });
    await drawn(toast);
    within(toast, '.box').dispatchEvent(new FocusEvent('focusin'));
    vi.advanceTimersByTime(60_000);
    await drawn(toast);
    expect(said(toast)).toBe('Deleted.');
  });

  it('takes it back and says so', async () => {
    const undo = vi.fn(async () => undefined);
    const toast = await mount('sayso-toast');
    toast.show({ text: 'Deleted.', undo });
    await drawn(toast);
    within(toast, 'button').click();
    await vi.waitFor(() => expect(said(toast)).toBe('Undone.'));
    expect(undo).toHaveBeenCalledOnce();
  });

  it('says why it could not be taken back', async () => {
    const toast = await mount('sayso-toast');
    toast.show({ text: 'Deleted.', undo: () => Promise.reject(new AppError('conflict', 'x')) });
    await drawn(toast);
    within(toast, 'button').click();
    await vi.waitFor(() => expect(said(toast)).toContain('changed somewhere else meanwhile'));
  });

  it('leaves on Escape without closing what is under it', async () => {
    const toast = await mount('sayso-toast');
    const underneath = vi.fn();
    document.body.addEventListener('keydown', underneath, { once: true });
    toast.show({ text: 'Saved.' });
    await drawn(toast);
    within(toast, '.box').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await drawn(toast);
    expect(said(toast)).toBe('');
    expect(underneath).not.toHaveBeenCalled();
  });
});
