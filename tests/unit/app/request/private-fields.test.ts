import { describe, expect, it } from 'vitest';
import { acceptQuote } from '../../../../src/app/accept-quote.ts';
import { checkoutFiles, orderFile } from '../../../../src/app/checkout-files.ts';
import { quotesToCompare } from '../../../../src/app/compare-quotes.ts';
import { exportAll } from '../../../../src/app/export-all.ts';
import { quotationFile } from '../../../../src/app/export-comparison.ts';
import { exportForService, SERVICES } from '../../../../src/app/export-for-service.ts';
import { intentionsForVendor } from '../../../../src/app/intentions-for-vendor.ts';
import { keysOfRelations } from '../../../../src/app/keys-of-relations.ts';
import { requestStory } from '../../../../src/app/list-requests.ts';
import { openBackupFile } from '../../../../src/app/open-backup-file.ts';
import { pendingWork } from '../../../../src/app/pending-work.ts';
import { restoreAll } from '../../../../src/app/restore-all.ts';
import { takeReply } from '../../../../src/app/take-reply.ts';
import { weigh } from '../../../../src/app/weigh-quotes.ts';
import type { RequestForProposals } from '../../../../src/domain/request-for-proposals.ts';
import { personMessageOf } from '../../../../src/protocol/request/to-person-message.ts';
import { requestForQuotation } from '../../../../src/transfer/ubl/request-for-quotation.ts';
import { DELIVERY, euro, NOW, quote, request } from '../../../support/request-samples.ts';
import { asked, shopping } from '../../../support/request-store.ts';
import { SHOP } from '../../../support/samples.ts';
import { ACCEPT } from '../../../support/thread-samples.ts';
import type { TestContext } from '../../../support/test-context.ts';

/** In no other word or number of the samples. */
const SECRETS = [
  '7123.45',
  '712345',
  '3123.45',
  '312345',
  'SECRET-TITLE',
  'SECRET-NOTE',
  'SECRET-WISH',
  'SECRET-BRAND',
];

function secretive(): Partial<RequestForProposals> {
  const [first, ...others] = request().lines;
  return {
    title: 'SECRET-TITLE',
    note: 'SECRET-NOTE',
    budget: { max: euro('7123.45'), min: euro('3123.45'), isShown: false },
    lines: [
      {
        ...first!,
        requirements: [
          {
            property: 'SECRET-WISH',
            strength: 'must',
            wanted: { kind: 'text', anyOf: ['SECRET-BRAND'] },
            isPrivate: true,
          },
        ],
      },
      ...others,
    ],
  };
}

/** What of the secrets stands in a text, whichever way it is written. */
function told(text: string): string[] {
  return SECRETS.filter((secret) => text.includes(secret));
}

/** Everything that a vendor gets, or is handed, from the first word to the order. */
async function* leaving(
  context: TestContext,
  id: RequestForProposals['id'],
  shop: Awaited<ReturnType<typeof asked>>['shop'],
) {
  for (const work of await pendingWork(context)) {
    yield work.kind === 'send' ? JSON.stringify(personMessageOf(work.message)) : '';
  }
  const page = await intentionsForVendor(context, { origin: SHOP });
  for (const { copy, messages } of page) {
    yield JSON.stringify([copy, messages.map(({ message }) => personMessageOf(message))]);
    if (copy.stage === 'whole') {
      yield requestForQuotation(copy, SHOP, NOW);
    }
  }
  await takeReply(context, { origin: SHOP, thread: shop, said: quote('q1') });
  const { request: kept, quotes } = await quotesToCompare(context, { id });
  yield quotationFile(weigh(context, { request: kept, quote: quotes[0]!, makers: new Map() })).text;
  await acceptQuote(context, { thread: shop, acceptance: ACCEPT.acceptance, delivery: DELIVERY });
  const { threads, orders } = await requestStory(context, { id });
  const { thread } = threads.find(({ vendor }) => vendor === SHOP)!;
  const relation = { vendor: SHOP, person: thread.person, isNew: true };
  await keysOfRelations(context, [relation], async () => ({ publicKey: { kty: 'EC' } }));
  yield* (await checkoutFiles(context, thread)).map(({ text }) => text);
  yield orderFile(thread, orders[0]!, DELIVERY)!.text;
  for (const work of await pendingWork(context)) {
    yield work.kind === 'send' ? JSON.stringify(personMessageOf(work.message)) : '';
  }
  for (const service of SERVICES) {
    yield (await exportForService(context, { id: service.id })).csv;
  }
}

describe('threat 36: what is private in a request', () => {
  it('is in the person’s own copy, and comes back with it', async () => {
    const { context, id } = await asked('endpoint', secretive());
    const { blob } = await exportAll(context);
    expect(told(await blob.text())).toEqual(SECRETS.filter((secret) => !secret.includes('.')));
    const opened = await openBackupFile(blob);
    const into = await shopping();
    await restoreAll(into, opened.outcome === 'read' ? opened.file : (undefined as never));
    expect((await requestStory(into, { id })).row.cast.request).toMatchObject(secretive());
  });

  it('is in nothing that a vendor gets, nor in any file for one, from the first word to the order', async () => {
    const { context, id, shop } = await asked('endpoint', secretive());
    const all: string[] = [];
    for await (const text of leaving(context, id, shop)) {
      all.push(text);
    }
    const texts = all.filter((text) => text !== '');
    expect(texts.length).toBeGreaterThan(8);
    expect(texts.map(told)).toEqual(texts.map(() => []));
    // And what is no secret is there: the test reads what it means to.
    expect(texts.filter((text) => text.includes('Rover Duo')).length).toBeGreaterThan(5);
  });

  it('is told where the person shows it', async () => {
    const shown = secretive();
    const { context } = await asked('endpoint', { ...shown, budget: { ...shown.budget!, isShown: true } });
    const [first] = await pendingWork(context);
    expect(told(JSON.stringify(first!.kind === 'send' && personMessageOf(first!.message)))).toEqual([
      '7123.45',
      '3123.45',
    ]);
  });
});
