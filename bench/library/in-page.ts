/** What runs in a page of Sayso's: each function is sent there by itself and uses nothing around it. */

/**
 * Waits until the list shows its first row.
 *
 * @param row - what its rows are
 * @returns when that was, in milliseconds since the page was asked for
 */
export async function firstRowMs(row: 'sayso-rating-row' | 'sayso-unrated-row'): Promise<number> {
  const find = (root: ParentNode | ShadowRoot | null | undefined, ...names: string[]): Element | undefined => {
    const [name, ...rest] = names;
    const found = name === undefined ? undefined : (root?.querySelector(name) ?? undefined);
    return rest.length === 0 ? found : find(found?.shadowRoot, ...rest);
  };
  for (;;) {
    if (find(document, 'sayso-dashboard', 'sayso-ratings', 'sayso-ratings-list', row, '.name')) {
      return performance.now();
    }
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/**
 * Types a text letter by letter, each when the one before is answered.
 *
 * @returns how long each answer took, and the longest the page stood still meanwhile, in milliseconds
 */
export async function typeOut(text: string): Promise<{ answersMs: number[]; longestGapMs: number }> {
  const ratings = document.querySelector('sayso-dashboard')?.shadowRoot?.querySelector('sayso-ratings');
  const field = ratings?.shadowRoot
    ?.querySelector('sayso-ratings-filter')
    ?.shadowRoot?.querySelector<HTMLInputElement>('#search');
  if (!ratings || !field) {
    throw new Error('no search field');
  }
  let [longestGapMs, isOver, lastMs] = [0, false, performance.now()];
  const frame = (): void => {
    longestGapMs = Math.max(longestGapMs, performance.now() - lastMs);
    lastMs = performance.now();
    if (!isOver) {
      requestAnimationFrame(frame);
    }
  };
  requestAnimationFrame(frame);
  const answersMs: number[] = [];
  const isAnswered = (typed: string): boolean => {
    const list = ratings.shadowRoot?.querySelector<HTMLElement & { query: string }>('sayso-ratings-list');
    const isQuiet = ratings.shadowRoot?.querySelector('.results')?.getAttribute('aria-busy') === 'false';
    const rows = list?.shadowRoot?.querySelectorAll('sayso-rating-row').length ?? 0;
    return isQuiet && (list === null || (new URLSearchParams(list?.query).get('search') === typed && rows > 0));
  };
  field.focus();
  for (let length = 1; length <= text.length; length += 1) {
    const typed = text.slice(0, length);
    const startedMs = performance.now();
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    while (!isAnswered(typed)) {
      await new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(undefined);
      });
    }
    answersMs.push(performance.now() - startedMs);
    // Letters that follow sooner are answered together.
    await new Promise((resolve) => setTimeout(resolve, 130));
  }
  isOver = true;
  return { answersMs, longestGapMs };
}

/** Narrows the list that is shown to each of these in turn. @returns how long each took until its rows stood there, in milliseconds */
export async function narrowTo(queries: readonly string[]): Promise<number[]> {
  const ratings = document.querySelector('sayso-dashboard')?.shadowRoot?.querySelector('sayso-ratings');
  const isShown = (query: string): boolean => {
    const list = ratings?.shadowRoot?.querySelector<HTMLElement & { query: string }>('sayso-ratings-list');
    const isQuiet = ratings?.shadowRoot?.querySelector('.results')?.getAttribute('aria-busy') === 'false';
    const wanted = new URLSearchParams(query);
    const shown = new URLSearchParams(list?.query);
    const isSame = [...wanted].every(([name, value]) => shown.get(name) === value);
    return isQuiet && isSame && (list?.shadowRoot?.querySelectorAll('sayso-unrated-row').length ?? 0) > 0;
  };
  const timesMs: number[] = [];
  for (const query of queries) {
    const startedMs = performance.now();
    window.location.hash = `#ratings?${query}`;
    while (!isShown(query)) {
      await new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(undefined);
      });
    }
    timesMs.push(performance.now() - startedMs);
    await new Promise((resolve) => setTimeout(resolve, 130));
  }
  return timesMs;
}

/** The same letters looked for in the same texts with nothing around it. @returns milliseconds for each, and the rows read */
export async function scanBare(text: string): Promise<{ scansMs: number[]; readMs: number }> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open('sayso');
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error ?? new Error('no database'));
  });
  const all = <Row>(table: string): Promise<Row[]> =>
    new Promise((resolve, reject) => {
      const request = database.transaction(table).objectStore(table).getAll();
      request.onsuccess = () => resolve(request.result as Row[]);
      request.onerror = () => reject(request.error ?? new Error('not read'));
    });
  const startedMs = performance.now();
  const items = await all<{ name: string; creators: string[] }>('items');
  const ratings = await all<{ tags?: string[]; text?: string }>('ratings');
  const readMs = performance.now() - startedMs;
  const texts = items.map(({ name, creators }, index) =>
    [name, ...creators, ...(ratings[index]?.tags ?? []), ratings[index]?.text ?? ''].join(' ').toLowerCase(),
  );
  database.close();
  const scansMs: number[] = [];
  for (let length = 1; length <= text.length; length += 1) {
    const typed = text.slice(0, length);
    const scanStartMs = performance.now();
    const found = texts.filter((one) => one.includes(typed));
    scansMs.push(performance.now() - scanStartMs);
    if (found.length > texts.length) {
      throw new Error('impossible');
    }
  }
  return { scansMs, readMs };
}

/**
 * Scrolls by so many pixels a frame for some seconds, then jumps about.
 *
 * @param isBare - a page as high with nothing in it
 * @returns the gaps between frames, in milliseconds
 */
export async function scrollAbout(isBare: boolean): Promise<number[]> {
  if (isBare) {
    document.body.replaceChildren();
    document.body.style.blockSize = '9000000px';
  }
  const gapsMs: number[] = [];
  let lastMs = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
  for (let frame = 0; frame < 400; frame += 1) {
    if (frame % 100 === 99) {
      window.scrollTo(0, ((frame * 7919) % 8000) * 1000);
    } else {
      window.scrollBy(0, 120);
    }
    const nowMs = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    gapsMs.push(nowMs - lastMs);
    lastMs = nowMs;
  }
  return gapsMs;
}
