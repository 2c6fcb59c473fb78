import { openSite, press, sees } from '../../../tests/e2e/support/actions.ts';
import { until } from '../../../tests/support/browsers/until.ts';
import { MATINEE, orderOf, shelfTab } from '../matinee.ts';
import { mustHold, type Step } from '../step.ts';

/** What a revoke may take until an open tab feels it. */
const MOST_MS = 1000;

export const revoke: Step = {
  title: 'It is revoked, and the open tab feels it',
  async play({ browser, saw }) {
    const shelf = await shelfTab(browser);
    await shelf.evaluate(() => {
      const seen = globalThis as { saysoChangedAt?: number };
      navigator.customer?.addEventListener('grantschange', () => (seen.saysoChangedAt ??= Date.now()));
    });
    const dashboard = await openSite(browser, MATINEE);
    await press(dashboard, 'sayso-grant >>> button.danger');
    const pressedAt = Date.now();
    const changedAt = await until('the tab to be told', () =>
      shelf.evaluate(() => (globalThis as { saysoChangedAt?: number }).saysoChangedAt),
    );
    await until('the shelf to go back', async () => (await orderOf(shelf)) === 'house');
    const tookMs = Math.max(0, changedAt - pressedAt);
    mustHold(`the revoke to be felt within ${MOST_MS} ms, not ${tookMs} ms`, tookMs <= MOST_MS);
    saw(`felt after ${tookMs} ms: the shelf stands in the visitors’ order again`);
    const isRefused = await shelf.evaluate(async () => {
      const answer = navigator.customer?.rank([{ identifier: 'imdb:tt0053291' }, { identifier: 'imdb:tt0053604' }]);
      return (await Promise.allSettled([answer]))[0].status === 'rejected';
    });
    mustHold('the next call to be refused', isRefused);
    saw('the next call is refused');
    await sees(dashboard, 'You stopped what it was allowed');
    saw('and on record: You stopped what it was allowed');
    await dashboard.bringToFront();
    return dashboard;
  },
};
