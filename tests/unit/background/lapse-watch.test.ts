import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fake } from '../../support/fake-extension.ts';
import { answerPrompt } from '../../../src/app/answer-prompt.ts';
import { chooseSite } from '../../../src/app/choose-site.ts';
import { LAPSE, tellLapsed, watchForLapse } from '../../../src/background/lapse-watch.ts';
import { newRecordId, type Origin } from '../../../src/domain/ids.ts';
import type { Duration } from '../../../src/domain/grant.ts';
import { sampleAsk } from '../../support/asks.ts';
import { SHOP } from '../../support/samples.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../support/fake-extension.ts')).fake }));

const HOUR_MS = 3_600_000;
const tell = vi.fn<(origin: Origin) => Promise<void>>();
let context: TestContext;
let create: ReturnType<typeof vi.spyOn>;

beforeEach(async () => {
  fake.reset();
  tell.mockReset();
  create = vi.spyOn(fake.alarms, 'create');
  context = testContext();
  await chooseSite(context, { origin: SHOP, connect: true });
});

async function give(duration: Duration): Promise<void> {
  const askedAtMs = context.clock.nowMs();
  const ask = sampleAsk();
  const decision = { kind: 'allow', scope: ask.required, duration } as const;
  await answerPrompt(context, { askId: newRecordId(askedAtMs), origin: SHOP, ask, askedAtMs, decision });
}

describe('watchForLapse', () => {
  it('sets the alarm for the end of the next grant', async () => {
    await give('hour');
    await watchForLapse(Promise.resolve(context));
    expect(create).toHaveBeenCalledExactlyOnceWith(LAPSE, { when: context.clock.nowMs() + HOUR_MS + 50 });
  });

  it('sets none where nothing ends by itself', async () => {
    await give('until-stopped');
    await watchForLapse(Promise.resolve(context));
    expect(create).not.toHaveBeenCalled();
  });
});

describe('tellLapsed', () => {
  it('tells the vendors whose grant ended, once', async () => {
    await give('hour');
    context.clock.advance(HOUR_MS + 50);
    await tellLapsed(Promise.resolve(context), tell);
    await tellLapsed(Promise.resolve(context), tell);
    expect(tell.mock.calls.map(([origin]) => origin)).toEqual([SHOP]);
  });

  it('tells nobody early', async () => {
    await give('hour');
    await tellLapsed(Promise.resolve(context), tell);
    expect(tell).not.toHaveBeenCalled();
  });
});
