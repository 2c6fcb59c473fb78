/** As much of the Navigation API as is used: newer than the types. */
interface Navigation extends EventTarget {
  readonly currentEntry: unknown;
}
interface NavigateEvent extends Event {
  readonly hashChange: boolean;
  readonly downloadRequest: string | null;
  readonly destination: { readonly url: string; readonly sameDocument: boolean };
}

export interface AddressListener {
  /** The document is about to be somewhere else: what belongs to the old address must go. */
  readonly onLeave: () => void;
  /** The address may be another one now. */
  readonly onArrive: () => void;
}

/** How long a navigation may take that never says how it ended. */
const GIVE_UP_MS = 1_000;

/**
 * Tells when a document changes its address without loading. Where the browser has no Navigation API, whoever watches
 * the document's changes compares addresses: patching `history` from here would not see the page's own calls.
 */
export function watchAddress({ onLeave, onArrive }: AddressListener): void {
  const { navigation } = globalThis as { navigation?: Navigation };
  navigation?.addEventListener('navigate', (event) => {
    const { hashChange, downloadRequest, destination } = event as NavigateEvent;
    const isElsewhere = pageOf(destination.url) !== pageOf(location.href);
    if (destination.sameDocument && isElsewhere && !hashChange && downloadRequest === null) {
      onLeave();
      setTimeout(onArrive, GIVE_UP_MS);
    }
  });
  navigation?.addEventListener('currententrychange', onArrive);
  window.addEventListener('popstate', onArrive);
}

/** An address without its fragment: moving within a page is no new page. */
export function pageOf(url: string): string {
  return url.replace(/#.*$/su, '');
}
