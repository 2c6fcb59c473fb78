import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RequestId } from '../../../src/domain/ids.ts';
import type { Intention, SignedByVendor } from '../../../src/protocol/customer-reply.ts';
import { sealVendorMessage } from '../../../src/protocol/signing/envelope.ts';
import { newSigningKey } from '../../../src/protocol/signing/signing-key.ts';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { WIRE_LINE, WIRE_QUOTE } from '../../support/wire-samples.ts';
import { choose, fill, find, openDashboard, press, sees, seenText, textsOf } from '../support/actions.ts';
import { call } from '../support/calls.ts';
import { draft, signingSite } from '../support/shopping.ts';
import { storedRows } from '../support/stored.ts';
import { chosenPage } from '../support/vendor.ts';

const NAMES = ['quoting', 'asking', 'declining', 'referring', 'failing'] as const;
type Name = (typeof NAMES)[number];
const key = await newSigningKey();
const shop = signingSite(key);
const endpoint = signingSite(key, { quotes: '/quotes' });
const TOMORROW = new Date(Date.now() + 86_400_000).toISOString();
const MARKUP = '<img src="https://evil.example/x.png"> https://evil.example/';

const originOf = (name: string): string => `http://${name}.localhost`;

describe('an intention, cast by hand', () => {
  const stage = useBrowser({
    sites: {
      ...Object.fromEntries([...NAMES, 'stranger'].map((name) => [`${name}.localhost`, shop])),
      'endpoint.localhost': endpoint,
    },
  });
  const pages = new Map<Name, Page>();
  let id: RequestId;
  let dashboard: Page;

  beforeAll(async () => {
    for (const name of [...NAMES, 'endpoint'] as Name[]) {
      pages.set(name, await chosenPage(stage.browser, name));
    }
    id = await draft(stage.browser, {}, ...[...NAMES, 'endpoint'].map(originOf));
    dashboard = await openDashboard(stage.browser, `intentions/${id}`);
  });

  async function intentionAt(name: Name): Promise<Intention> {
    const { items } = await call(pages.get(name)!, 'intentions');
    return items.at(-1)!;
  }

  /** The shop's page answers what was cast to it last, with what its server signed. */
  async function says(name: Name, messageId: string, body: object): Promise<Intention> {
    const to = await intentionAt(name);
    const envelope = {
      from: originOf(name),
      to: to.person,
      request: to.identifier,
      id: messageId,
      body: { ...body, ...('reason' in body && !('copy' in body) ? {} : { copy: to.copy }) },
      nowMs: Date.now(),
    };
    const signed = (await sealVendorMessage(envelope, key)) as unknown as SignedByVendor;
    expect(await call(pages.get(name)!, 'reply', to.identifier, signed)).not.toHaveProperty('refused');
    return to;
  }

  /** The part of a vendor on the page; the newest, where it was asked again. */
  async function part(name: string): Promise<number> {
    const { place } = await until(`${name} on the page`, async () => {
      const all = await textsOf(dashboard, 'sayso-thread >>> h3 >>> .domain');
      const index = all.findLastIndex((text) => text.includes(name));
      return index >= 0 && { place: index };
    });
    return place;
  }

  async function pressIn(name: string, selector: string): Promise<void> {
    await dashboard.bringToFront();
    expect(await dashboard.evaluate(markThread, await part(name))).toBe(true);
    await press(dashboard, `sayso-thread[data-test="on"] >>> ${selector}`);
  }

  async function pressByKey(selector: string): Promise<void> {
    await dashboard.bringToFront();
    await (await find(dashboard, selector)).focus();
    await dashboard.keyboard.press('Enter');
  }

  /** What had the focus is gone: it is at what came of it, and not at the beginning of the page. */
  async function hasFocus(text: string): Promise<void> {
    await until(`the focus on: ${text}`, async () => (await dashboard.evaluate(textInFocus)).startsWith(text));
  }

  it('shows who would see what, and asks nobody by itself', async () => {
    const text = await sees(dashboard, 'A draft. No vendor knows of it.');
    expect(text).toMatch(/They see all of this at once.*Rover Duo.*Never shown.*Grandmother pays half\./u);
    await find(dashboard, 'sayso-cast >>> input[type="checkbox"]', 5);
    expect(await dashboard.evaluate(countTicked)).toEqual({ boxes: 6, ticked: 0 });
    const { threads } = await storedRows(stage.browser, ['threads']);
    expect(threads).toEqual([]);
  });

  it('says how each would get it, before anything goes out', async () => {
    await press(dashboard, `sayso-cast >>> input[value="${originOf('endpoint')}"]`);
    await press(dashboard, `sayso-cast >>> input[value="${originOf('quoting')}"]`);
    await press(dashboard, 'sayso-cast >>> #go-on');
    const text = await sees(dashboard, 'Ask 2 sites?');
    expect(text).toContain('Takes requests at once, in the background.');
    expect(text).toContain('Gets it when you visit the site next.');
    expect(text).toContain('PDC-INTENT');
    await dashboard.keyboard.press('Escape');
    await until('the question to be gone', async () => !(await seenText(dashboard)).includes('Ask 2 sites?'));
    const { threads } = await storedRows(stage.browser, ['threads']);
    expect(threads).toEqual([]);
    await press(dashboard, `sayso-cast >>> input[value="${originOf('endpoint')}"]`);
  });

  it('casts the first stage to those that were picked', async () => {
    await press(dashboard, 'sayso-cast >>> input[value="kind"]');
    for (const name of NAMES.filter((one) => one !== 'quoting')) {
      await press(dashboard, `sayso-cast >>> input[value="${originOf(name)}"]`);
    }
    await press(dashboard, 'sayso-cast >>> #go-on');
    await press(dashboard, 'sayso-cast-confirm >>> #cast');
    await sees(dashboard, '5 sites asked.');
    await sees(dashboard, 'Waits for your next visit to their site.');
    for (const name of NAMES) {
      const copy = await intentionAt(name);
      expect(copy).toMatchObject({ stage: 'kind', itemOffered: { category: 'pushchair' } });
      expect(JSON.stringify(copy)).not.toMatch(/Rover|twins|Kiel/u);
    }
    expect((await call(pages.get('endpoint' as Name)!, 'intentions')).items).toEqual([]);
    await sees(dashboard, 'They have it. Their answer is awaited.');
  });

  it('shows the rest to one that answered, and gets its quote, while it stands there', async () => {
    await says('quoting', 'i1', { kind: 'interest' });
    await sees(dashboard, 'They may have it, and would like to see the rest.');
    await pressIn('quoting', '#rest');
    await press(dashboard, 'sayso-confirm >>> button.danger');
    await sees(dashboard, 'They get the rest.');
    const lines = [{ ...WIRE_LINE, description: MARKUP }];
    await says('quoting', 'q1', { ...WIRE_QUOTE, pricing: 'negotiable', priceValidUntil: TOMORROW, lines });
    await sees(dashboard, 'They made a quote.');
    // Quotes are compared a moment after, and drawn step by step.
    await sees(dashboard, '1 × €499.00');
    await sees(dashboard, MARKUP);
    expect(await dashboard.evaluate(addressesOfMarkup)).toEqual([]);
  });

  it('counters it, once', async () => {
    await pressIn('quoting', '#counter');
    await fill(dashboard, 'sayso-counter >>> #total', '450,50');
    await pressByKey('sayso-counter >>> #send');
    await sees(dashboard, 'Your counter is with them.');
    await hasFocus('Your counter is with them.');
    const { messages } = await intentionAt('quoting');
    expect(messages.at(-1)!.body).toMatchObject({
      kind: 'counter',
      quote: 'q1',
      priceSpecification: { price: '450.50' },
    });
    expect(await textsOf(dashboard, 'sayso-thread-acts >>> #counter')).toEqual([]);
  });

  it('answers a question', async () => {
    await says('asking', 'w1', { kind: 'question', '@type': 'Question', text: 'How wide is the door?' });
    await sees(dashboard, 'How wide is the door?');
    await fill(dashboard, 'sayso-answer-question >>> #words', '76 cm');
    await pressByKey('sayso-answer-question >>> button');
    await sees(dashboard, 'Answered.');
    await hasFocus('Waits for your next visit to their site.');
    const { messages } = await intentionAt('asking');
    expect(messages.at(-1)!.body).toEqual({ kind: 'answer', question: 'w1', text: '76 cm' });
  });

  it('shows a decline with its reason', async () => {
    await says('declining', 'd1', { kind: 'decline', copy: 1, reason: 'not-by-then' });
    await sees(dashboard, 'They said no: they can’t have it there by then.');
  });

  it('follows a referral: connects, and asks there', async () => {
    await says('referring', 'r1', {
      kind: 'referral',
      '@type': 'Organization',
      name: 'Stranger & Sons',
      url: `${originOf('stranger')}/x?from=you`,
    });
    await sees(dashboard, /They say: ask .?Stranger & Sons.? instead\./u);
    await stage.browser.grantPermission(`${originOf('stranger')}/*`);
    await pressIn('referring', 'sayso-ask-site >>> #connect');
    await pressIn('referring', 'sayso-ask-site >>> #ask');
    await press(dashboard, 'sayso-cast-confirm >>> #cast');
    await part('stranger');
    const { threads } = await storedRows(stage.browser, ['threads']);
    expect(threads!.map(({ vendor }) => vendor)).toContain(originOf('stranger'));
  });

  it('shows what failed, and asks once more', async () => {
    await says('failing', 'f1', { kind: 'failure', reason: 'malformed' });
    const text = await sees(dashboard, 'They say that they can’t go on');
    expect(text).toMatch(/That was at .* You can ask them once more, or leave it/u);
    await pressIn('failing', 'sayso-ask-site >>> #ask');
    await press(dashboard, 'sayso-cast-confirm >>> #cast');
    await until('a second part', async () => {
      const all = await textsOf(dashboard, 'sayso-thread >>> h3 >>> .domain');
      return all.filter((text_) => text_.includes('failing')).length === 2;
    });
  });

  it('stops asking one of them, and then withdraws it all', async () => {
    await pressIn('asking', '#no');
    await press(dashboard, 'sayso-let-down >>> #let-down');
    await sees(dashboard, 'You told them no, without a reason.');
    await choose(dashboard, 'sayso-request-acts >>> #until', await firstOption(dashboard));
    await press(dashboard, 'sayso-request-acts >>> #extend');
    await sees(dashboard, /As it was before.*Version 1/u);
    await press(dashboard, 'sayso-request-acts >>> #withdraw');
    await press(dashboard, 'sayso-confirm >>> button.danger');
    await sees(dashboard, 'Withdrawn. It is over.');
    await find(dashboard, 'sayso-request-acts >>> #again');
    const { messages } = await intentionAt('quoting');
    expect(messages.at(-1)!.body).toEqual({ kind: 'ended', as: 'withdrawn' });
  });
});

async function firstOption(page: Page): Promise<string> {
  const option = await find(page, 'sayso-request-acts >>> option');
  return option.evaluate((element) => (element as HTMLOptionElement).value);
}

// Runs in the page.
function countTicked(): { boxes: number; ticked: number } {
  const inside = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? inside(one.shadowRoot) : [])]);
  const boxes = inside(document).filter(
    (one): one is HTMLInputElement => one instanceof HTMLInputElement && one.type === 'checkbox',
  );
  return { boxes: boxes.length, ticked: boxes.filter(({ checked }) => checked).length };
}

// Runs in the page: whatever leads, or loads from, where a vendor's words say.
function addressesOfMarkup(): string[] {
  const inside = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? inside(one.shadowRoot) : [])]);
  return inside(document)
    .flatMap((one) => [one.getAttribute('href'), one.getAttribute('src')])
    .filter((address): address is string => address?.includes('evil') === true);
}

// Runs in the page: marks one vendor's part, so that what is in it can be pressed.
function markThread(place: number): boolean {
  const inside = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? inside(one.shadowRoot) : [])]);
  const threads = inside(document).filter(({ localName }) => localName === 'sayso-thread');
  threads.forEach((thread, index) => {
    thread.toggleAttribute('data-test', false);
    if (index === place) {
      thread.setAttribute('data-test', 'on');
    }
  });
  return threads[place] !== undefined;
}

// Runs in the page.
function textInFocus(): string {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) {
    focused = focused.shadowRoot.activeElement;
  }
  return focused?.textContent.trim() ?? '';
}
