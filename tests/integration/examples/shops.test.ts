import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startExamples } from '../../../examples/server.mjs';
import type { SignedByVendor, VendorMessage } from '../../../src/protocol/customer-reply.ts';
import type { PersonMessage } from '../../../src/protocol/customer-request.ts';
import type { Origin } from '../../../src/domain/ids.ts';
import { readCustomerDocument } from '../../../src/protocol/customer-document.ts';
import * as sdkServer from '../../../src/sdk/server/index.ts';
import type { Sender } from '../../../src/sdk/server/sender.ts';
import { testPerson } from '../../../src/sdk/server/test-person.ts';
import { senderTo } from './sender-to.ts';

/** What an endpoint, or a status address, answers. */
interface Answered {
  readonly messages?: readonly SignedByVendor[];
  readonly status?: string;
}

async function shops({ lateMs }: { readonly lateMs?: number } = {}) {
  const { port, origins, close } = await startExamples({
    server: sdkServer,
    ...(lateMs !== undefined && { lateMs }),
  });
  onTestFinished(close);
  return { origins: origins as Readonly<Record<string, string>>, send: senderTo(port) };
}

/** A person who writes to one shop. */
async function visitor(send: Sender, origin: string) {
  const text = await (await send(`${origin}/.well-known/customer.json`, {})).text();
  const { quotes = '' } = readCustomerDocument(text, origin as Origin);
  const person = await testPerson(origin);
  let number = 0;
  const look = async (status: string): Promise<Answered> =>
    (await (await send(new URL(status, origin).href, {})).json()) as Answered;
  return {
    demand: person.demand,
    look,
    async says(body: PersonMessage): Promise<Answered> {
      number += 1;
      const message = JSON.stringify(await person.seal(number, body));
      const answer = await send(quotes, { method: 'POST', body: message });
      expect([200, 202]).toContain(answer.status);
      return (await answer.json()) as Answered;
    },
  };
}

const bodiesOf = ({ messages = [] }: Answered): VendorMessage[] => messages.map(({ body }) => body);

describe('the example shops', () => {
  it.each(['bright-wheel', 'old-harbour'])('%s keeps every rule', async (name) => {
    const { origins, send } = await shops({ lateMs: 5 });
    const results = await sdkServer.runConformance(origins[name]!, { send });
    expect(results.filter(({ fault }) => fault !== undefined)).toEqual([]);
    expect(results.length).toBeGreaterThan(10);
  });

  it('Crooked Lane keeps hardly any, and each fault is told apart', async () => {
    const { origins, send } = await shops();
    const results = await sdkServer.runConformance(origins['crooked-lane']!, { send, patienceMs: 500 });
    const faults = results.flatMap(({ fault }) => fault ?? []).join('\n');
    expect(faults).toContain('no answer within 500 ms');
    expect(faults).toContain('not JSON');
    expect(faults).toContain('bad-signature');
    expect(faults).toContain('A second message of number 1 is answered with 200');
    expect(results[1]).toEqual({ rule: expect.stringContaining('a request is taken in') as string });
  });

  it('Bright Wheel quotes at once, with options and freight, and agrees to nine tenths', async () => {
    const { origins, send } = await shops();
    const { demand, says } = await visitor(send, origins['bright-wheel']!);
    const answer = await says({ kind: 'request', demand });
    const [quote] = bodiesOf(answer);
    expect(quote).toMatchObject({
      kind: 'quote',
      priceSpecification: { priceComponent: [{ price: '6.90' }, { name: 'handling', price: '0' }] },
      checkoutPageURLTemplate: `/checkout/${demand.identifier}`,
    });
    const checkout = await send(`${origins['bright-wheel']!}/checkout/${demand.identifier}`, {});
    expect(await checkout.text()).toContain(demand.identifier);
    const [offer, used] = quote?.kind === 'quote' ? quote.lines : [];
    if (offer?.kind !== 'offered' || used?.kind !== 'offered') {
      throw new Error('It offers nothing.');
    }
    expect(offer.addOn?.map(({ group, name }) => group ?? name)).toEqual([
      'Colour',
      'Colour',
      'Five years of guarantee',
    ]);
    expect(used.itemCondition).toBe('UsedCondition');
    const { id } = answer.messages![0]!;
    const price = offer.priceSpecification[0]!.price;
    const wish = async (factor: number) => {
      const wished = (Number(price) * factor).toFixed(2);
      const lines = [
        {
          offer: offer.key,
          priceSpecification: { '@type': 'PriceSpecification', price: wished, priceCurrency: 'EUR' } as const,
        },
      ];
      return bodiesOf(await says({ kind: 'counter', quote: id, lines }));
    };
    expect(await wish(0.5)).toMatchObject([{ kind: 'decline', of: 'counter', reason: 'price-not-possible' }]);
    expect(await wish(0.95)).toMatchObject([{ kind: 'quote', replaces: id, pricing: 'fixed' }]);
    const three = {
      offer: offer.key,
      eligibleQuantity: { '@type': 'QuantitativeValue', value: '3', unitCode: 'C62' },
    } as const;
    expect(bodiesOf(await says({ kind: 'counter', quote: id, lines: [three] }))).toMatchObject([
      { kind: 'quote', replaces: id, lines: [{ eligibleQuantity: { value: '3' } }, {}] },
    ]);
    const taken = { kind: 'acceptance', quote: id, chosen: [{ offer: offer.key, addOn: [] }], demand } as const;
    expect(bodiesOf(await says(taken))).toMatchObject([{ kind: 'confirmation', quote: id, orderNumber: 'BW-1001' }]);
  });

  it('Old Harbour asks back, quotes what it can, and then the whole', async () => {
    const { origins, send } = await shops({ lateMs: 5 });
    const { demand, says, look } = await visitor(send, origins['old-harbour']!);
    const { status = '', messages } = await says({ kind: 'request', demand });
    expect(messages).toEqual([]);
    const said = async (count: number) => {
      await vi.waitFor(async () => expect(bodiesOf(await look(status))).toHaveLength(count));
      return look(status);
    };
    const asked = await said(1);
    expect(bodiesOf(asked)).toMatchObject([{ kind: 'question', line: 1 }]);
    const question = asked.messages![0]!.id;
    expect(await says({ kind: 'answer', question, text: 'In the salt air.' })).toMatchObject({ status });
    const all = await said(3);
    const first = all.messages![1]!.id;
    expect(bodiesOf(all).slice(1)).toMatchObject([
      { kind: 'quote', lines: [{ kind: 'pending' }] },
      { kind: 'quote', replaces: first, lines: [{ kind: 'offered', availability: 'MadeToOrder' }] },
    ]);
  });

  it('Crooked Lane refers to Bright Wheel', async () => {
    const { origins, send } = await shops();
    const { demand, says } = await visitor(send, origins['crooked-lane']!);
    expect(bodiesOf(await says({ kind: 'request', demand }))).toMatchObject([
      { kind: 'referral', name: 'Bright Wheel', url: `${origins['bright-wheel']!}/` },
    ]);
  });

  it('are only shops where the SDK was not built', async () => {
    const { port, close } = await startExamples({ sdk: '/nowhere' });
    onTestFinished(close);
    const send = senderTo(port);
    const document = await send('http://bright-wheel.localhost/.well-known/customer.json', {});
    expect(await document.json()).not.toHaveProperty('quotes');
    expect((await send('http://bright-wheel.localhost/quotes', { method: 'POST', body: '{}' })).status).toBe(405);
  });
});
