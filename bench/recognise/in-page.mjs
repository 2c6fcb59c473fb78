// These functions run inside the page: they may use nothing from outside themselves.

/** What the recogniser says of the page that is open, and how long it took. */
export function recognisePage({ url, runs }) {
  const timesMs = [];
  let result;
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    result = globalThis.recogniser.recognise(document, url);
    timesMs.push(performance.now() - start);
  }
  timesMs.sort((left, right) => left - right);
  return {
    page: result.page,
    main: result.main,
    title: result.title,
    hasAnchor: result.anchor !== undefined,
    entries: result.entries.map(({ facts, element }) => ({ ...facts, hasElement: element !== undefined })),
    firstMs: timesMs.at(-1),
    medianMs: timesMs[Math.floor(timesMs.length / 2)],
  };
}

/** How long the browser itself takes to make a document of the same text: the median of some runs, in milliseconds. */
export function parseHtml({ html, runs }) {
  const timesMs = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    new DOMParser().parseFromString(html, 'text/html');
    timesMs.push(performance.now() - start);
  }
  return timesMs.sort((left, right) => left - right)[Math.floor(runs / 2)];
}

/**
 * Lets the browser parse a text, then reads the list it shows in steps. The best of the runs counts for each: what else
 * the machine does makes a run slower, never faster. Not in turns, or one would pay for the other's garbage. Milliseconds.
 */
export function compareWithParse({ url, html, rounds, runs }) {
  const best = { totalMs: Infinity, longestMs: Infinity, parseMs: Infinity };
  let count = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (let run = 0; run < runs; run += 1) {
      const start = performance.now();
      new DOMParser().parseFromString(html, 'text/html');
      best.parseMs = Math.min(best.parseMs, performance.now() - start);
    }
    for (let run = 0; run < runs; run += 1) {
      const steps = globalThis.recogniser.recognition(document, url);
      let totalMs = 0;
      let longestMs = 0;
      for (let isDone = false; !isDone; ) {
        const stepStart = performance.now();
        const step = steps.next();
        const tookMs = performance.now() - stepStart;
        totalMs += tookMs;
        longestMs = Math.max(longestMs, tookMs);
        isDone = step.done;
        count = step.value?.entries.length ?? count;
      }
      best.totalMs = Math.min(best.totalMs, totalMs);
      best.longestMs = Math.min(best.longestMs, longestMs);
    }
  }
  return { count, ...best };
}

/**
 * How long documents take that are made to take long, in milliseconds. They are not shown: laying such pages out brings
 * a browser down all by itself.
 */
export function recogniseHostile() {
  const thing = (document, text) => {
    const element = document.createElement('div');
    element.setAttribute('itemprop', 'name item');
    element.setAttribute('itemscope', '');
    element.setAttribute('itemtype', 'https://schema.org/Product');
    element.textContent = text;
    return element;
  };
  const link = (document, index) => {
    const element = document.createElement('a');
    element.href = `https://www.imdb.com/title/tt${index + 1}/${'x'.repeat(200)}`;
    element.textContent = 'a- '.repeat(300);
    return element;
  };
  // From the inside out: an element put into a deep tree costs its depth.
  const nest = (document, depth, make) => {
    let inner = make(document, 'x');
    for (let level = 1; level < depth; level += 1) {
      const outer = make(document, '');
      outer.append(inner);
      inner = outer;
    }
    document.body.append(inner);
  };
  const script = (document, text) => {
    const element = document.createElement('script');
    element.type = 'application/ld+json';
    element.textContent = text;
    document.head.append(element);
  };
  const fill = (document, count, make) => {
    document.body.append(...Array.from({ length: count }, (_, index) => make(document, index)));
  };
  const pages = {
    '5,000 nodes deep': (document) => nest(document, 5_000, () => document.createElement('div')),
    '5,000 things deep': (document) => nest(document, 5_000, thing),
    '100,000 things wide': (document) => fill(document, 100_000, thing),
    '50,000 links with long text': (document) => fill(document, 50_000, link),
    'JSON nested 500,000 deep': (document) => script(document, '['.repeat(500_000)),
    'JSON that is almost JSON': (document) =>
      script(document, `{"@type":"Product","name":"${'\\"'.repeat(300_000)}${'/*'.repeat(300_000)}`),
    'a title of 2 MB': (document) => {
      document.title = 'a - '.repeat(500_000);
      fill(document, 1, () => Object.assign(document.createElement('h1'), { textContent: ' -'.repeat(1_000_000) }));
    },
  };
  return Object.entries(pages).map(([what, build]) => {
    const inert = document.implementation.createHTMLDocument('Hostile');
    build(inert);
    const start = performance.now();
    globalThis.recogniser.recognise(inert, 'https://hostile.example/p/1');
    return { what, tookMs: performance.now() - start };
  });
}
