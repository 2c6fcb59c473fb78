// @vitest-environment happy-dom
import { html, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { describe, expect, it, vi } from 'vitest';
import type { ItemId } from '../../../../../src/domain/ids.ts';
import { RowSlots } from '../../../../../src/ui/dashboard/ratings/row-slots.ts';

const ids = (...names: string[]): ItemId[] => names as ItemId[];

describe('which element shows which row', () => {
  it('gives each row its own', () => {
    expect(new RowSlots().assign(ids('a', 'b', 'c'), undefined)).toEqual([0, 1, 2]);
  });

  it('leaves rows that stay in theirs, and gives those of rows that went to those that came', () => {
    const slots = new RowSlots();
    slots.assign(ids('a', 'b', 'c'), undefined);
    expect(slots.assign(ids('c', 'd', 'e'), undefined)).toEqual([2, 1, 0]);
    expect(slots.assign(ids('x', 'y', 'z'), undefined)).toEqual([2, 1, 0]);
  });

  it.each([
    ['down', 3, 0, undefined],
    ['up', -3, 0, undefined],
    ['down, with more rows each time', 3, 1, undefined],
    ['up, with more rows each time', -3, 1, undefined],
    ['down, with fewer rows each time', 3, -1, undefined],
    ['up, with fewer rows each time', -3, -1, undefined],
    ['down, the focus far above', 3, 0, 'row 0' as ItemId],
    ['up, the focus far below', -3, 0, 'row 99' as ItemId],
  ])('moves only the elements of rows that came when the list is scrolled %s', (_way, by, grows, held) => {
    const slots = new RowSlots();
    const list = document.createElement('ul');
    const draw = (from: number, count: number): void => {
      const rows = Array.from({ length: count }, (_, n) => `row ${String(from + n)}` as ItemId);
      const keys = held === undefined ? rows : held === 'row 0' ? [held, ...rows] : [...rows, held];
      const given = slots.assign(keys, held);
      render(
        repeat(
          keys,
          (_key, place) => given[place],
          (key) => html`<li>${key}</li>`,
        ),
        list,
      );
      expect([...list.children].map(({ textContent }) => textContent)).toEqual(keys);
    };
    draw(50, 12);
    const moved = vi.spyOn(list, 'insertBefore');
    for (let step = 1; step <= 5; step += 1) {
      draw(50 + by * step, 12 + grows * step);
    }
    const most = 3 + Math.max(0, grows);
    expect(moved.mock.calls.filter(([node]) => node instanceof HTMLLIElement).length).toBeLessThanOrEqual(5 * most);
  });

  it('makes new ones when there are more rows, and keeps none in store', () => {
    const slots = new RowSlots();
    slots.assign(ids('a', 'b'), undefined);
    expect(slots.assign(ids('c', 'd', 'e'), undefined)).toEqual([0, 1, 2]);
    expect(slots.assign(ids('c'), undefined)).toEqual([0]);
    expect(slots.assign(ids('c', 'f'), undefined)).toEqual([0, 3]);
  });

  it('never gives that of the row with the focus to another, even when the row is gone', () => {
    const slots = new RowSlots();
    slots.assign(ids('a', 'b'), undefined);
    expect(slots.assign(ids('c', 'd'), ids('a')[0])).toEqual([1, 2]);
    expect(slots.assign(ids('e', 'f'), ids('a')[0])).toEqual([1, 2]);
  });

  it('takes places whose rows are not known yet as they are', () => {
    const slots = new RowSlots();
    expect(slots.assign([0, 1, 2], undefined)).toEqual([0, 1, 2]);
    expect(slots.assign([...ids('a', 'b'), 2], undefined)).toEqual([0, 1, 2]);
  });

  it('is one for each row, whatever comes', () => {
    const slots = new RowSlots();
    for (let step = 0; step < 200; step += 1) {
      const from = (step * 37) % 90;
      const keys = Array.from({ length: 10 + (step % 7) }, (_, n) => `row ${String(from + n)}` as ItemId);
      const given = slots.assign(keys, keys[step % 5]);
      expect(new Set(given).size).toBe(keys.length);
      expect(Math.max(...given)).toBeLessThan(300);
    }
  });
});
