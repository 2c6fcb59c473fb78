import { openSite, sees } from '../../../tests/e2e/support/actions.ts';
import { MATINEE } from '../matinee.ts';
import type { Step } from '../step.ts';

export const seeReads: Step = {
  title: 'The dashboard shows what Matinee holds and what it read',
  async play({ browser, saw }) {
    const dashboard = await openSite(browser, MATINEE);
    const text = await sees(dashboard, /order/iu);
    saw(text.match(/[^.]*order[^.]*/iu)?.[0].trim() ?? '');
    return dashboard;
  },
};
