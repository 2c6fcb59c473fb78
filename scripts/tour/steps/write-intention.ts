import { fill, openDashboard, press, sees } from '../../../tests/e2e/support/actions.ts';
import type { Step } from '../step.ts';

export const writeIntention: Step = {
  title: 'What one means to buy is written down, and nobody knows of it',
  async play({ browser, saw }) {
    const dashboard = await openDashboard(browser, 'intentions');
    await sees(dashboard, 'No intentions yet');
    await press(dashboard, 'sayso-intentions >>> a.primary');
    await fill(dashboard, 'sayso-write-intention >>> #words-1', 'A pushchair for two');
    await fill(dashboard, 'sayso-write-intention >>> #category', 'pushchair');
    await dashboard.keyboard.press('Enter');
    await sees(dashboard, 'A draft. No vendor knows of it.');
    saw('a draft: a pushchair for two');
    return dashboard;
  },
};
