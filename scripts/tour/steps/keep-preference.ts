import { find, openDashboard, press, sees } from '../../../tests/e2e/support/actions.ts';
import type { Step } from '../step.ts';

export const keepPreference: Step = {
  title: 'A standing preference is kept: never horror',
  async play({ browser, saw }) {
    const dashboard = await openDashboard(browser, 'preferences');
    await press(dashboard, 'sayso-preferences >>> button.primary');
    const key = await find(dashboard, 'sayso-edit-preference >>> #key');
    await key.select('genre');
    await press(dashboard, 'sayso-preference-value >>> #value');
    await dashboard.keyboard.type('Horror');
    await press(dashboard, 'sayso-edit-preference >>> label:has(input[name="strength"]):last-of-type');
    await press(dashboard, 'sayso-edit-preference >>> button[type="submit"]');
    await sees(dashboard, /Genre.*Never.*Horror|Genre.*Horror.*Never/iu);
    saw('genre: never Horror');
    return dashboard;
  },
};
