import { messages } from './messages.js';
import { isStrange } from './presence.js';
import { pause, plain } from './tools.js';

/** Speaking from inside and around a chosen page (case 3), and looking at the person's stars (case 29). */
export const frames = {
  'ask-from-frames': {
    threat: 3,
    says: 'Opens frames of every sort; in each, looks for the API and calls it.',
    async run() {
      const sorts = {
        same: { src: '/frame.html' },
        sandboxed: { src: '/frame.html', sandbox: 'allow-scripts' },
        sandboxedSame: { src: '/frame.html', sandbox: 'allow-scripts allow-same-origin' },
        srcdoc: { srcdoc: '<script src="/frame.js"></script>' },
        blob: {
          src: URL.createObjectURL(
            new Blob([`<script src="${location.origin}/frame.js"></script>`], { type: 'text/html' }),
          ),
        },
        other: { src: `${neighbour()}/frame.html` },
      };
      const saw = {};
      for (const [name, attributes] of Object.entries(sorts)) {
        saw[name] = await reportOf(attributes);
      }
      return { held: Object.values(saw).every(({ isThere, answered }) => !isThere && !answered), saw };
    },
  },

  'post-at-parent': {
    threat: 3,
    says: 'A frame of another origin posts requests at this page, as if it were this page.',
    async run() {
      const report = await reportOf({ src: `${neighbour()}/frame.html#post` }, 2_000);
      return { held: report.replies === 0, saw: report };
    },
  },

  'frame-a-vendor': {
    threat: 3,
    says: 'Frames other sites, to ask in their name or to lay something over them.',
    async run(urls = [`${neighbour()}/`]) {
      const saw = [];
      for (const url of urls) {
        const report = await reportOf({ src: url }, 1_500);
        saw.push({ url, ...report });
      }
      return { held: saw.every(({ isThere, answered }) => !isThere && !answered), saw };
    },
  },

  'post-at-opened': {
    threat: 3,
    says: 'Opens another site in a window of its own and posts every message at it. Needs a click.',
    async run(url = `${neighbour()}/`) {
      const opened = window.open(url);
      if (!opened) {
        return { held: true, saw: 'no window' };
      }
      await pause(800);
      const replies = [];
      const listener = ({ source, data }) => source === opened && replies.push(plain(data));
      window.addEventListener('message', listener);
      for (const call of ['grants', 'request', 'ratings']) {
        opened.postMessage({ wire: 'vendor', id: crypto.randomUUID(), call }, new URL(url).origin);
      }
      await pause(500);
      window.removeEventListener('message', listener);
      opened.close();
      return { held: replies.length === 0, saw: replies };
    },
  },

  'read-stars': {
    threat: 29,
    says: 'Looks into whatever stands on this page that it did not make: shadow roots, text, hit tests, focus, selection.',
    async run() {
      const strangers = Array.from(document.querySelectorAll('*')).filter(
        (element) => element.shadowRoot !== null || isStrange(element),
      );
      const saw = strangers.map((element) => ({
        name: element.localName,
        shadow: element.shadowRoot !== null,
        text: element.innerText?.trim() ?? '',
        attributes: element.getAttributeNames(),
        hit: hitTest(element),
        children: element.childElementCount,
      }));
      getSelection().selectAllChildren(document.body);
      const selected = getSelection().toString();
      getSelection().removeAllRanges();
      const leaks = saw.some(
        ({ shadow, text, hit, children }) => shadow || text !== '' || hit !== 'host' || children > 0,
      );
      return { held: !leaks && !/[★☆]|\bstars?\b \d/u.test(selected.replace(document.body.innerText, '')), saw };
    },
  },

  'click-stars': {
    threat: 29,
    says: 'Makes up clicks and keys on whatever stands on this page that it did not make.',
    async run() {
      const strangers = Array.from(document.querySelectorAll('*')).filter(isStrange);
      for (const element of strangers) {
        const { left, top, width, height } = element.getBoundingClientRect();
        for (const share of [0.1, 0.5, 0.9]) {
          const place = { clientX: left + width * share, clientY: top + height / 2, bubbles: true, composed: true };
          for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
            (document.elementFromPoint(place.clientX, place.clientY) ?? element).dispatchEvent(
              new MouseEvent(type, place),
            );
          }
        }
        element.click();
        element.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, composed: true }));
      }
      return { held: true, saw: { touched: strangers.length, note: 'The test looks into the store.' } };
    },
  },

  'post-inline-messages': {
    threat: 29,
    says: 'Posts what the stars would send: look this up, save that.',
    run: () => {
      const bodies = [
        'lookUp',
        'look-up',
        'ratings.lookUp',
        'save',
        'saveRating',
        'save-rating',
        'remove',
        'settings',
      ].map((call) => ({
        wire: 'inline',
        id: crypto.randomUUID(),
        call,
        input: JSON.stringify({ identifiers: ['imdb:tt0133093'], halfStars: 1 }),
      }));
      return messages['post-own-messages'].run(bodies);
    },
  },
};

/** The same page on another origin: hostile.localhost and hostile-too.localhost are neighbours. */
function neighbour() {
  const host = location.hostname.startsWith('hostile-too') ? 'hostile.localhost' : 'hostile-too.localhost';
  return `${location.protocol}//${host}${location.port && `:${location.port}`}`;
}

/** What a frame tells of itself, or `{ silent: true }`. */
async function reportOf(attributes, ms = 1_200) {
  const frame = document.createElement('iframe');
  frame.dataset.own = '';
  const report = new Promise((resolve) => {
    window.addEventListener('message', function hear({ source, data }) {
      if (source === frame.contentWindow && data?.hostile === 'report') {
        window.removeEventListener('message', hear);
        resolve(data.report);
      }
    });
  });
  Object.assign(frame, attributes.srcdoc ? { srcdoc: attributes.srcdoc } : { src: attributes.src });
  if (attributes.sandbox) {
    frame.setAttribute('sandbox', attributes.sandbox);
  }
  document.body.append(frame);
  const told = await Promise.race([
    report,
    pause(ms).then(() => ({ silent: true, isThere: false, answered: false, replies: 0 })),
  ]);
  frame.remove();
  return told;
}

function hitTest(element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  return hit === null || hit === element || !element.contains(hit) ? 'host' : hit.localName;
}
