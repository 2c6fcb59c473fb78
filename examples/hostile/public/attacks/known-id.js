import { pause } from './tools.js';

/** Finding out whether an extension is there when its id is known (case 1): whether it is or not, all must look the same. */
export const knownId = {
  'compare-addresses': {
    threat: 1,
    says: 'Reaches for the same files at addresses that differ in one letter, in every way a page can, and compares.',
    async run(bases = [], paths = []) {
      const saw = [];
      for (const path of paths) {
        // One base after the other: what one leaves is not taken for the other's.
        const answers = [];
        for (const base of bases) {
          answers.push(await answersOf(base, path));
        }
        for (const way of Object.keys(answers[0])) {
          const told = answers.map((all) => all[way]);
          if (new Set(told).size > 1) {
            saw.push({ way, path, told });
          }
        }
      }
      return { held: saw.length === 0, saw, tried: paths.length };
    },
  },
};

/** All that the page can tell of each try, and of what the browser noted of them, as text that names no address. */
async function answersOf(base, path) {
  const url = `${base}/${path}`;
  performance.clearResourceTimings();
  const told = await Promise.all(
    Object.entries(WAYS).map(async ([way, reach]) => [way, await Promise.resolve(url).then(reach).catch(errorText)]),
  );
  await pause(0);
  const noted = performance
    .getEntriesByType('resource')
    .filter(({ name }) => name.startsWith(base))
    .map((entry) => [entry.initiatorType, entry.transferSize, entry.decodedBodySize, entry.responseStatus].join(' '));
  const { protocol, host } = new URL(base);
  const nameless = (value) =>
    [base, `${protocol}//${host}`, host].reduce(
      (text, one) => text.replaceAll(one, 'BASE'),
      JSON.stringify(value) ?? '',
    );
  return Object.fromEntries([...told, ['notes', noted.sort()]].map(([way, value]) => [way, nameless(value)]));
}

function errorText(error) {
  return `${error?.name}: ${error?.message}`;
}

const WAYS = {
  fetch: async (url) => (await fetch(url)).status,
  'fetch without CORS': async (url) => (await fetch(url, { mode: 'no-cors' })).type,
  request: (url) => requested(url),
  img: (url) => element('img', { src: url }),
  script: (url) => element('script', { src: url }),
  'module script': (url) => element('script', { type: 'module', src: url }),
  stylesheet: (url) => element('link', { rel: 'stylesheet', href: url }),
  preload: (url) => element('link', { rel: 'preload', as: 'image', href: url }),
  video: (url) => element('video', { src: url }),
  audio: (url) => element('audio', { src: url }),
  import: async (url) => Object.keys(await import(url)),
  worker: (url) => worked(() => new Worker(url)),
  'shared worker': (url) => worked(() => new SharedWorker(url)),
  'service worker': async (url) => (await navigator.serviceWorker.register(url)).scope,
  font: async (url) => (await new FontFace('known', `url("${url}")`).load()).status,
  background: (url) => styled({ backgroundImage: `url("${url}")` }),
  mask: (url) => styled({ maskImage: `url("${url}")`, backgroundColor: 'red' }),
  'imported style': (url) => sheet(`@import url("${url}"); #known-id { color: red }`),
  source: (url) => events(new EventSource(url), ['open', 'error'], (source) => source.close()),
  beacon: async (url) => navigator.sendBeacon(url),
  frame: (url) => framed(url),
  window: (url) => opened(url),
  connect: async (url) => spoken('connect', url),
  message: async (url) => spoken('sendMessage', url),
};

/** How long what neither loads nor fails is waited for: long, or a busy machine would make a difference where none is. */
const PATIENCE_MS = 2_000;
/** The same of what says nothing at all, and is looked at. */
const LOOK_MS = 200;

function events(target, names, end = () => {}) {
  return new Promise((resolve) => {
    const done = (name) => {
      end(target);
      resolve(name);
    };
    names.forEach((name) => target.addEventListener(name, () => done(name), { once: true }));
    setTimeout(done, PATIENCE_MS, 'nothing');
  });
}

async function element(name, attributes) {
  const made = document.createElement(name);
  made.dataset.own = '';
  for (const [attribute, value] of Object.entries(attributes)) {
    made.setAttribute(attribute, value);
  }
  const happened = events(made, ['load', 'error', 'loadeddata']);
  document.head.append(made);
  const told = [await happened, made.naturalWidth, made.error?.message, made.sheet?.cssRules?.length];
  made.remove();
  return told;
}

function requested(url) {
  const request = new XMLHttpRequest();
  request.open('GET', url);
  const happened = events(request, ['load', 'error', 'abort']);
  request.send();
  return happened.then((name) => [name, request.status, request.readyState]);
}

function worked(make) {
  const worker = make();
  return events(worker.port ?? worker, ['message', 'error'], () => worker.terminate?.());
}

/** What is drawn for it loads or not: the only trace is among the resources. */
async function styled(style) {
  const made = document.createElement('div');
  made.dataset.own = '';
  Object.assign(made.style, { width: '32px', height: '32px' }, style);
  document.body.append(made);
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await pause(LOOK_MS);
  const told = [made.offsetWidth, getComputedStyle(made).backgroundImage];
  made.remove();
  return told;
}

async function sheet(text) {
  const made = document.createElement('style');
  made.dataset.own = '';
  const happened = events(made, ['load', 'error']);
  made.textContent = text;
  document.head.append(made);
  const told = [await happened, made.sheet?.cssRules.length];
  made.remove();
  return told;
}

async function framed(url) {
  const frame = document.createElement('iframe');
  frame.dataset.own = '';
  frame.src = url;
  const happened = events(frame, ['load', 'error']);
  document.body.append(frame);
  const told = [await happened, frame.contentDocument === null, seenOf(frame.contentWindow)];
  frame.remove();
  return told;
}

async function opened(url) {
  const other = window.open(url);
  if (!other) {
    return 'none';
  }
  // Until it shows what it was sent to, or something instead of that.
  const first = JSON.stringify(seenOf(other));
  for (let waited = 0; waited < PATIENCE_MS && JSON.stringify(seenOf(other)) === first; waited += LOOK_MS) {
    await pause(LOOK_MS);
  }
  const told = [seenOf(other), other.closed];
  other.close();
  return told;
}

/** What a page may see of another window, or how it is told that it may not. */
function seenOf(other) {
  try {
    return [other.location.href, other.document.readyState, other.length];
  } catch (error) {
    return [error.name, error.message, other.length];
  }
}

function spoken(call, url) {
  const runtime = globalThis.chrome?.runtime ?? globalThis.browser?.runtime;
  return runtime?.[call] ? runtime[call](new URL(url).host, { wire: 'prompt' }) : 'no way';
}
