/** Presses on 'Allow' in Sayso's prompt, timed in the page itself: what the driver does takes its own time. */
import type { Page } from 'puppeteer-core';
import { until, within } from '../../support/browsers/until.ts';

/** A look at a document that goes away under it is never answered. */
const LOOK_MS = 3_000;

/** The rest that begins when the prompt is shown, takes focus or changes its size. */
export interface Rest {
  /** How many rests have begun. */
  readonly count: number;
  /** Presses on Allow that fell within the half second since the last began. Those that fell later are kept from it. */
  readonly presses: number;
  /** How long after it began Allow could be pressed, in milliseconds; absent until then. */
  readonly lastedMs?: number;
}

/** The middle of Allow, in CSS pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

interface Watched {
  saysoRest?: { now: () => Rest; letGo: () => void; whenAfter: (count: number) => Promise<Place> };
  saysoIsOld?: true;
}

/** Begins to watch, in the document that is there; done when Allow is there, too. */
export async function watchRest(prompt: Page): Promise<Place> {
  return until('Sayso’s prompt', async () => {
    const isWatched = await within(LOOK_MS, prompt.evaluate(watch));
    return isWatched && (await within(LOOK_MS, prompt.evaluate(placeAfter, 0)));
  });
}

/** Loads the prompt again, and watches from as early as the new document can be reached. */
export async function showAgain(prompt: Page): Promise<Place> {
  const begun = prompt.evaluate(() => {
    (globalThis as Watched).saysoIsOld = true;
    setTimeout(() => location.reload());
  });
  // There may be no answer: Firefox gives none for a document that is gone by then.
  await within(LOOK_MS, begun).catch(() => undefined);
  return watchRest(prompt);
}

/** Does what begins another rest; done as soon as it has begun, with one answer of the page: a rest is short. */
export async function begins(prompt: Page, cause: () => Promise<void>): Promise<Place> {
  const { count } = await restOf(prompt);
  const begun = prompt.evaluate(placeAfter, count);
  const [place] = await Promise.all([begun, cause()]);
  return place;
}

export function restOf(prompt: Page): Promise<Rest> {
  return prompt.evaluate(() => {
    const { saysoRest } = globalThis as Watched;
    if (!saysoRest) {
      throw new Error('nobody watches');
    }
    return saysoRest.now();
  });
}

/** From now on presses count as in life, late ones, too. */
export async function letPressesGo(prompt: Page): Promise<void> {
  await prompt.evaluate(() => {
    (globalThis as Watched).saysoRest?.letGo();
  });
}

// Runs in the page that is watched.
function placeAfter(count: number): Promise<Place> {
  const { saysoRest } = globalThis as Watched;
  if (!saysoRest) {
    throw new Error('nobody watches');
  }
  return saysoRest.whenAfter(count);
}

// Runs in the page.
function watch(): boolean {
  const watched = globalThis as Watched;
  if (watched.saysoIsOld || watched.saysoRest) {
    return !watched.saysoIsOld;
  }
  const HALF_SECOND_MS = 500;
  let beganMs: number | undefined;
  let isLetGo = false;
  let count = 1;
  let presses = 0;
  let lastedMs: number | undefined;
  let seen: HTMLButtonElement | undefined;

  const allow = (): HTMLButtonElement | undefined => {
    const ask = document.querySelector('sayso-prompt')?.shadowRoot?.querySelector('sayso-ask');
    return ask?.shadowRoot?.querySelector<HTMLButtonElement>('#allow') ?? undefined;
  };
  // Never later than it was: before anything was painted, nothing was shown.
  const began = (): number => beganMs ?? performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
  const look = (): void => {
    if (seen && !seen.disabled) {
      lastedMs ??= performance.now() - began();
    }
  };
  let waiting: { readonly count: number; readonly resolve: (place: Place) => void }[] = [];
  const tell = (): void => {
    const box = seen?.getBoundingClientRect();
    if (box) {
      waiting
        .filter((one) => one.count < count)
        .forEach(({ resolve }) => {
          resolve({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
        });
      waiting = waiting.filter((one) => one.count >= count);
    }
  };
  const find = (): void => {
    seen = allow();
    if (seen) {
      new MutationObserver(look).observe(seen, { attributeFilter: ['disabled'] });
      look();
      tell();
    } else {
      requestAnimationFrame(find);
    }
  };
  find();

  // By the clock and not by the events' own times: those of keys that Firefox's driver presses are of another clock.
  const begin = (): void => {
    beganMs = performance.now();
    count += 1;
    presses = 0;
    lastedMs = undefined;
    tell();
  };
  window.addEventListener('focus', begin);
  window.addEventListener('resize', begin);
  document.addEventListener('visibilitychange', begin);

  const isOnAllow = (event: Event): boolean => {
    const box = seen?.getBoundingClientRect();
    const { clientX: x, clientY: y } = event as PointerEvent;
    return !!box && x > box.left && x < box.right && y > box.top && y < box.bottom;
  };
  const isEarly = (): boolean => performance.now() - began() < HALF_SECOND_MS;
  window.addEventListener(
    'pointerdown',
    (event) => {
      presses += isOnAllow(event) && isEarly() ? 1 : 0;
    },
    { capture: true },
  );
  window.addEventListener(
    'keydown',
    () => {
      presses += seen && isEarly() ? 1 : 0;
    },
    { capture: true },
  );
  window.addEventListener(
    'click',
    (event) => {
      if (!isLetGo && !isEarly()) {
        event.stopImmediatePropagation();
        event.preventDefault();
      }
    },
    { capture: true },
  );
  watched.saysoRest = {
    now: () => ({ count, presses, ...(lastedMs !== undefined && { lastedMs }) }),
    letGo: () => {
      isLetGo = true;
    },
    whenAfter: (before) =>
      new Promise((resolve) => {
        waiting.push({ count: before, resolve });
        tell();
      }),
  };
  return true;
}
