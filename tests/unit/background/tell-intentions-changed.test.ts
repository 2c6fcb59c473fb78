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

  it('tells each vendor’s tabs what is for that vendor, and other tabs only where nobody knows whose they are', async () => {
    fake.openTabs.clear();
    fake.openTabs.set(1, { url: `${SHOP}/prams?size=2`, active: true });
    fake.openTabs.set(2, { url: 'https://elsewhere.example/', active: false });
    fake.openTabs.set(3, { url: '', active: false });
    const { context, id } = await asked('visit');
    await tellIntentionsChanged(context, id);
    const heard = fake.told.map(({ tabId, message }) => `${tabId} ${(message as { origin: string }).origin}`);
    expect(heard.sort()).toEqual([`1 ${SHOP}`, `3 ${CINEMA}`, `3 ${SHOP}`]);
  });
});
