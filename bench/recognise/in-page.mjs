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

/** How long pages take that are made to take long, the longest step of each in milliseconds. */
export function recogniseHostile() {
  const nest = (element, depth, mark) => {
    for (let at = element, level = 0; level < depth; level += 1) {
      const child = document.createElement('div');
      mark(child, level);
      at.append(child);
      at = child;
    }
  };
  const mark = (child) => {
    child.setAttribute('itemprop', 'name item');
    child.setAttribute('itemscope', '');
    child.setAttribute('itemtype', 'https://schema.org/Product');
  };
  const script = (text) => {
    const element = document.createElement('script');
    element.type = 'application/ld+json';
    element.textContent = text;
    document.head.append(element);
  };
  const pages = {
    '100,000 nodes deep': () => nest(document.body, 100_000, (child) => child.setAttribute('class', 'price')),
    '100,000 things deep': () => nest(document.body, 100_000, mark),
    '200,000 things wide': () => {
      for (let index = 0; index < 200_000; index += 1) {
        const child = document.createElement('div');
        mark(child);
        child.textContent = `Thing ${index}`;
        document.body.append(child);
      }
    },
    '60,000 links with long text': () => {
      for (let index = 0; index < 60_000; index += 1) {
        const link = document.createElement('a');
        link.href = `https://www.imdb.com/title/tt${index + 1}/${'x'.repeat(200)}`;
        link.textContent = 'a- '.repeat(300);
        document.body.append(link);
      }
    },
    'JSON nested 500,000 deep': () => script('['.repeat(500_000)),
    'JSON that is almost JSON': () =>
      script(`{"@type":"Product","name":"${'\\"'.repeat(300_000)}${'/*'.repeat(300_000)}`),
    'a title of 2 MB': () => {
      document.title = 'a - '.repeat(500_000);
      document.body.append(Object.assign(document.createElement('h1'), { textContent: ' -'.repeat(1_000_000) }));
    },
  };
  return Object.entries(pages).map(([what, build]) => {
    document.head.replaceChildren();
    document.body.replaceChildren();
    build();
    const start = performance.now();
    globalThis.recogniser.recognise(document, 'https://hostile.example/p/1');
    return { what, tookMs: performance.now() - start };
  });
}
