// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, expect, it, vi } from 'vitest';
import '../../../../../src/ui/dashboard/preferences/sayso-kinds.ts';
import { mount, textOf, within } from '../../../../support/mount.ts';

afterEach(() => document.body.replaceChildren());

it('asks for kinds only where it is not for everything', async () => {
  const element = await mount('sayso-kinds');
  expect(element.shadowRoot!.querySelectorAll('[type=checkbox]')).toHaveLength(0);
  const heard = vi.fn();
  element.addEventListener('kinds-chosen', ({ detail }) => void heard(detail));
  within(element, 'label:nth-of-type(2) input').click();
  expect(heard).toHaveBeenCalledExactlyOnceWith({ isForAll: false, kinds: [] });
});

it('keeps ticked kinds in one order, whichever was ticked first', async () => {
  const element = await mount('sayso-kinds', { isForAll: false, kinds: ['Book'] });
  const heard = vi.fn();
  element.addEventListener('kinds-chosen', ({ detail }) => void heard(detail.kinds));
  const boxes = [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('[type=checkbox]')];
  boxes[1]!.click();
  boxes[4]!.click();
  expect(heard.mock.calls).toEqual([[['Movie', 'Book']], [[]]]);
});

it('says that none was ticked', async () => {
  const element = await mount('sayso-kinds', { isForAll: false, isWrong: true });
  expect(textOf(within(element, '[role=alert]'))).toBe('Choose at least one kind.');
});
