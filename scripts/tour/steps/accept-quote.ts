import { choose, fill, press, sees } from '../../../tests/e2e/support/actions.ts';
import { DELIVERY } from '../../../tests/support/request-samples.ts';
import { intentionTab } from '../shops.ts';
import type { Step } from '../step.ts';

export const acceptQuote: Step = {
  title: 'A quote is accepted: that shop alone gets an address, and confirms',
  async play({ browser, saw }) {
    const dashboard = await intentionTab(browser);
    await press(dashboard, 'sayso-compare-quotes >>> sayso-quote-bank >>> .acts button.primary');
    for (const field of ['name', 'street', 'postalCode', 'locality'] as const) {
      await fill(dashboard, `sayso-accept-quote >>> #${field}`, DELIVERY[field] ?? '');
    }
    await choose(dashboard, 'sayso-accept-quote >>> #country', DELIVERY.country);
    await sees(dashboard, 'Nobody had this so far.');
    saw('before it goes: only Bright Wheel gets the address, and only now');
    await press(dashboard, 'sayso-accept-quote >>> #accept');
    await sees(dashboard, 'Ordered: they confirmed it.');
    const text = await sees(dashboard, /BW-\d+/u);
    saw(`ordered, their number for it: ${/BW-\d+/u.exec(text)?.[0] ?? ''}`);
    return dashboard;
  },
};
