import { openSite, press, sees } from '../../../tests/e2e/support/actions.ts';
import { MATINEE } from '../matinee.ts';
import type { Step } from '../step.ts';

export const seeReads: Step = {
  title: 'The dashboard shows what Matinee holds and what it read',
  async play({ browser, saw }) {
    const dashboard = await openSite(browser, MATINEE);
    const text = await sees(dashboard, /Had \d+ things of its own put in your order/u);
    saw(`What it may read: ${/An order that suits you, from your ratings: \w+/u.exec(text)?.[0] ?? 'nothing'}`);
    saw(`What happened: ${/Had \d+ things of its own put in your order/u.exec(text)?.[0] ?? 'nothing'}`);
    await press(dashboard, 'sayso-log-entry >>> summary');
    await sees(dashboard, 'Some Like It Hot');
    saw('and why each film stands where it does');
    return dashboard;
  },
};
