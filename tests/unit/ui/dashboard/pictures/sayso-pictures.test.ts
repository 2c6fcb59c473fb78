// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import '../../../../../src/ui/dashboard/pictures/sayso-pictures.ts';
import { rateItem } from '../../../../../src/app/rate-item.ts';
import { drawn, mount, textOf, within } from '../../../../support/mount.ts';
import { film, stars } from '../../../../support/samples.ts';
import { testContext, type TestContext } from '../../../../support/test-context.ts';

afterEach(() => document.body.replaceChildren());

async function pictures(context: TestContext) {
  const page = await mount('sayso-pictures', { context });
  await vi.waitFor(() => expect(page.shadowRoot!.querySelector('sayso-picture, sayso-empty')).not.toBeNull());
  const all = [...page.shadowRoot!.querySelectorAll('sayso-picture')];
  await Promise.all(all.map(drawn));
  return { page, all };
}

describe('sayso-pictures', () => {
  it('says what comes here, and the next step, while nothing is rated', async () => {
    const { page, all } = await pictures(testContext());
    expect(all).toEqual([]);
    expect(within(page, 'sayso-empty').getAttribute('heading')).toBe('Nothing to draw yet');
    expect(within(page, 'sayso-empty a').getAttribute('href')).toBe('../welcome/welcome.html');
  });

  it('has a heading, a named drawing and a table for each picture', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1, { year: 1999, genres: ['Drama'] }), given: stars(4) });
    await rateItem(context, { facts: film(2, { year: 2003 }), given: stars(2) });
    const { all } = await pictures(context);
    expect(all.map((one) => textOf(within(one, 'h2')))).toEqual([
      'Your marks',
      'When you rated',
      'How old the things are',
      'Kinds of things',
      'Makers',
      'Genres',
    ]);
    const [marks] = all;
    const chart = within(marks!, 'sayso-chart');
    await drawn(chart);
    expect(within(chart, 'canvas').getAttribute('role')).toBe('img');
    expect(within(chart, 'canvas').getAttribute('aria-label')).toBe(
      'Your marks. 2 ratings: most often 2 of 5 stars, on average 3, in the middle 3.',
    );
    expect([...marks!.shadowRoot!.querySelectorAll('thead th')].map(textOf)).toEqual(['Stars', 'Ratings', 'Share']);
    const rows = [...marks!.shadowRoot!.querySelectorAll('tbody tr')];
    expect([...rows[7]!.children].map(textOf)).toEqual(['4', '1', '50%']);
  });

  it('leads from a row to the library where that can be narrowed so', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(4) });
    const { all } = await pictures(context);
    const link = within(all[3]!, 'tbody a');
    expect([textOf(link), link.getAttribute('href')]).toEqual(['Films', '#ratings?kind=Movie']);
    expect(all[0]!.shadowRoot!.querySelector('tbody a')).toBeNull();
  });

  it('has no drawing where there is nothing to draw, but says why', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(4) });
    const { all } = await pictures(context);
    const makers = all[4]!;
    expect(makers.shadowRoot!.querySelector('sayso-chart, details')).toBeNull();
    expect(textOf(makers)).toBe(
      'Makers An average needs 3 ratings of things by the same maker. There is no such maker yet.',
    );
  });

  it('follows what is rated meanwhile', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(4) });
    const { all } = await pictures(context);
    await rateItem(context, { facts: film(2), given: stars(5) });
    await vi.waitFor(() => expect(textOf(all[0]!)).toContain('2 ratings:'));
  });
});
