import { shopDocument, shopPage } from '../serve/shop-page.mjs';

const ABOUT = {
  id: 'crooked-lane',
  name: 'Crooked Lane',
  lead: 'We have nothing ourselves, but we know who has. And we are not good with machines.',
  manners: [
    'The first request, and every fifth after it: ask Bright Wheel instead.',
    'The next is answered so late that nobody waits for it any more.',
    'The next gets a page instead of an answer.',
    'The next gets an answer that was changed after we signed it.',
    'The next gets its answer twice, and so does whoever writes in its name.',
  ],
};

/** What happens to a request, in turn. Each request keeps its own, however often it is sent. */
const TURNS = ['refers', 'late', 'malformed', 'wrong-signature', 'twice'];
/** Longer than anybody waits for an answer, in milliseconds. */
export const lateMs = 60_000;

export function render(path, _origin, { announcement }) {
  switch (path) {
    case '/':
      return { body: shopPage(ABOUT) };
    case '/.well-known/customer.json':
      return shopDocument(ABOUT, announcement);
    default:
      return undefined;
  }
}

/** Refers to another, and breaks every rule in turn, for the failure notices to be seen. */
export function open({ sdk, origin, later }) {
  const turns = new Map();
  /** What a request was answered. */
  const said = new Map();
  const turnOf = (request) => {
    const turn = turns.get(request) ?? TURNS[turns.size % TURNS.length];
    turns.set(request, turn);
    return turn;
  };
  const brightWheel = new URL(origin);
  brightWheel.hostname = 'bright-wheel.localhost';

  return {
    async answer({ body }) {
      return body.kind === 'request'
        ? [sdk.referralOf(body.demand, { name: 'Bright Wheel', url: brightWheel.href }, 'They have what we have not.')]
        : [];
    },

    async spoil(request, fetch) {
      const text = request.method === 'POST' ? await request.clone().text() : '';
      const { request: name } = parsed(text);
      if (typeof name !== 'string') {
        return fetch(request);
      }
      switch (turnOf(name)) {
        case 'late':
          await new Promise((resolve) => {
            later(async () => resolve());
          });
          return fetch(request);
        case 'malformed':
          return new Response('<!doctype html><p>We are being rebuilt. Come back on Monday!</p>', {
            headers: { 'Content-Type': 'text/html' },
          });
        case 'wrong-signature':
          return changed(await fetch(request), (message) => ({
            ...message,
            body: { ...message.body, name: 'Crooked Lane’s cousin' },
          }));
        case 'twice':
          return twice(await fetch(request), name);
        default:
          return fetch(request);
      }
    },
  };

  /** Says everything twice, and takes another message by an old number for the first one. */
  async function twice(answer, name) {
    if (answer.status === 422 || answer.status === 403) {
      return Response.json({ sayso: '1', messages: said.get(name) ?? [] });
    }
    const { messages = [], ...rest } = await answer.json();
    said.set(name, messages);
    return Response.json({ ...rest, messages: [...messages, ...messages] }, { status: answer.status });
  }
}

function parsed(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    // Not a message at all: the handler says so.
    return {};
  }
}

/** The answer, with every message changed after it was signed. */
async function changed(answer, change) {
  const { messages = [], ...rest } = await answer.json();
  return Response.json({ ...rest, messages: messages.map(change) }, { status: answer.status });
}
