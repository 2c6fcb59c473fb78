// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { rateItem } from '../../../../../src/app/rate-item.ts';
import { readView } from '../../../../../src/ui/dashboard/ratings/ratings-view.ts';
import '../../../../../src/ui/dashboard/ratings/sayso-rated-switch.ts';
import { bring } from '../../../../support/bring.ts';
import { drawn, mount, textOf } from '../../../../support/mount.ts';
import { film, stars } from '../../../../support/samples.ts';
import { type TestContext, testContext } from '../../../../support/test-context.ts';

afterEach(() => document.body.replaceChildren());

async function things(): Promise<TestContext> {
  const context = testContext();
  await rateItem(context, { facts: film(1), given: stars(4) });
  await bring(context, { facts: film(2), content: {} }, { facts: film(3), wanted: {} });
  return context;
}

function ways(element: HTMLElement): (readonly [string, string | null, string | null])[] {
  return [...element.shadowRoot!.querySelectorAll('a')].map((way) => [
    textOf(way),
    way.getAttribute('href'),
    way.getAttribute('aria-current'),
  ]);
}

describe('sayso-rated-switch', () => {
  it('counts once the list stands there, and leads to the other with what is searched for', async () => {
    const view = readView('search=heat&kind=Movie&stars=4-&sort=highest');
    const element = await mount('sayso-rated-switch', { context: await things(), view, rated: 1 });
    expect(ways(element).map(([text]) => text)).toEqual(['Rated 1', 'Not rated']);
    element.isReady = true;
    await vi.waitFor(() => expect(ways(element)[1]?.[0]).toBe('Not rated 2'));
    expect(ways(element).map(([, href]) => href)).toEqual([
      '#ratings?search=heat&kind=Movie&stars=4-&sort=highest',
      '#ratings?list=unrated&search=heat&kind=Movie',
    ]);
  });

  it('leads back, and says where the person is', async () => {
    const view = readView('list=unrated&trace=seen&search=heat&source=netflix');
    const element = await mount('sayso-rated-switch', { context: await things(), view, isReady: true });
    await vi.waitFor(() => expect(ways(element)[0]?.[0]).toBe('Rated 1'));
    expect(ways(element)).toEqual([
      ['Rated 1', '#ratings?search=heat&source=netflix', null],
      ['Not rated 2', '#ratings?list=unrated&trace=seen&search=heat&source=netflix', 'page'],
    ]);
  });

  it('is not there for whoever has neither, and comes with the first thing', async () => {
    const context = testContext();
    const element = await mount('sayso-rated-switch', { context, view: readView(''), rated: 0, isReady: true });
    await drawn(element);
    expect(textOf(element)).toBe('');
    await bring(context, { facts: film(2), content: {} });
    await vi.waitFor(() => expect(ways(element).map(([text]) => text)).toEqual(['Rated 0', 'Not rated 1']));
  });
});
