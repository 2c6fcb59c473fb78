import { describe, expect, it } from 'vitest';
import { answerPrompt } from '../../../src/app/answer-prompt.ts';
import { askState } from '../../../src/app/ask-state.ts';
import { blockVendor } from '../../../src/app/block-vendor.ts';
import { chooseSite } from '../../../src/app/choose-site.ts';
import type { AppContext } from '../../../src/app/context.ts';
import { heldGrants } from '../../../src/app/held-grants.ts';
import { leaveSite } from '../../../src/app/leave-site.ts';
import { openAsk } from '../../../src/app/open-ask.ts';
import { revokeGrant } from '../../../src/app/revoke-grant.ts';
import type { Ask } from '../../../src/domain/ask.ts';
import type { Duration } from '../../../src/domain/grant.ts';
import { ask, callId, decline, give, PREFERENCES, RATINGS } from '../../support/granting.ts';
import { CINEMA, SHOP } from '../../support/samples.ts';
import { testContext } from '../../support/test-context.ts';

const MINUTE = 60_000;

function open(context: AppContext, rest: Partial<Ask> = {}, origin = SHOP) {
  return openAsk(context, { origin, ask: ask([RATINGS], rest), askId: callId(), canPrompt: true });
}

async function kindOf(opening: ReturnType<typeof openAsk>): Promise<string> {
  return (await opening).kind;
}

describe('openAsk', () => {
  it('puts a first ask of a connected site before the person', async () => {
    const context = testContext();
    await chooseSite(context, { origin: SHOP, connect: true });
    expect(await open(context)).toEqual({ kind: 'prompt' });
    expect(await context.database.decisions.count()).toBe(0);
  });

  it('is answered by a grant for the very same ask, and by no other', async () => {
    const context = testContext();
    const id = await give(context, [RATINGS]);
    expect(await open(context)).toMatchObject({ kind: 'held', grant: { id, status: 'active' } });
    expect(await kindOf(open(context, { text: 'Something else.' }))).toBe('prompt');
    expect(await kindOf(open(context, { id: 'ask-2' }))).toBe('prompt');
    expect(await kindOf(open(context, {}, CINEMA))).toBe('silenced');
    await revokeGrant(context, { grantId: id });
    expect(await kindOf(open(context))).toBe('prompt');
  });

  it('is silent for what is not connected, blocked or can not be shown', async () => {
    const context = testContext();
    expect(await kindOf(open(context))).toBe('silenced');
    expect(await context.database.decisions.count()).toBe(0);
    await chooseSite(context, { origin: SHOP, connect: true });
    const hidden = await openAsk(context, { origin: SHOP, ask: ask([RATINGS]), askId: callId(), canPrompt: false });
    expect(hidden).toMatchObject({ kind: 'silenced', decision: { outcome: 'silenced' } });
    expect(await kindOf(open(context))).toBe('prompt');
    await blockVendor(context, { origin: SHOP, isBlocked: true });
    expect(await kindOf(open(context))).toBe('silenced');
  });

  it.each<[Duration, number, string]>([
    ['hour', 60 * MINUTE, 'session-1'],
    ['month', 30 * 24 * 60 * MINUTE, 'session-1'],
  ])('remembers a refusal for a %s, whatever the site asks', async (duration, lengthMs) => {
    const context = testContext();
    await chooseSite(context, { origin: SHOP, connect: true });
    await decline(context, { kind: 'refuse', duration });
    context.clock.advance(lengthMs - 1);
    expect(await kindOf(open(context, { id: 'another' }))).toBe('silenced');
    context.clock.advance(1);
    expect(await kindOf(open(context.reopen()))).toBe('prompt');
  });

  it('remembers a refusal until the browser closes, or for good until the site is connected anew', async () => {
    const context = testContext();
    await chooseSite(context, { origin: SHOP, connect: true });
    await decline(context, { kind: 'refuse', duration: 'session' });
    expect(await kindOf(open(context))).toBe('silenced');
    const later = context.reopen({ session: 'session-2' });
    expect(await kindOf(open(later))).toBe('prompt');

    await decline(later, { kind: 'refuse', duration: 'once', forever: true });
    later.clock.advance(1_000 * 24 * 60 * MINUTE);
    expect(await kindOf(open(later))).toBe('silenced');
    await chooseSite(later, { origin: SHOP, connect: true });
    expect(await kindOf(open(later))).toBe('prompt');
  });

  it('waits longer after each ask in a row that got nothing, over a restart', async () => {
    const context = testContext();
    await chooseSite(context, { origin: SHOP, connect: true });
    for (const waitMs of [0, MINUTE, 5 * MINUTE, 60 * MINUTE, 24 * 60 * MINUTE, 24 * 60 * MINUTE]) {
      await decline(context, waitMs === MINUTE ? { kind: 'ignore' } : { kind: 'refuse', duration: 'once' });
      if (waitMs > 0) {
        context.clock.advance(waitMs - 1);
        expect(await kindOf(open(context.reopen({ session: 'other' })))).toBe('silenced');
        context.clock.advance(1);
      }
      expect(await kindOf(open(context))).toBe('prompt');
    }
  });

  it('threat 19 writes one of many that come in one moment down', async () => {
    const context = testContext();
    await chooseSite(context, { origin: SHOP, connect: true });
    const asks = Array.from({ length: 20 }, () => ({ origin: SHOP, ask: ask([RATINGS]), askId: callId() }));
    const opened = await Promise.all(asks.map((one) => openAsk(context, { ...one, canPrompt: false })));
    expect(opened.every(({ kind }) => kind === 'silenced')).toBe(true);
    expect(await context.database.decisions.count()).toBe(1);
    expect(await context.database.hushed.count()).toBe(19);
  });

  it('writes a thousand asks in a loop down once a minute, and still knows each until its page is told', async () => {
    const context = testContext();
    await chooseSite(context, { origin: SHOP, connect: true });
    await decline(context, { kind: 'refuse', duration: 'until-stopped' });
    for (let count = 0; count < 120; count += 1) {
      context.clock.advance(1_000);
      await open(context, { text: `Please ${count}` });
    }
    const askId = callId();
    const opened = await openAsk(context, { origin: SHOP, ask: ask([RATINGS]), askId, canPrompt: true });

    const logged = await context.database.decisions.toArray();
    expect(logged.filter(({ outcome }) => outcome === 'silenced')).toHaveLength(2);
    expect(opened).toMatchObject({ kind: 'silenced', decision: { id: askId } });
    const again = context.reopen();
    expect(await askState(again, { origin: SHOP, askId })).toMatchObject({ kind: 'decided', decision: { id: askId } });
    again.clock.advance(5_000);
    expect(await openAsk(again, { origin: SHOP, ask: ask([RATINGS]), askId, canPrompt: true })).toEqual(opened);
  });

  it('keeps few of the silenced asks, however many there are', async () => {
    const context = testContext();
    await chooseSite(context, { origin: SHOP, connect: true });
    await chooseSite(context, { origin: CINEMA, connect: true });
    await blockVendor(context, { origin: SHOP, isBlocked: true });
    await blockVendor(context, { origin: CINEMA, isBlocked: true });
    const first = callId();
    await openAsk(context, { origin: CINEMA, ask: ask([RATINGS]), askId: first, canPrompt: true });
    for (let count = 0; count < 210; count += 1) {
      context.clock.advance(1);
      await open(context);
    }
    expect(await context.database.hushed.count()).toBe(200);
    expect(await askState(context, { origin: CINEMA, askId: first })).toMatchObject({ kind: 'decided' });
    context.clock.advance(600_001);
    await open(context);
    await open(context);
    expect(await context.database.hushed.count()).toBe(1);
  });
});

describe('answerPrompt', () => {
  it('gives less than was asked, and never more', async () => {
    const context = testContext();
    await chooseSite(context, { origin: SHOP, connect: true });
    const asked = ask([{ ...RATINGS, kinds: ['Movie', 'Book'], fields: ['reviewBody'] }], { optional: [PREFERENCES] });
    const answer = (scope: Parameters<typeof answerPrompt>[1]['decision'] & { kind: 'allow' }) =>
      answerPrompt(context, { askId: callId(), origin: SHOP, ask: asked, askedAtMs: 0, decision: scope });

    for (const need of [
      { ...RATINGS, kinds: ['Product' as const] },
      RATINGS,
      { ...RATINGS, kinds: ['Movie' as const], fields: ['keywords' as const] },
    ]) {
      await expect(answer({ kind: 'allow', scope: [need], duration: 'hour' })).rejects.toMatchObject({
        code: 'bad-request',
      });
    }
    await expect(answer({ kind: 'allow', scope: [], duration: 'hour' })).rejects.toMatchObject({ code: 'bad-request' });
    const decision = await answer({ kind: 'allow', scope: [{ ...RATINGS, kinds: ['Movie'] }], duration: 'hour' });

    expect(decision).toMatchObject({ outcome: 'allowed', tellAtMs: context.clock.nowMs() });
    const [grant] = await heldGrants(context, { origin: SHOP });
    expect(grant).toMatchObject({ id: decision.grantId, untilMs: context.clock.nowMs() + 60 * MINUTE });
    expect(grant?.scope).toEqual([{ ...RATINGS, kinds: ['Movie'] }]);
  });

  it('takes the first answer to an ask and no other', async () => {
    const context = testContext();
    await chooseSite(context, { origin: SHOP, connect: true });
    const askId = callId();
    const base = { askId, origin: SHOP, ask: ask([RATINGS]), askedAtMs: context.clock.nowMs() };
    const first = await answerPrompt(context, { ...base, decision: { kind: 'ignore' } });
    const second = await answerPrompt(context, {
      ...base,
      decision: { kind: 'allow', scope: [RATINGS], duration: 'until-stopped' },
    });
    expect(second).toEqual(first);
    expect(await heldGrants(context, { origin: SHOP })).toEqual([]);
    await expect(
      answerPrompt(context, { ...base, origin: CINEMA, decision: { kind: 'ignore' } }),
    ).rejects.toMatchObject({
      code: 'bad-request',
    });
  });

  it('puts a new grant in the place of the one for the same ask, with another name for the person', async () => {
    const context = testContext();
    const first = await give(context, [RATINGS]);
    const other = await give(context, [PREFERENCES], { askId: 'ask-2' });
    const second = await give(context, [RATINGS]);
    const held = await heldGrants(context, { origin: SHOP });
    expect(held.map(({ id }) => id)).toEqual([other, second]);
    const everyone = (await context.database.grants.toArray()).map(({ person }) => person);
    expect(new Set(everyone).size).toBe(3);
    expect(await context.database.grantChanges.toArray()).toMatchObject([{ grantId: first, kind: 'replaced' }]);
  });

  it('gives nothing to a site that was disconnected while the prompt was open', async () => {
    const context = testContext();
    await chooseSite(context, { origin: SHOP, connect: true });
    await leaveSite(context, { origin: SHOP, connect: true });
    const answer = { askId: callId(), origin: SHOP, ask: ask([RATINGS]), askedAtMs: 0 };
    await expect(
      answerPrompt(context, { ...answer, decision: { kind: 'allow', scope: [RATINGS], duration: 'hour' } }),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect(await context.database.decisions.count()).toBe(0);
    await expect(answerPrompt(context, { ...answer, decision: { kind: 'ignore' } })).resolves.toMatchObject({
      outcome: 'ignored',
    });
  });

  it('tells a refusal after its time, and one that took longer at once', async () => {
    const context = testContext();
    await chooseSite(context, { origin: SHOP, connect: true });
    const quick = await decline(context, { kind: 'refuse', duration: 'once' });
    expect(quick.tellAtMs - context.clock.nowMs()).toBeGreaterThanOrEqual(2_500);
    const askedAtMs = context.clock.nowMs();
    context.clock.advance(10 * MINUTE);
    const slow = await answerPrompt(context, {
      askId: callId(),
      origin: SHOP,
      ask: ask([RATINGS]),
      askedAtMs,
      decision: { kind: 'refuse', duration: 'once' },
    });
    expect(slow.tellAtMs).toBe(context.clock.nowMs());
  });

  it('ends a session grant with the browser session', async () => {
    const context = testContext();
    await give(context, [RATINGS], { duration: 'session' });
    expect(await heldGrants(context.reopen(), { origin: SHOP })).toHaveLength(1);
    expect(await heldGrants(context.reopen({ session: 'session-2' }), { origin: SHOP })).toEqual([]);
  });
});

describe('askState', () => {
  it("knows an origin's own decided asks, with the grant as it stands", async () => {
    const context = testContext();
    const grantId = await give(context, [RATINGS]);
    const [decision] = await context.database.decisions.toArray();
    const askId = decision!.id;
    expect(await askState(context, { origin: SHOP, askId })).toMatchObject({
      grant: { id: grantId, status: 'active' },
    });
    expect(await askState(context, { origin: CINEMA, askId })).toEqual({ kind: 'unknown' });
    expect(await askState(context, { origin: SHOP, askId: callId() })).toEqual({ kind: 'unknown' });
    await revokeGrant(context, { grantId });
    expect(await askState(context, { origin: SHOP, askId })).toMatchObject({ grant: { status: 'revoked' } });
  });
});
