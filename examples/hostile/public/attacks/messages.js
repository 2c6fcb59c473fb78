import { watch } from './presence.js';
import { plain } from './tools.js';

const STRANGE = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'x'.repeat(10_240),
  0,
  null,
  [],
  {},
  true,
];

/** Speaking in another's name (case 2): no message may be answered, whatever its words. */
export const messages = {
  'post-own-messages': {
    threat: 2,
    says: 'Posts the messages that only Sayso’s own pages may send. Give it more: a list of message bodies.',
    run: (bodies = ownBodies()) => postAll(bodies),
  },

  'post-strange-names': {
    threat: 2,
    says: 'Posts calls named __proto__, constructor, the empty string, 10 kB of text, numbers, null and lists.',
    run: () => postAll(STRANGE.flatMap((call) => WIRES.map((wire) => ({ wire, id: crypto.randomUUID(), call })))),
  },

  'post-no-object': {
    threat: 2,
    says: 'Posts things that are no message at all.',
    run: () =>
      postAll([undefined, null, 0, '', 'prompt', [], [[]], new Date(), new Map([['wire', 'vendor']]), new Error('x')]),
  },

  'forge-replies': {
    threat: 4,
    says: 'Answers every message it can see with a forged reply, and looks whether the API believes it.',
    async run() {
      const here = navigator.customer;
      if (!here) {
        return { held: true, isThere: false };
      }
      const forged = { ok: true, value: [{ id: 'forged' }] };
      const seen = [];
      const forge = (event) => {
        seen.push(plain(event.data));
        event.ports.forEach((port) => port.postMessage(forged));
        window.postMessage({ ...event.data, ...forged }, location.origin);
      };
      window.addEventListener('message', forge, { capture: true });
      const answer = await here.grants().catch(({ name }) => name);
      window.removeEventListener('message', forge, { capture: true });
      const saw = { answer: plain(answer), seen: seen.length };
      return { held: !JSON.stringify(saw.answer).includes('forged'), saw };
    },
  },
};

const WIRES = ['vendor', 'inline', 'prompt', 'own', 'popup', 'dashboard', 'sayso/1'];

const CALLS = [
  'answer-prompt',
  'prompt.answer',
  'answerPrompt',
  'allow',
  'decide',
  'state',
  'request',
  'grants',
  'ratings',
  'preferences',
  'rank',
  'withdraw',
  'revoke',
  'connect',
  'connectVendor',
  'look-up',
  'lookUp',
  'save-rating',
  'saveRating',
  'rate',
  'export',
  'import',
  'forget',
];

/** @returns {{ wire: string, id: string, call: string, input: unknown }[]} each wire by each call */
export function ownBodies() {
  const input = JSON.stringify({ id: crypto.randomUUID(), outcome: 'allowed', duration: 'until-stopped' });
  return WIRES.flatMap((wire) => CALLS.map((call) => ({ wire, id: crypto.randomUUID(), call, input })));
}

/** Posts each body three ways, and counts what comes back by port, by message or in the document. */
async function postAll(bodies) {
  const replies = [];
  const channels = [];
  const saw = await watch(async () => {
    for (const body of bodies) {
      const channel = new MessageChannel();
      channel.port1.onmessage = ({ data }) => replies.push({ to: plain(body), reply: plain(data) });
      channels.push(channel.port1);
      window.postMessage(body, location.origin);
      window.postMessage(body, location.origin, [channel.port2]);
      document.dispatchEvent(new CustomEvent('message', { detail: body }));
    }
  });
  channels.forEach((port) => port.close());
  const answered = replies.filter(({ reply }) => reply?.ok !== false);
  return { held: answered.length === 0 && saw.messages.length === 0, posted: bodies.length, saw: { replies, ...saw } };
}
