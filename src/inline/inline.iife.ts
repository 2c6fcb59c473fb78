import { askBackground } from './ask-background.ts';
import { extension } from './extension.ts';
import { Guard } from './guard.ts';
import { SiteStars } from './site-stars.ts';
import { sweepLeftovers } from './sweep-leftovers.ts';
import { readTexts } from './texts.ts';

/** This world's own global: the page does not see it. It outlives being turned off and on again. */
const world = globalThis as { saysoStars?: SiteStars };

/** How long a slow page is waited for: what comes into it while it starts can make it throw its own work away. */
const PATIENCE_MS = 3_000;

start();

function start(): void {
  const sayso = extension();
  if (!sayso || window.top !== window || document.contentType !== 'text/html') {
    return;
  }
  if (!world.saysoStars) {
    // Only who is there before the page's first script stands before all of its listeners.
    const isFirst = document.readyState === 'loading' && document.querySelector('script,body') === null;
    if (!isFirst) {
      sweepLeftovers();
    }
    world.saysoStars = new SiteStars(readTexts(sayso), isFirst ? new Guard() : undefined);
  }
  const stars = world.saysoStars;
  whenShown(() => void whenChosen(() => whenLoaded(() => stars.turnOn())));
}

/** A page that is only prepared says nothing of the person, and asks nothing. */
function whenShown(callback: () => void): void {
  if ((document as { prerendering?: boolean }).prerendering) {
    document.addEventListener('prerenderingchange', callback, { once: true });
  } else {
    callback();
  }
}

/**
 * Registered by match pattern, which knows no port and forgives a trailing dot: only the background knows whether the
 * stars are shown on this very origin. Until it says so there is no trace.
 */
async function whenChosen(callback: () => void): Promise<void> {
  if (await askBackground('look-up', { things: [] })) {
    callback();
  }
}

function whenLoaded(callback: () => void): void {
  let isWaiting = true;
  const once = (): void => {
    if (isWaiting) {
      isWaiting = false;
      callback();
    }
  };
  if (document.readyState === 'complete') {
    once();
  } else {
    window.addEventListener('load', once);
    setTimeout(once, PATIENCE_MS);
  }
}
