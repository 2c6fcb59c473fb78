import type { SignedByPerson } from '../../protocol/customer-reply.ts';
import type { Demand, PersonMessage } from '../../protocol/customer-request.ts';
import { sealPersonMessage } from '../../protocol/signing/envelope.ts';
import { newSigningKey, type SigningKey } from '../../protocol/signing/signing-key.ts';

const DAY_MS = 86_400_000;

/** A person for tests: a name, a key and one request, as a Sayso would have them for one vendor. */
export interface TestPerson {
  readonly person: string;
  readonly request: string;
  /** The whole request, as its first copy. */
  readonly demand: Demand;
  seal(
    number: number,
    body: PersonMessage,
    changes?: Partial<Pick<SignedByPerson, 'to' | 'from' | 'request'>>,
  ): Promise<SignedByPerson>;
}

/** @param vendor - the origin that it writes to */
export async function testPerson(vendor: string, key?: SigningKey): Promise<TestPerson> {
  const signing = key ?? (await newSigningKey());
  const [person, request] = [crypto.randomUUID(), crypto.randomUUID()];
  return {
    person,
    request,
    demand: demandOf(request, person),
    seal: async (number, body, changes = {}) => {
      const message = { from: person, to: vendor, request, number, body: { ...body }, nowMs: Date.now(), ...changes };
      return (await sealPersonMessage(message, signing)) as unknown as SignedByPerson;
    },
  };
}

function demandOf(identifier: string, person: string): Demand {
  return {
    '@type': 'Demand',
    stage: 'whole',
    identifier,
    person,
    copy: 1,
    agreement: 'PDC-INTENT',
    itemOffered: { '@type': 'Product', category: 'conformance test' },
    validThrough: new Date(Date.now() + DAY_MS).toISOString(),
    lines: [
      {
        '@type': 'Demand',
        line: 1,
        itemOffered: { '@type': 'Product', name: 'Nothing: this is a test', identifier: [], additionalProperty: [] },
        eligibleQuantity: { '@type': 'QuantitativeValue', value: '1', unitCode: 'C62' },
        substitutes: 'welcome',
      },
    ],
  };
}
