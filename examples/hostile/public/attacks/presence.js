import { pause, plain } from './tools.js';

/** Finding out that Sayso is there (case 1): on a site the person has not chosen, each must find nothing. */
export const presence = {
  'probe-globals': {
    threat: 1,
    says: 'Compares the names on window, navigator and document with those of a fresh frame.',
    async run() {
      const frame = document.createElement('iframe');
      frame.dataset.own = '';
      document.body.append(frame);
      const added = (mine, fresh) => names(mine).filter((name) => !names(fresh).includes(name));
      const saw = {
        navigator: added(navigator, frame.contentWindow.navigator),
        document: added(document, frame.contentDocument).filter((name) => !['location'].includes(name)),
        window: added(window, frame.contentWindow).filter((name) => !OURS.test(name)),
      };
      frame.remove();
      return { held: Object.values(saw).flat().length === 0, saw };
    },
  },

  'probe-events': {
    threat: 1,
    says: 'Dispatches every event name that could wake something, and watches for any reaction.',
    async run(types = WAKING) {
      const own = new WeakSet();
      const heard = [];
      const hear = (event) => own.has(event) || heard.push(event.type);
      types.forEach((type) => window.addEventListener(type, hear, { capture: true }));
      const saw = await watch(async () => {
        for (const type of types) {
          for (const target of [window, document, document.documentElement]) {
            const event = new CustomEvent(type, { detail: { version: '1' }, bubbles: true });
            own.add(event);
            target.dispatchEvent(event);
          }
        }
      });
      types.forEach((type) => window.removeEventListener(type, hear, { capture: true }));
      return { held: [...saw.changes, ...saw.messages, ...heard].length === 0, saw: { ...saw, heard } };
    },
  },

  'probe-dom': {
    threat: 1,
    says: 'Counts the elements, styles and attributes that this page did not make.',
    async run() {
      const strangers = Array.from(document.querySelectorAll('*')).filter(isStrange);
      const saw = {
        strangers: strangers.map(({ localName }) => localName),
        adopted: document.adoptedStyleSheets.length,
        sheets: Array.from(document.styleSheets, ({ href }) => href).filter(
          (href) => !href?.startsWith(location.origin),
        ),
        attributes: document.documentElement
          .getAttributeNames()
          .filter((name) => !['lang', 'data-own', 'data-ready'].includes(name)),
      };
      return { held: Object.values(saw).every((each) => each === 0 || each.length === 0), saw };
    },
  },

  'probe-files': {
    threat: 1,
    says: 'Loads files of the built extension by their full addresses, in every way a page can.',
    async run(urls = []) {
      const ways = {
        fetch: (url) => fetch(url, { mode: 'no-cors' }).then(() => true),
        img: (url) => loaded('img', 'src', url),
        script: (url) => loaded('script', 'src', url),
        module: (url) => import(url).then(() => true),
        stylesheet: (url) => loaded('link', 'href', url),
        object: (url) => loaded('object', 'data', url),
        frame: (url) => framed(url),
      };
      const tries = urls.flatMap((url) => Object.entries(ways).map(([way, load]) => ({ url, way, load })));
      const found = await Promise.all(
        tries.map(async ({ url, way, load }) => ((await load(url).catch(() => false)) ? [`${way} ${url}`] : [])),
      );
      const saw = found.flat();
      return { held: saw.length === 0, saw, tried: urls.length };
    },
  },

  'reach-runtime': {
    threat: 11,
    says: 'Looks for a way to speak to an extension straight from the page.',
    async run(ids = []) {
      const runtime = globalThis.chrome?.runtime ?? globalThis.browser?.runtime;
      const saw = [];
      for (const id of ids) {
        for (const call of ['connect', 'sendMessage']) {
          try {
            saw.push(`${call}: ${plain(await runtime?.[call]?.(id, { wire: 'prompt' })) ?? 'nothing'}`);
          } catch (error) {
            saw.push(`${call}: ${error.name}`);
          }
        }
      }
      return { held: runtime?.sendMessage === undefined && runtime?.connect === undefined, saw };
    },
  },
};

const WAKING = [
  'customerready',
  'customer',
  'customer:discover',
  'sayso',
  'sayso:discover',
  'sayso:hello',
  'hello',
  'message',
  'grantschange',
];

/** Whether this page did not make it: all that it makes says so. */
export function isStrange(element) {
  return !element.hasAttribute('data-own') && element.closest('head') === null;
}

/** What this page's own scripts and tests put on the window, and what a top window has that a frame has not. */
const OURS = /^(?:attacks|\d+|puppeteer.*|__.*|cdc_.*|chrome)$/u;

function names(object) {
  const found = new Set();
  for (let at = object; at; at = Object.getPrototypeOf(at)) {
    Reflect.ownKeys(at).forEach((name) => found.add(String(name)));
  }
  return [...found];
}

/** Everything that happens to the document and arrives by message while `work` runs, and a little after. */
export async function watch(work, ms = 400) {
  const changes = [];
  const messages = [];
  const observer = new MutationObserver((records) =>
    changes.push(...records.map(({ type, target }) => `${type} ${target.nodeName}`)),
  );
  const listener = ({ data, source, isTrusted }) => isTrusted && source !== window && messages.push(plain(data));
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  window.addEventListener('message', listener);
  await work();
  await pause(ms);
  observer.disconnect();
  window.removeEventListener('message', listener);
  return { changes, messages };
}

function loaded(name, attribute, url) {
  return new Promise((resolve) => {
    const element = document.createElement(name);
    const done = (isLoaded) => {
      element.remove();
      resolve(isLoaded);
    };
    element.addEventListener('load', () => done(true));
    element.addEventListener('error', () => done(false));
    setTimeout(done, 1_000, false);
    element.rel = 'stylesheet';
    element[attribute] = url;
    document.head.append(element);
  });
}

/** A frame that shows an error page has loaded, too; only one whose document is the extension's has a cross-origin error. */
async function framed(url) {
  const frame = document.createElement('iframe');
  frame.dataset.own = '';
  frame.src = url;
  document.body.append(frame);
  await pause(500);
  const spoke = await new Promise((resolve) => {
    window.addEventListener('message', ({ source }) => source === frame.contentWindow && resolve(true), { once: true });
    setTimeout(resolve, 300, false);
  });
  frame.remove();
  return spoke;
}
