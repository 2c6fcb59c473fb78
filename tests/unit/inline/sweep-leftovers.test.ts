// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { sweepLeftovers } from '../../../src/inline/sweep-leftovers.ts';

it('takes away what an earlier Sayso left, and nothing of the page', () => {
  document.body.innerHTML = '<span id="left"></span><span id="page"></span><span id="own"></span>';
  const root = (id: string, markup: string): void => {
    const holder = document.createElement('div');
    holder.innerHTML = markup;
    Object.defineProperty(document.querySelector(`#${id}`), 'openOrClosedShadowRoot', { value: holder });
  };
  root('left', '<div class="pill"><svg class="stars"></svg></div>');
  root('own', '<div class="pill">the page uses the word, too</div>');
  sweepLeftovers();
  expect([...document.querySelectorAll('span')].map(({ id }) => id)).toEqual(['page', 'own']);
});
