// @vitest-environment happy-dom
import '../../../support/fake-browser.ts';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/domain/errors.ts';
import '../../../../src/ui/components/sayso-notice.ts';
import { mount, textOf, within } from '../../../support/mount.ts';

describe('sayso-notice', () => {
  it('says a failure aloud, in our words and not in its own', async () => {
    const notice = await mount('sayso-notice', { failure: new AppError('conflict', 'secret detail') });
    expect(within(notice, '[role=alert]').textContent).toContain('changed somewhere else meanwhile');
    expect(textOf(notice)).not.toContain('secret detail');
    expect(notice.getAttribute('kind')).toBe('error');
  });

  it('is quiet about what is only so', async () => {
    const notice = await mount('sayso-notice', { kind: 'info' });
    expect(notice.shadowRoot!.querySelector('[role=alert]')).toBeNull();
  });
});
