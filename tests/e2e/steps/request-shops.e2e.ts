import { beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { cast, tellRequested } from '../support/shopping.ts';
import { storedRows } from '../support/stored.ts';
import { makeLookDue, stand } from '../support/threads.ts';
import { chosenPage } from '../support/vendor.ts';

const [BRIGHT_WHEEL, OLD_HARBOUR, CROOKED_LANE] = ['bright-wheel', 'old-harbour', 'crooked-lane'].map(
  (name) => `http://${name}.localhost`,
) as [string, string, string];

describe('a request to the example shops', () => {
  const stage = useBrowser();

  beforeAll(async () => {
    for (const name of ['bright-wheel', 'old-harbour', 'crooked-lane']) {
      const page = await chosenPage(stage.browser, name);
      await page.close();
    }
  });

  it('has a quote, a question and a referral, with their pages closed', async () => {
    const id = await cast(stage.browser, 'endpoint', BRIGHT_WHEEL, OLD_HARBOUR, CROOKED_LANE);
    await tellRequested(stage.browser, id);
    await stand(stage.browser, { 'bright-wheel': 'quoted', 'old-harbour': 'acknowledged', 'crooked-lane': 'ended' });
    await until('the question', async () => {
      await makeLookDue(stage.browser, OLD_HARBOUR);
      await tellRequested(stage.browser, id);
      const { threads = [] } = await storedRows(stage.browser, ['threads']);
      const row = threads.find(({ vendor }) => vendor === OLD_HARBOUR) as { thread: { question?: object } } | undefined;
      return row?.thread.question !== undefined;
    });
    const { threads = [] } = await storedRows(stage.browser, ['threads']);
    const crooked = threads.find(({ vendor }) => vendor === CROOKED_LANE);
    expect(crooked).toMatchObject({ thread: { phase: { end: { as: 'referred', referral: { to: BRIGHT_WHEEL } } } } });
  });

  it('is answered on the shop’s page, too, by what its server signs', async () => {
    const id = await cast(stage.browser, 'visit', BRIGHT_WHEEL);
    await tellRequested(stage.browser, id);
    await stand(stage.browser, { 'bright-wheel': 'asked' });
    const page = await stage.browser.page(`${BRIGHT_WHEEL}/`);
    await until('the answer on the page', async () =>
      page.evaluate(() => document.querySelector('#requests')?.textContent === 'pushchair: quote'),
    );
    await stand(stage.browser, { 'bright-wheel': 'quoted' });
    expect(await page.evaluate(() => document.querySelector('#counter')?.textContent)).toContain('answered');
  });
});
