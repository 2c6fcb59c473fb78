import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../../support/use-browser.ts';
import { connect, waitForPrompt } from '../support/actions.ts';
import { attack } from '../support/attack.ts';
import { pendingAsks, readHeld } from '../support/held.ts';
import { sendFromScripts } from '../support/in-own-page.ts';
import { speak } from '../support/speak.ts';

const VENDOR = 'http://hostile.localhost/';

/** Each wire of the source with the names of its calls. Whoever adds one finds it tried here. */
const WIRES = wiresOfSource();

/** Names that are no calls, but are something to a careless look-up. */
const STRANGE_NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''];
const NO_NAMES: readonly unknown[] = [
  'x'.repeat(10_240),
  0,
  -1,
  1e300,
  null,
  true,
  [],
  ['grants'],
  {},
  { toString: 'grants' },
];

describe('threat 2: a page that speaks as Sayso’s own pages do', () => {
  const stage = useBrowser();
  let page: Page;
  let askId: string;

  // A chosen site, since there is a bridge to speak to; and an ask before the person, since there is something to win.
  beforeAll(async () => {
    page = await stage.browser.page(VENDOR);
    await connect(stage.browser, page);
    await page.evaluate(() => {
      const ask = { id: 'all', text: 'Everything.', purpose: 'Marketing', required: [{ collection: 'ratings' }] };
      navigator.customer?.request({ ...ask, optional: [], retention: 'P1D', sharing: 'none' } as never).catch(() => '');
    });
    const prompt = await waitForPrompt(stage.browser);
    askId = new URL(prompt.url()).searchParams.get('id') ?? '';
    expect(pendingAsks(await readHeld(stage.browser))).toHaveLength(1);
  });

  /** Messages that would do something, came they from where they belong. */
  function ownMessages(): { wire: string; call: string; input: unknown }[] {
    const rating = { kind: 'Movie', name: 'The Matrix', identifiers: ['imdb:tt0133093'] };
    const inputs: Record<string, unknown> = {
      changed: 'http://hostile.localhost',
      decided: askId,
      rated: '',
      rate: { facts: rating, halfStars: 1 },
      clear: { identifiers: rating.identifiers },
      'look-up': { things: [rating.identifiers] },
    };
    return Object.entries(WIRES)
      .filter(([wire]) => wire !== 'vendor')
      .flatMap(([wire, calls]) => calls.map((call) => ({ wire, call, input: inputs[call] ?? '' })));
  }

  it('takes the names of the calls from the source', () => {
    expect(Object.keys(WIRES)).toEqual(expect.arrayContaining(['vendor', 'inline', 'prompt']));
    expect(ownMessages().map(({ call }) => call)).toEqual(expect.arrayContaining(['changed', 'decided', 'rate']));
  });

  it('posts every message of theirs, and odder ones: none is answered, nothing is changed', async () => {
    const before = await readHeld(stage.browser);
    const bodies = ownMessages().map((message) => ({ ...message, id: crypto.randomUUID() }));
    expect(await attack(page, 'post-own-messages', bodies)).toMatchObject({ held: true, posted: bodies.length });
    expect(await attack(page, 'post-own-messages')).toMatchObject({ held: true });
    expect(await attack(page, 'post-strange-names')).toMatchObject({ held: true });
    expect(await attack(page, 'post-no-object')).toMatchObject({ held: true });
    expect(await readHeld(stage.browser)).toEqual(before);
  });

  it('says them on a port of its own: refused, or not heard', async () => {
    const before = await readHeld(stage.browser);
    const names = [...ownMessages().map(({ call }) => call), ...STRANGE_NAMES];
    const named = names.map((call, index) => [index + 1, call, JSON.stringify(askId)]);
    const unnamed = NO_NAMES.map((call, index) => [500 + index, call, '""']);
    const wrapped = ownMessages().map((message, index) => [700 + index, message]);
    const bare = ownMessages();
    const answers = await speak(page, [...named, ...unnamed, ...wrapped, ...bare]);

    const { 1000000: last, ...others } = answers;
    expect(last).toEqual(['[]']);
    expect(Object.keys(others)).toHaveLength(named.length);
    expect(new Set(Object.values(others).map(([name]) => name))).toEqual(new Set(['NotSupportedError']));
    expect(await readHeld(stage.browser)).toEqual(before);
  });

  it('even in the world of Sayso’s own scripts: refused', async () => {
    const before = await readHeld(stage.browser);
    const strange = [...STRANGE_NAMES, ...NO_NAMES];
    const own = ownMessages();
    const odd = [
      ...strange.map((call) => ({ wire: 'prompt', call, input: askId })),
      ...strange.map((call) => ({ wire: 'inline', call, input: '' })),
      ...strange.map((call) => ({ wire: 'vendor', id: crypto.randomUUID(), call, input: '{}' })),
      ...strange.map((wire) => ({ wire, call: 'decided', input: askId })),
      ...strange,
    ];
    const [replies = []] = await sendFromScripts(stage.browser, VENDOR, [...own, ...odd]);
    expect(replies).toHaveLength(own.length + odd.length);
    for (const reply of replies.slice(0, own.length)) {
      expect(reply).toMatchObject({ ok: false, error: { code: 'not-granted' } });
    }
    const answered = replies.filter((reply) => reply?.ok === true || reply?.kind === 'answer');
    expect(answered).toEqual([]);
    expect(await readHeld(stage.browser)).toEqual(before);
  });
});

/** By the wire's name: the modules export one `…_WIRE` and one `…Calls`. */
function wiresOfSource(): Record<string, readonly string[]> {
  const modules = import.meta.glob<Record<string, unknown>>('../../../src/protocol/*-wire.ts', { eager: true });
  const wires = Object.values(modules).flatMap((module) => {
    const name = Object.entries(module).find(([key]) => key.endsWith('_WIRE'))?.[1];
    const calls = Object.entries(module).find(([key]) => key.endsWith('Calls'))?.[1];
    return typeof name === 'string' && typeof calls === 'object' ? [[name, Object.keys(calls ?? {})] as const] : [];
  });
  return Object.fromEntries(wires);
}
