import { connect, press, sees } from '../../../tests/e2e/support/actions.ts';
import { until } from '../../../tests/support/browsers/until.ts';
import { BRIGHT_WHEEL, CROOKED_LANE, intentionTab, totalsOn } from '../shops.ts';
import type { Step } from '../step.ts';

export const castIntention: Step = {
  title: 'Two shops are picked by name, and answer with their pages closed',
  async play({ browser, saw }) {
    const dashboard = await intentionTab(browser);
    for (const shop of [BRIGHT_WHEEL, CROOKED_LANE]) {
      const page = await browser.page(`${shop}/`);
      await connect(browser, page);
      await page.close();
    }
    await dashboard.bringToFront();
    for (const shop of [BRIGHT_WHEEL, CROOKED_LANE]) {
      await press(dashboard, `sayso-cast >>> input[value="${shop}"]`);
    }
    await press(dashboard, 'sayso-cast >>> #go-on');
    await sees(dashboard, 'Takes requests at once, in the background.');
    await press(dashboard, 'sayso-cast-confirm >>> #cast');
    await sees(dashboard, 'They may have it, and would like to see the rest.');
    saw('Bright Wheel knows what sort of thing and when, and would like to see the rest');
    await press(dashboard, 'sayso-thread-acts >>> #rest');
    await press(dashboard, 'sayso-confirm >>> button.danger');
    await sees(dashboard, 'They made a quote.');
    const [total = ''] = await until('what it comes to', async () => {
      const totals = await totalsOn(dashboard);
      return totals.length > 0 && totals;
    });
    saw(`Bright Wheel quotes ${total} to the door`);
    await sees(dashboard, /They say: ask .*instead/u);
    saw('Crooked Lane says: ask Bright Wheel instead, and learns nothing more');
    return dashboard;
  },
};
