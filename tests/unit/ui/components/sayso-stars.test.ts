// @vitest-environment happy-dom
import '../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RatingChanged, RatingWalked } from '../../../../src/ui/components/sayso-stars.ts';
import '../../../../src/ui/components/sayso-stars.ts';
import { drawn, fieldWithin, mount, textOf, within } from '../../../support/mount.ts';

beforeEach(() => vi.useFakeTimers());

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

async function starsWithEar(halfStars: 0 | 7 = 0) {
  const stars = await mount('sayso-stars', { halfStars, label: 'Your rating of Dune' });
  const heard = vi.fn();
  stars.addEventListener('rating-changed', (event: RatingChanged) => void heard(event.detail.halfStars));
  return { stars, heard };
}

function pick(stars: HTMLElement, value: number): void {
  const input = fieldWithin(stars, `input[value="${value}"]`);
  input.checked = true;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

function arrow(stars: HTMLElement): void {
  within(stars, 'fieldset').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));
}

describe('sayso-stars', () => {
  it('is ten native radios in half steps, each with its own name', async () => {
    const { stars } = await starsWithEar();
    const radios = [...stars.shadowRoot!.querySelectorAll('input[type=radio]')];
    expect(radios.map((radio) => radio.getAttribute('aria-label'))).toEqual(
      ['0.5 stars', '1 star', '1.5 stars', '2 stars', '2.5 stars'].concat([
        '3 stars',
        '3.5 stars',
        '4 stars',
        '4.5 stars',
        '5 stars',
      ]),
    );
    expect(within(stars, 'legend').textContent).toBe('Your rating of Dune');
  });

  it('gives a mark at once when it is pressed', async () => {
    const { stars, heard } = await starsWithEar();
    pick(stars, 7);
    expect(heard).toHaveBeenCalledExactlyOnceWith(7);
  });

  it('gives only the mark where the arrow keys rest', async () => {
    const { stars, heard } = await starsWithEar();
    for (const value of [1, 2, 3]) {
      arrow(stars);
      pick(stars, value);
    }
    expect(heard).not.toHaveBeenCalled();
    vi.advanceTimersByTime(500);
    expect(heard).toHaveBeenCalledExactlyOnceWith(3);
  });

  it('gives none of the marks that the focus only walks over', async () => {
    const { stars, heard } = await starsWithEar();
    for (const value of [1, 2]) {
      arrow(stars);
      const next = within(stars, `input[value="${value}"]`);
      within(stars, 'fieldset').dispatchEvent(new FocusEvent('focusout', { relatedTarget: next }));
      pick(stars, value);
    }
    expect(heard).not.toHaveBeenCalled();
  });

  it('gives the mark the arrow keys were on when focus leaves', async () => {
    const { stars, heard } = await starsWithEar();
    arrow(stars);
    pick(stars, 4);
    within(stars, 'fieldset').dispatchEvent(new FocusEvent('focusout'));
    vi.advanceTimersByTime(500);
    expect(heard).toHaveBeenCalledExactlyOnceWith(4);
  });

  it('gives the mark the arrow keys were on although another comes from outside meanwhile', async () => {
    const { stars, heard } = await starsWithEar();
    arrow(stars);
    pick(stars, 4);
    stars.halfStars = 8;
    await drawn(stars);
    expect(fieldWithin(stars, 'input[value="4"]').checked).toBe(true);
    vi.advanceTimersByTime(500);
    expect(heard).toHaveBeenCalledExactlyOnceWith(4);
    stars.halfStars = 8;
    await drawn(stars);
    expect(fieldWithin(stars, 'input[value="8"]').checked).toBe(true);
  });

  it('takes the first Escape for the mark on its way, and leaves the next to the popup', async () => {
    const { stars, heard } = await starsWithEar();
    const escape = () => new KeyboardEvent('keydown', { key: 'Escape', cancelable: true });
    arrow(stars);
    pick(stars, 4);
    expect(within(stars, 'fieldset').dispatchEvent(escape())).toBe(false);
    expect(heard).toHaveBeenCalledExactlyOnceWith(4);
    expect(within(stars, 'fieldset').dispatchEvent(escape())).toBe(true);
  });

  it('tells each mark the arrow keys walk over, and none that is pressed', async () => {
    const { stars } = await starsWithEar();
    const walked = vi.fn();
    stars.addEventListener('rating-walked', (event: RatingWalked) => void walked(event.detail.halfStars));
    pick(stars, 3);
    arrow(stars);
    pick(stars, 4);
    arrow(stars);
    pick(stars, 5);
    expect(walked.mock.calls).toEqual([[4], [5]]);
  });

  it.each([
    ['it is taken off the page', (stars: HTMLElement) => stars.remove()],
    ['the page goes', () => window.dispatchEvent(new Event('pagehide'))],
    ['the page is hidden', () => document.dispatchEvent(new Event('visibilitychange'))],
  ])('gives the mark that was on its way when %s', async (_what, leave) => {
    const { stars, heard } = await starsWithEar();
    arrow(stars);
    pick(stars, 9);
    leave(stars);
    expect(heard).toHaveBeenCalledExactlyOnceWith(9);
  });

  it('clears by a button of its own, and keeps focus in the group', async () => {
    const { stars, heard } = await starsWithEar(7);
    within(stars, 'button').click();
    await drawn(stars);
    expect(heard).toHaveBeenCalledExactlyOnceWith(0);
    expect(stars.shadowRoot!.querySelector('button')).toBeNull();
    expect(stars.shadowRoot!.activeElement?.tagName).toBe('INPUT');
  });

  it('tells by shape how much is filled', async () => {
    const { stars } = await starsWithEar(7);
    const paths = [...stars.shadowRoot!.querySelectorAll('.shown svg')].map(
      (star) => star.querySelectorAll('path.fill').length,
    );
    expect(paths).toEqual([1, 1, 1, 1, 0]);
    expect(textOf(within(stars, '.value'))).toBe('3.5 stars');
  });

  it('previews under a mouse, not under a finger', async () => {
    const { stars } = await starsWithEar();
    const ninth = stars.shadowRoot!.querySelectorAll('label')[8]!;
    ninth.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'touch' }));
    await drawn(stars);
    expect(textOf(within(stars, '.value'))).toBe('Not rated yet');
    ninth.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'mouse' }));
    await drawn(stars);
    expect(textOf(within(stars, '.value'))).toBe('4.5 stars');
  });
});
