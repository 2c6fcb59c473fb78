// @vitest-environment happy-dom
import '../../../support/fake-browser.ts';
import { describe, expect, it, vi } from 'vitest';
import '../../../../src/ui/components/sayso-dialog.ts';
import { mount, within } from '../../../support/mount.ts';

describe('sayso-dialog', () => {
  it('opens with its heading as its name, and says when it is shut', async () => {
    const element = await mount('sayso-dialog', { heading: 'Merge these?' });
    const closed = vi.fn();
    element.addEventListener('dialog-closed', closed);
    await element.open();
    const dialog = within(element, 'dialog') as HTMLDialogElement;
    expect(dialog.open).toBe(true);
    expect(within(element, `#${dialog.getAttribute('aria-labelledby')!}`).textContent).toBe('Merge these?');
    within(element, 'button[aria-label=Close]').click();
    expect(dialog.open).toBe(false);
    expect(closed).toHaveBeenCalledOnce();
  });
});
