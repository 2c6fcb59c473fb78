import type { Runtime } from 'webextension-polyfill';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fake } from '../../support/fake-extension.ts';
import { blockVendor } from '../../../src/app/block-vendor.ts';
import { chooseSite } from '../../../src/app/choose-site.ts';
import { editRating } from '../../../src/app/edit-rating.ts';
import { listRatings } from '../../../src/app/list-ratings.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { answerInline } from '../../../src/background/inline-router.ts';
import type { Origin } from '../../../src/domain/ids.ts';
import { CINEMA, film, SHOP, stars } from '../../support/samples.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../support/fake-extension.ts')).fake }));

const onRated = vi.fn<() => Promise<void>>();
let context: TestContext;

beforeEach(async () => {
  fake.reset();
  onRated.mockReset();
  context = testContext();
  await chooseSite(context, { origin: SHOP, stars: true });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

function send(message: unknown, origin: string = SHOP) {
  const sender = { origin, frameId: 0, tab: { id: 7 } } as unknown as Runtime.MessageSender;
  return answerInline(message, sender, Promise.resolve(context), onRated);
}

const call = (name: unknown, input: unknown, origin?: string) => send({ wire: 'inline', call: name, input }, origin);
const rate = (halfStars: number, origin?: Origin) => call('rate', { facts: film(1), halfStars }, origin);
const all = () => listRatings(context, { sort: 'newest', offset: 0, limit: 10 });

describe('answerInline', () => {
  it('rates, looks up, clears and takes back', async () => {
    const identifiers = film(1).identifiers;
    await expect(call('look-up', { things: [identifiers] })).resolves.toEqual({ ok: true, value: [null] });
    await expect(rate(9)).resolves.toMatchObject({ ok: true, value: { halfStars: 9, given: stars(4.5) } });
    await expect(call('look-up', { things: [identifiers, []] })).resolves.toMatchObject({
      ok: true,
      value: [{ halfStars: 9 }, null],
    });
    const cleared = await call('clear', { identifiers });
    expect(cleared).toMatchObject({ ok: true, value: { journalId: expect.any(String) as string } });
    expect((await all()).total).toBe(0);
    await expect(call('undo', cleared.ok && cleared.value)).resolves.toEqual({ ok: true, value: null });
    expect((await all()).total).toBe(1);
  });

  it('takes nothing back that was written since, be it as it was: what wrote it could never be undone', async () => {
    const rated = await rate(9);
    const [row] = (await all()).rows;
    for (const tags of [['sea'], []]) {
      await editRating(context, { itemId: row!.item.id, tags });
    }
    await expect(
      call('undo', { journalId: rated.ok && (rated.value as { journalId: string }).journalId }),
    ).resolves.toEqual({ ok: false, error: expect.objectContaining({ code: 'conflict' }) as unknown });
    expect((await all()).total).toBe(1);
  });

  it('lets out what the stars show and no more', async () => {
    await rateItem(context, { facts: film(1), given: stars(4), text: 'My diary.', tags: ['secret'] });
    const { rows } = await all();
    const reply = await call('look-up', { things: [film(1).identifiers] });
    expect(reply).toMatchObject({ ok: true });
    expect(JSON.stringify(reply)).not.toMatch(new RegExp(`diary|secret|source|${rows[0]!.item.id}`, 'u'));
  });

  it('changes the mark and nothing that was said beside it', async () => {
    await rateItem(context, { facts: film(1), given: stars(4), text: 'My diary.', tags: ['secret'] });
    await rate(9);
    const { rows } = await all();
    expect(rows[0]?.rating).toMatchObject({ given: stars(4.5), text: 'My diary.', tags: ['secret'] });
  });

  it('tells other stars of a change, and not of a look', async () => {
    await call('look-up', { things: [] });
    expect(onRated).not.toHaveBeenCalled();
    await rate(8);
    expect(onRated).toHaveBeenCalledOnce();
  });

  it.each([
    ['a site that was not chosen', async () => undefined, CINEMA],
    ['a site that is connected only', () => chooseSite(context, { origin: CINEMA, connect: true }), CINEMA],
    ['a blocked site', () => blockVendor(context, { origin: SHOP, isBlocked: true }), SHOP],
    ['another port', async () => undefined, 'https://shop.example:8443'],
    ['a sandboxed frame', async () => undefined, 'null'],
  ])('serves nothing to %s', async (_who, arrange, origin) => {
    await arrange();
    await expect(call('look-up', { things: [] }, origin)).resolves.toMatchObject({
      ok: false,
      error: { code: 'not-granted' },
    });
    await expect(call('rate', { facts: film(1), halfStars: 9 }, origin)).resolves.toMatchObject({ ok: false });
    expect((await all()).total).toBe(0);
  });

  it('takes back only what was done on that very site', async () => {
    await chooseSite(context, { origin: CINEMA, stars: true });
    const { journalId } = await rateItem(context, { facts: film(1), given: stars(4) });
    await expect(call('undo', { journalId })).resolves.toMatchObject({ ok: false, error: { code: 'not-granted' } });
    const rated = await rate(9, CINEMA);
    const own = rated.ok ? { journalId: (rated.value as { journalId: string }).journalId } : {};
    await expect(call('undo', own)).resolves.toMatchObject({ ok: false, error: { code: 'not-granted' } });
    await expect(call('undo', own, CINEMA)).resolves.toMatchObject({ ok: true });
  });

  it('clears nothing where there is nothing', async () => {
    await expect(call('clear', { identifiers: film(9).identifiers })).resolves.toEqual({
      ok: true,
      value: { journalId: null },
    });
  });

  it.each(['__proto__', 'constructor', 'toString', '', 'ratings', 'changed', 'x'.repeat(10_000), 7, null])(
    'threat 2 does not know the call %j',
    async (name) => {
      await expect(call(name, {})).resolves.toMatchObject({ ok: false, error: { code: 'unknown-call' } });
    },
  );

  it.each([undefined, null, 'look-up', [], { wire: 'vendor', call: 'look-up', input: {} }])(
    'refuses the message %j',
    async (message) => {
      await expect(send(message)).resolves.toMatchObject({ ok: false });
    },
  );

  it.each([
    ['look-up', {}],
    ['look-up', { things: [['imdb:tt0133093']], origin: SHOP }],
    ['rate', { facts: film(1), halfStars: 11 }],
    ['rate', { facts: { ...film(1), identifiers: [] }, halfStars: 5 }],
    ['rate', { facts: { ...film(1), id: 'x' }, halfStars: 5 }],
    ['clear', { identifiers: [] }],
    ['undo', { journalId: '1' }],
  ])('refuses %s of %j', async (name, input) => {
    await expect(call(name, input)).resolves.toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(onRated).not.toHaveBeenCalled();
  });
});
