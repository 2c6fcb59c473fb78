// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { type JoinOrder, joinOrder } from '../../../../../src/ui/dashboard/joins/join-keys.ts';

afterEach(() => document.body.replaceChildren());

function orderOf(init: KeyboardEventInit, isInPair = false, on: HTMLElement = document.body): JoinOrder | undefined {
  let order: JoinOrder | undefined;
  const hear = (event: KeyboardEvent): void => {
    order = joinOrder(event, isInPair);
  };
  document.addEventListener('keydown', hear, { once: true });
  on.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true, ...init }));
  return order;
}

describe('joinOrder', () => {
  it.each<[KeyboardEventInit, JoinOrder | undefined]>([
    [{ key: 'Y' }, 'one'],
    [{ key: 'n' }, 'two'],
    [{ key: 'u' }, 'undo'],
    [{ key: 'z', metaKey: true }, 'undo'],
    [{ key: 'z' }, undefined],
    [{ key: 'z', ctrlKey: true, shiftKey: true }, undefined],
    [{ key: 'y', altKey: true }, undefined],
    [{ key: 'n', ctrlKey: true }, undefined],
    [{ key: 'y', repeat: true }, undefined],
  ])('understands %j as %s', (init, order) => {
    expect(orderOf(init)).toBe(order);
  });

  it('takes the arrows only where a pair has the focus', () => {
    expect([orderOf({ key: 'ArrowDown' }), orderOf({ key: 'ArrowUp' }, true)]).toEqual([undefined, 'previous']);
  });

  it('takes nothing that is typed', () => {
    for (const name of ['input', 'textarea', 'select']) {
      const field = document.body.appendChild(document.createElement(name));
      expect(orderOf({ key: 'y' }, false, field)).toBeUndefined();
    }
  });
});
