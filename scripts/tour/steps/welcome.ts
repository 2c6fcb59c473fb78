import { sees } from '../../../tests/e2e/support/actions.ts';
import type { Step } from '../step.ts';

export const welcome: Step = {
  title: 'Sayso is installed, and says what it does',
  async play({ browser, saw }) {
    const page = await browser.waitForPage(({ pathname }) => pathname.endsWith('/welcome.html'), 'the welcome page');
    await sees(page, 'Welcome to Sayso');
    saw('the welcome page, in a tab of its own');
    return page;
  },
};
