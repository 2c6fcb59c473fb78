import { allow, sees } from '../../../tests/e2e/support/actions.ts';
import { until } from '../../../tests/support/browsers/until.ts';
import { orderOf, shelfTab, titlesOn } from '../matinee.ts';
import { mustHold, type Step } from '../step.ts';

export const allowOrder: Step = {
  title: 'It is allowed, and the shelf stands in the order of taste',
  async play({ browser, saw }) {
    const shelf = await shelfTab(browser);
    const before = await titlesOn(shelf);
    await allow(browser);
    await until('the shelf to be ordered', async () => (await orderOf(shelf)) === 'taste');
    const after = await titlesOn(shelf);
    saw(`before: ${before.slice(0, 4).join(', ')} …`);
    saw(`after:  ${after.slice(0, 4).join(', ')} …`);
    mustHold(
      'the best rated film near the top',
      after.indexOf('Some Like It Hot') < before.indexOf('Some Like It Hot'),
    );
    mustHold('what was rated low near the end', after.indexOf('Raiders of the Lost Ark') > after.length / 2);
    const last = after.slice(-3).sort();
    mustHold(`horror last, not ${last.join(', ')}`, last.join() === 'Alien,Psycho,The Shining');
    saw('and the three horror films last');
    await sees(shelf, 'Thank you. This is what you gave us');
    await shelf.bringToFront();
    return shelf;
  },
};
