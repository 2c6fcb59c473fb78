import type { Step } from '../step.ts';

export const welcome: Step = {
  title: 'Sayso is installed, and says what it does',
  async play({ browser, saw }) {
    const page = await browser.waitForPage(({ pathname }) => pathname.endsWith('/welcome.html'), 'the welcome page');
    await page.waitForSelector('>>> h1');
    saw(await page.$eval('>>> h1', (heading) => heading.textContent.trim()));
    return page;
  },
};
