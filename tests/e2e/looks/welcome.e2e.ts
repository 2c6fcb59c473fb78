import { describe, expect, it } from 'vitest';
import { useBrowser } from '../../support/use-browser.ts';
import { find } from '../support/actions.ts';
import { LANGUAGES, looksRight } from '../support/looks/looks-right.ts';
import { nextSteps } from '../support/looks/next-steps.ts';

describe.each(LANGUAGES)('looks: the welcome page, in %s', (language) => {
  const stage = useBrowser({ language });

  it('shows what Sayso does, and the first steps', async () => {
    const page = await stage.browser.openExtensionPage('src/ui/welcome/welcome.html');
    await find(page, 'sayso-welcome >>> h1');
    expect((await nextSteps(page)).length).toBeGreaterThan(1);
    await looksRight(stage.browser, page, 'welcome', { language });
  });
});
