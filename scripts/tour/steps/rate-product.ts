import { rate, sees } from '../../../tests/e2e/support/actions.ts';
import { mustHold, type Step } from '../step.ts';

export const rateProduct: Step = {
  title: 'A pan at Corner Store is rated from the toolbar',
  async play({ browser, saw }) {
    const tab = await browser.page('http://corner-store.localhost/product/cast-iron-pan-24-cm/');
    const popup = await browser.openPopup(tab);
    await sees(popup, 'Cast-Iron Pan, 24 cm');
    saw('the popup knows the pan, though Corner Store was never chosen');
    await rate(popup, 9);
    await sees(popup, /4\.5 stars.*saved|saved.*4\.5 stars/iu);
    saw('4.5 stars, kept');
    mustHold('no trace of Sayso on the page', await tab.evaluate(() => !('customer' in navigator)));
    saw('nothing of it on the page: no navigator.customer');
    return popup;
  },
};
