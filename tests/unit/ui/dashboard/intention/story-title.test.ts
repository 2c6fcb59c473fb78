import '../../../../support/fake-browser.ts';
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../../../src/app/answer-question.ts';
import { changeRequest } from '../../../../../src/app/change-request.ts';
import { counterQuote } from '../../../../../src/app/counter-quote.ts';
import { declineQuote } from '../../../../../src/app/decline-quote.ts';
import { requestStory } from '../../../../../src/app/list-requests.ts';
import { moveThread } from '../../../../../src/app/move-request.ts';
import { showRest } from '../../../../../src/app/show-rest.ts';
import type { VendorMessage } from '../../../../../src/domain/thread-message.ts';
import { storyTitle } from '../../../../../src/ui/dashboard/intention/story-title.ts';
import { decline, euro, messageId, quote } from '../../../../support/request-samples.ts';
import { asked, input } from '../../../../support/request-store.ts';
import { SHOP } from '../../../../support/samples.ts';

describe('storyTitle', () => {
  it('tells a whole haggle, in order', async () => {
    const { context, id, shop: thread } = await asked('visit', { opening: 'kind' });
    const hear = (message: VendorMessage) =>
      moveThread(context, thread, () => ({ kind: 'in-thread', thread, event: { kind: 'heard', message } }));
    await hear({ kind: 'interest', id: messageId('i1'), copy: 1 });
    await showRest(context, { thread });
    await hear({ kind: 'question', id: messageId('w1'), copy: 2, words: 'Which colour?' });
    await answerQuestion(context, { thread, words: 'Blue.' });
    await changeRequest(context, { id, request: input({ opening: 'kind', category: 'double pushchair' }) });
    await hear(quote('q1', { copy: 3 }));
    await counterQuote(context, { thread, counter: { quote: messageId('q1'), lines: [], total: euro('450') } });
    await hear(decline('d1', 'counter'));
    await hear(quote('q2', { copy: 3, replaces: messageId('q1') }));
    await hear({ kind: 'failure', id: messageId('f1'), reason: 'malformed' });
    await declineQuote(context, { thread, reason: 'comparison' });
    const { entries, threads } = await requestStory(context, { id });
    const { id: shop } = threads.find(({ vendor }) => vendor === SHOP)!;
    const own = entries.filter(({ threadId }) => threadId === shop);
    expect(own.map((entry, index) => storyTitle(entry, own.slice(0, index)))).toEqual([
      'You asked, with the first stage: what sort of thing, and when.',
      'They may have it, and would like to see the rest.',
      'You showed the rest.',
      'They asked you something.',
      'You answered.',
      'You changed it.',
      'They made a quote.',
      'You made a counter-proposal.',
      'They said no to your counter: it is out of stock. Their quote stands.',
      'They made a new quote in place of the last.',
      'They say that they can’t go on: What came from them could not be read.',
      'What came from them could not be read.',
    ]);
  });
});
