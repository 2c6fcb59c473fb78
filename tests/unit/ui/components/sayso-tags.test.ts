// @vitest-environment happy-dom
import '../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TagsChanged, TagTyped } from '../../../../src/ui/components/sayso-tags.ts';
import '../../../../src/ui/components/sayso-tags.ts';
import { drawn, fieldWithin, mount, within } from '../../../support/mount.ts';

afterEach(() => document.body.replaceChildren());

async function tagsWithEar(tags: readonly string[] = []) {
  const element = await mount('sayso-tags', { tags });
  const heard = vi.fn();
  element.addEventListener('tags-changed', (event: TagsChanged) => void heard(event.detail.tags));
  const input = fieldWithin(element, 'input');
  return { element, heard, input };
}

describe('sayso-tags', () => {
  it('adds what was typed on Enter', async () => {
    const { heard, input } = await tagsWithEar(['calm']);
    input.value = '  long   read ';
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    expect(heard).toHaveBeenCalledExactlyOnceWith(['calm', 'long read']);
    expect(input.value).toBe('');
  });

  it('adds at a comma, several at once when they were pasted', async () => {
    const { heard, input } = await tagsWithEar();
    input.value = 'calm, long, calm,';
    input.dispatchEvent(new Event('input'));
    expect(heard).toHaveBeenCalledExactlyOnceWith(['calm', 'long']);
  });

  it('loses nothing typed when the field is left', async () => {
    const { heard, input } = await tagsWithEar();
    input.value = 'half-typed';
    input.dispatchEvent(new Event('change'));
    expect(heard).toHaveBeenCalledExactlyOnceWith(['half-typed']);
  });

  it.each([
    ['the page goes', () => window.dispatchEvent(new Event('pagehide'))],
    ['the page is hidden', () => document.dispatchEvent(new Event('visibilitychange'))],
    ['it is taken off the page', () => document.body.replaceChildren()],
  ])('loses nothing typed when %s', async (_what, leave) => {
    const { heard, input } = await tagsWithEar(['calm']);
    input.value = 'half-typed';
    leave();
    expect(heard).toHaveBeenCalledExactlyOnceWith(['calm', 'half-typed']);
  });

  it('tells at each keystroke what stands in the field, until it is a tag', async () => {
    const { element, input } = await tagsWithEar();
    const typed = vi.fn();
    element.addEventListener('tag-typed', (event: TagTyped) => void typed(event.detail.text));
    input.value = 'ca';
    input.dispatchEvent(new Event('input'));
    input.value = 'calm,';
    input.dispatchEvent(new Event('input'));
    expect(typed.mock.calls).toEqual([['ca']]);
  });

  it('says nothing when nothing new came', async () => {
    const { heard, input } = await tagsWithEar(['calm']);
    input.value = 'calm';
    input.dispatchEvent(new Event('change'));
    expect(heard).not.toHaveBeenCalled();
  });

  it('does not take the Enter that ends a composed word', async () => {
    const { heard, input } = await tagsWithEar();
    input.value = 'か';
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }));
    expect(heard).not.toHaveBeenCalled();
  });

  it('removes a tag by a button that names it, aloud', async () => {
    const { element, heard } = await tagsWithEar(['calm', '<b>bold</b>']);
    within(element, 'button[aria-label="Remove tag <b>bold</b>"]').click();
    await drawn(element);
    expect(heard).toHaveBeenCalledExactlyOnceWith(['calm']);
    expect(within(element, '[role=status]').textContent).toBe('Tag <b>bold</b> removed.');
  });

  it('stops at thirty and says so', async () => {
    const { element, heard, input } = await tagsWithEar(Array.from({ length: 29 }, (_, index) => `tag ${index}`));
    input.value = 'one, two';
    input.dispatchEvent(new Event('change'));
    await drawn(element);
    expect(heard.mock.lastCall?.[0]).toHaveLength(30);
    expect(within(element, '[role=status]').textContent).toBe('That is enough: no more than 30 tags.');
  });
});
