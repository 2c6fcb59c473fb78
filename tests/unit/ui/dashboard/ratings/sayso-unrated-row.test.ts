// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { UnratedRow } from '../../../../../src/app/unrated-rows.ts';
import type { Moment } from '../../../../../src/domain/moment.ts';
import '../../../../../src/ui/dashboard/ratings/sayso-unrated-row.ts';
import { drawn, mount, textOf, within } from '../../../../support/mount.ts';

afterEach(() => document.body.replaceChildren());

function row(change: Partial<UnratedRow> = {}): UnratedRow {
  return {
    item: { id: 'item-1', kind: 'Movie', name: 'Metropolis', creators: ['Fritz Lang'], identifiers: [], year: 1927 },
    traces: [{ kind: 'seen', at: '2024-03-03' as Moment }, { kind: 'liked' }],
    sources: ['letterboxd', 'netflix'],
    ...change,
  } as unknown as UnratedRow;
}

/** Without the marks that keep directions apart. */
function plain(element: HTMLElement): string {
  return textOf(element).replaceAll(/[\u2068\u2069]/gu, '');
}

describe('sayso-unrated-row', () => {
  it('tells what it is, what the person has to do with it, and who says so', async () => {
    const element = await mount('sayso-unrated-row', { row: row(), query: 'list=unrated' });
    expect(plain(element)).toContain('Film · Fritz Lang · 1927');
    expect(plain(element)).toContain('Seen Mar 3, 2024 · Liked');
    expect(plain(element)).toContain('from Letterboxd and Netflix');
    expect(within(element, 'a').getAttribute('href')).toBe('#ratings/item-1?list=unrated');
  });

  it('says no more than that it is there where no more is known', async () => {
    const element = await mount('sayso-unrated-row', { row: row({ traces: [], sources: ['imdb'] }) });
    expect([...element.shadowRoot!.querySelectorAll('p')].map((line) => line.textContent.trim())).toHaveLength(2);
  });

  it('offers a mark to give, and says which was given', async () => {
    const element = await mount('sayso-unrated-row', { row: row() });
    const heard = vi.fn();
    element.addEventListener('rating-changed', ({ detail }) => void heard(detail.halfStars));
    const mark = within(element, 'sayso-edit-mark');
    expect(textOf(mark)).toBe('Rate it Rate Metropolis');
    within(mark, 'button').click();
    await drawn(mark);
    const stars = within(mark, 'sayso-stars');
    await drawn(stars);
    within(stars, 'input[value="9"]').click();
    expect(heard).toHaveBeenCalledExactlyOnceWith(9);
  });

  it('tells that it is opened', async () => {
    const element = await mount('sayso-unrated-row', { row: row() });
    const opened: string[] = [];
    document.body.addEventListener('thing-opened', ({ detail }) => void opened.push(detail.row.item.id), {
      once: true,
    });
    within(element, 'a').click();
    expect(opened).toEqual(['item-1']);
  });

  it('shows markup in a name as the text it is', async () => {
    const { item } = row();
    const element = await mount('sayso-unrated-row', { row: row({ item: { ...item, name: '<img src=x>' } }) });
    expect(within(element, 'a').textContent).toBe('<img src=x>');
  });
});
