import { quoteProblem } from '../../policy/request/check-quote.ts';
import type { SignedByPerson } from '../../protocol/customer-reply.ts';
import type { Believed, Endpoint } from './conformance-endpoint.ts';
import { ConformanceFault } from './conformance-fault.ts';
import { testPerson } from './test-person.ts';

interface ConformanceCheck {
  readonly rule: string;
  /** @throws {ConformanceFault} */
  readonly check: (endpoint: Endpoint) => Promise<void>;
}

const JSON_HEADERS = { 'Content-Type': 'application/json' };
/** More than any message may be, less than a server has to mind. */
const TOO_LONG = 2_000_000;

/** Each is a person of its own, so that none depends on another. */
export const CONFORMANCE_CHECKS: readonly ConformanceCheck[] = [
  {
    rule: 'a request is taken in, and what is answered is signed, for that person and request, and well-formed',
    check: async (endpoint) => {
      const { believed } = await asked(endpoint);
      if (believed.messages.length === 0 && believed.statusUrl === undefined) {
        throw new ConformanceFault('It says neither anything nor where an answer will be');
      }
    },
  },
  {
    rule: 'a reply answers the copy that was sent and names only its lines, and a quote would be taken',
    check: async (endpoint) => {
      const { believed } = await asked(endpoint);
      for (const message of believed.messages) {
        if ('copy' in message && message.copy !== 1) {
          throw new ConformanceFault(`It answers copy ${message.copy} of 1`);
        }
        if (message.kind === 'quote' && message.lines.some(({ line }) => line !== 1)) {
          throw new ConformanceFault('A quote names a line that the request has not');
        }
        const problem =
          message.kind === 'quote' && quoteProblem(message, { stage: 'whole', lines: [{ number: 1 }] }, Date.now());
        if (problem) {
          throw new ConformanceFault(`A quote is refused as ${problem}`);
        }
      }
    },
  },
  {
    rule: 'a status address is on the same origin, answers, and cannot be guessed from another one',
    check: async (endpoint) => {
      const { believed, message } = await asked(endpoint);
      const { statusUrl } = believed;
      if (statusUrl === undefined) {
        return;
      }
      await endpoint.status(message, statusUrl);
      const guess = statusUrl.replace(/[\da-zA-Z](?=[^\da-zA-Z]*$)/u, (last) => (last === '1' ? '2' : '1'));
      const guessed = await endpoint.ask(guess, { method: 'GET' });
      if (guessed.status >= 200 && guessed.status < 300) {
        throw new ConformanceFault(`Another address than the one given is answered with ${guessed.status}`);
      }
    },
  },
  {
    rule: 'the same message again is the same message: it gets the same answer',
    check: async (endpoint) => {
      const { believed, message } = await asked(endpoint);
      const again = await endpoint.taken(message, await endpoint.post(message));
      if (JSON.stringify(again.ids) !== JSON.stringify(believed.ids) || again.statusUrl !== believed.statusUrl) {
        throw new ConformanceFault('The second answer is another one');
      }
    },
  },
  {
    rule: 'another message under the same number is refused',
    check: async (endpoint) => {
      const { person } = await asked(endpoint);
      const other = await person.seal(1, { kind: 'ended', as: 'withdrawn' });
      refused(await endpoint.post(other), 'A second message of number 1');
    },
  },
  {
    rule: 'a message that was changed after signing is refused',
    check: async (endpoint) => {
      const { message } = await fresh(endpoint);
      refused(await endpoint.post({ ...message, number: 2 }), 'A changed message');
    },
  },
  {
    rule: 'a message to another vendor is refused',
    check: async (endpoint) => {
      const { person } = await fresh(endpoint);
      const body = { kind: 'request', demand: person.demand } as const;
      refused(
        await endpoint.post(await person.seal(1, body, { to: 'https://elsewhere.example' })),
        'Another’s message',
      );
    },
  },
  {
    rule: 'a person’s second key is refused',
    check: async (endpoint) => {
      const { message } = await asked(endpoint);
      const thief = await testPerson(endpoint.origin);
      const { from, request } = message;
      const stolen = await thief.seal(2, { kind: 'ended', as: 'withdrawn' }, { from, request });
      refused(await endpoint.post(stolen), 'A message in a person’s name with another key');
    },
  },
  {
    rule: 'a person writes in no other’s request',
    check: async (endpoint) => {
      const { message } = await asked(endpoint);
      const other = await testPerson(endpoint.origin);
      const intruding = await other.seal(2, { kind: 'ended', as: 'withdrawn' }, { request: message.request });
      refused(await endpoint.post(intruding), 'A message of another person in a request');
    },
  },
  {
    rule: 'a later version is refused',
    check: async (endpoint) => {
      const { message } = await fresh(endpoint);
      refused(await endpoint.postText(JSON.stringify({ ...message, sayso: '2' }), JSON_HEADERS), 'Version 2');
    },
  },
  {
    rule: 'what is no message is refused',
    check: async (endpoint) => {
      for (const text of ['', '{', 'null', '[]', '{"sayso":"1"}']) {
        refused(await endpoint.postText(text, JSON_HEADERS), JSON.stringify(text));
      }
    },
  },
  {
    rule: 'what is too long is refused',
    check: async (endpoint) => {
      refused(await endpoint.postText(JSON.stringify({ sayso: 'x'.repeat(TOO_LONG) }), JSON_HEADERS), 'Two megabytes');
    },
  },
  {
    rule: 'the endpoint is no page: a GET is refused, and leads nowhere',
    check: async (endpoint) => {
      refused(await endpoint.ask(endpoint.quotes, { method: 'GET' }), 'A GET');
    },
  },
];

interface Asked {
  readonly person: Awaited<ReturnType<typeof testPerson>>;
  readonly message: SignedByPerson;
}

async function fresh(endpoint: Endpoint): Promise<Asked> {
  const person = await testPerson(endpoint.origin);
  return { person, message: await person.seal(1, { kind: 'request', demand: person.demand }) };
}

async function asked(endpoint: Endpoint): Promise<Asked & { readonly believed: Believed }> {
  const { person, message } = await fresh(endpoint);
  return { person, message, believed: await endpoint.taken(message, await endpoint.post(message)) };
}

function refused({ status }: { readonly status: number }, what: string): void {
  if (status < 400 || status >= 500) {
    throw new ConformanceFault(`${what} is answered with ${status}`);
  }
}
