import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fake } from '../../support/fake-extension.ts';
import { answerQuestion } from '../../../src/app/answer-question.ts';
import { intentionsForVendor } from '../../../src/app/intentions-for-vendor.ts';
import { takeReply } from '../../../src/app/take-reply.ts';
import { tellIntentionsChanged } from '../../../src/background/tell-intentions-changed.ts';
import { messageId } from '../../support/request-samples.ts';
import { asked } from '../../support/request-store.ts';
import { CINEMA, SHOP } from '../../support/samples.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../support/fake-extension.ts')).fake }));

beforeEach(() => {
  fake.reset();
  fake.openTabs.set(7, { active: true });
});

function told(): unknown[] {
  const origins = fake.told.map(({ message }) => (message as { origin: string }).origin);
  fake.told.length = 0;
  return origins.sort();
}

describe('tellIntentionsChanged', () => {
  it('tells those that were asked, and then only the one to which something was said', async () => {
    const { context, id, shop } = await asked('visit');
    await tellIntentionsChanged(context, id);
    expect(fake.told[0]?.message).toEqual({
      wire: 'vendor',
      event: 'intentionschange',
      origin: expect.any(String) as string,
    });
    expect(told()).toEqual([CINEMA, SHOP]);
    await intentionsForVendor(context, { origin: SHOP });
    await takeReply(context, {
      origin: SHOP,
      thread: shop,
      said: { kind: 'question', id: messageId('w1'), copy: 1, words: 'Which colour?' },
    });
    await answerQuestion(context, { thread: shop, words: 'Blue.' });
    await tellIntentionsChanged(context, id);
    // The cinema has not fetched its copy. That somebody else was told something is none of its business.
    expect(told()).toEqual([SHOP]);
    await tellIntentionsChanged(context, id);
    expect(told()).toEqual([]);
  });
});
