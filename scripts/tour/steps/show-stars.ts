import { showStars } from '../../../tests/e2e/support/actions.ts';
import { until } from '../../../tests/support/browsers/until.ts';
import type { Step } from '../step.ts';

export const showOwnStars: Step = {
  title: 'Second Street shows the same rating, on the same pan under another name',
  async play({ browser, saw }) {
    const tab = await browser.page('http://second-street.localhost/thing/brenner-vale-skillet-no-24');
    await showStars(browser, tab);
    const label = await until('4.5 stars beside the skillet', async () => {
      const labels = await browser.inClosedRoots(tab, (root) => {
        const mark = root.querySelector<HTMLInputElement>('input:checked');
        const group = root.querySelector('[role=radiogroup]');
        return `${group?.getAttribute('aria-label') ?? ''}: ${mark?.getAttribute('aria-label') ?? ''}`;
      });
      return labels.find((text) => text.includes('Skillet No. 24') && text.includes('4.5'));
    });
    saw(label);
    saw('the page itself sees an empty element where they are');
    return tab;
  },
};
