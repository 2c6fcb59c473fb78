import { connect, sees } from '../../../tests/e2e/support/actions.ts';
import { MATINEE } from '../matinee.ts';
import { mustHold, type Step } from '../step.ts';

export const connectMatinee: Step = {
  title: 'Matinee is chosen, and can ask from now on',
  async play({ browser, saw }) {
    const shelf = await browser.page(`${MATINEE}/`);
    mustHold('no navigator.customer before', await shelf.evaluate(() => !('customer' in navigator)));
    await connect(browser, shelf);
    saw('navigator.customer, in the open tab, without a reload');
    await sees(shelf, 'You are connected. We hold nothing of yours');
    saw('Matinee holds nothing yet');
    return shelf;
  },
};
