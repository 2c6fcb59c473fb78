import type { Page } from 'puppeteer-core';
import { beforeAll, describe, it } from 'vitest';
import { castRequest } from '../../../src/app/cast-request.ts';
import { chooseSite } from '../../../src/app/choose-site.ts';
import { endRequest } from '../../../src/app/end-request.ts';
import { savePreference } from '../../../src/app/save-preference.ts';
import { takeReply } from '../../../src/app/take-reply.ts';
import { wantItem } from '../../../src/app/want-item.ts';
import { writeRequest } from '../../../src/app/write-request.ts';
import type { RequestId } from '../../../src/domain/ids.ts';
import { until } from '../../support/browsers/until.ts';
import { DAY, decline, quote } from '../../support/request-samples.ts';
import { input } from '../../support/request-store.ts';
import { CINEMA, film, SHOP } from '../../support/samples.ts';
import type { TestContext } from '../../support/test-context.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { fill, find, openDashboard, press, seenText, textsOf } from '../support/actions.ts';
import { languagesOfMany, looksRight, type LooksOptions } from '../support/looks/looks-right.ts';
import { nextSteps } from '../support/looks/next-steps.ts';
import { type SeedContext, seed } from '../support/looks/seed.ts';

const FORM = 'sayso-write-intention';
const LOADING = /^(Loading|Lädt)/u;

describe.each(languagesOfMany())('looks: writing an intention, in %s', (language) => {
  const stage = useBrowser({ language });
  let full: RequestId | undefined;

  function looks(page: Page, state: string, options: Partial<LooksOptions> = {}): Promise<void> {
    return looksRight(stage.browser, page, `intentions-${state}`, { language, ...options });
  }

  async function open(section: string): Promise<Page> {
    const page = await openDashboard(stage.browser, section);
    await until('all of it', async () => {
      const text = await seenText(page);
      return text.length > 60 && !LOADING.test(text);
    });
    return page;
  }

  async function openAll(page: Page): Promise<void> {
    const form = await find(page, FORM);
    await form.evaluate((element) => {
      element.shadowRoot?.querySelectorAll('details').forEach((details) => {
        details.open = true;
      });
    });
  }

  it('shows a list with nothing in it, and a next step', async () => {
    const page = await open('intentions');
    await find(page, 'sayso-empty >>> h2');
    await until('a next step', async () => (await nextSteps(page)).length > 0);
    await looks(page, 'empty');
    await page.close();
  });

  it('shows an empty form, what is wrong with it, and all that can be said', async () => {
    const page = await open('intentions/new');
    await find(page, `${FORM} >>> #words-1`);
    await looks(page, 'new');
    await press(page, `${FORM} >>> button[type="submit"]`);
    await find(page, `${FORM} >>> .faults`);
    await looks(page, 'faults', { hasRound: false });
    await press(page, `${FORM} >>> #add-line`);
    await openAll(page);
    await press(page, `${FORM} >>> .add`);
    await press(page, `${FORM} >>> #hasRule`);
    await find(page, `${FORM} >>> #rulePrice`);
    await looks(page, 'all-open');
    await page.close();
  });

  it('shows the questions of a guide', async () => {
    const page = await open('intentions/new?guides');
    for (const [place, name] of ['pushchair', 'laptop', 'bicycle', 'trip', 'repair'].entries()) {
      await press(page, `${FORM} >>> .guides button`, place);
      await find(page, 'sayso-needs-guide >>> form');
      if (name === 'laptop') {
        await fill(page, 'sayso-needs-guide >>> [data-question="memory"] input', 'much');
        await press(page, 'sayso-needs-guide >>> button[type="submit"]');
        await find(page, 'sayso-needs-guide >>> [aria-invalid]');
      }
      await looks(page, `guide-${name}`, { hasRound: name === 'pushchair' });
      await page.keyboard.press('Escape');
      await until('the guide to close', async () => (await textsOf(page, 'sayso-needs-guide')).length === 0);
    }
    await page.close();
  });

  describe('with a life in it', () => {
    beforeAll(() =>
      seed(stage.browser, async (context) => {
        full = await fillIn(context);
      }),
    );

    it('shows the list, what has ended, and the watch-list', async () => {
      const page = await open('intentions');
      await find(page, 'sayso-intention-row >>> a');
      await looks(page, 'list');
      await page.close();
      const ended = await open('intentions?show=ended');
      await find(ended, 'sayso-intention-row >>> a');
      await looks(ended, 'ended', { hasRound: false });
      await press(ended, 'sayso-intentions >>> .row button');
      await find(ended, 'sayso-pick-wanted >>> li button');
      await looks(ended, 'watch-list', { hasRound: false });
      await ended.close();
    });

    it('shows one that is changed, and one about a thing', async () => {
      const page = await open(`intentions/${full!}?edit`);
      await find(page, `${FORM} >>> .requirement`);
      await openAll(page);
      await looks(page, 'change', { hasRound: false });
      await page.close();
      const missing = await open('intentions/00000000-0000-7000-8000-000000000000?edit');
      await looks(missing, 'missing', { hasRound: false });
      await missing.close();
    });
  });
});

function isOf(id: RequestId) {
  return ({ requestId }: { readonly requestId: RequestId }): boolean => requestId === id;
}

/** Requests in every state, with names as long as they come. */
async function fillIn(seeded: SeedContext): Promise<RequestId> {
  const context = seeded as unknown as TestContext;
  const nowMs = seeded.clock.nowMs();
  for (const vendor of [SHOP, CINEMA]) {
    await chooseSite(context, { origin: vendor, connect: true });
  }
  await savePreference(context, { key: 'brand', value: 'Kesti', strength: 'avoid', isPrivate: false });
  await savePreference(context, { key: 'shoe-size', value: '42.5', unit: 'EU', strength: 'must', isPrivate: false });
  const lapsesAtMs = nowMs + 9 * DAY;
  const to = [SHOP, CINEMA].map((vendor) => ({ vendor, channel: 'visit' as const }));
  const write = async (title: string): Promise<RequestId> => {
    seeded.clock.set(seeded.clock.nowMs() + 1_000);
    return (await writeRequest(context, { request: input({ title, lapsesAtMs }) })).id;
  };
  const cast = async (title: string): Promise<RequestId> => {
    const id = await write(title);
    await castRequest(context, { id, to });
    return id;
  };
  await endRequest(context, { id: await cast('A bicycle, withdrawn'), as: 'withdrawn' });
  await endRequest(context, { id: await cast('Shoes'), as: 'closed' });
  await cast('Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft commemorative mug');
  const answered = await cast('For the twins');
  for (const { id: thread, vendor } of (await context.database.threads.toArray()).filter(isOf(answered))) {
    const said = vendor === SHOP ? quote('q1', { validUntilMs: nowMs + 5 * DAY }) : decline('d1');
    await takeReply(context, { origin: vendor, thread, said });
  }
  const full = await write('عربة أطفال');
  await writeRequest(context, {
    request: input({ title: 'A laptop', lapsesAtMs: nowMs - DAY, lines: [input().lines[1]!] }),
  });
  for (let number = 1; number <= 4; number += 1) {
    await wantItem(context, { facts: film(number, { name: `A long evening, part ${String(number)}`, year: 1957 }) });
  }
  return full;
}
