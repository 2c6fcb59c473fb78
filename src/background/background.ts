import type { AppContext } from '../app/context.ts';
import { openContext } from '../app/context.ts';
import { findVendor } from '../app/find-vendor.ts';
import { nextLapse } from '../app/next-lapse.ts';
import { AppError } from '../domain/errors.ts';
import { browser } from '../platform/browser.ts';
import { sessionId } from '../platform/session.ts';
import { openOwnPage, tellTabs } from '../platform/tabs.ts';
import { provideInTab } from '../platform/site-scripts.ts';
import { AskBroker } from './ask-broker.ts';
import { CallBudget } from './call-budget.ts';
import type { Caller } from './caller.ts';
import { answerInline } from './inline-router.ts';
import { abandonedAsks, showNextAsk } from './prompt-queue.ts';
import { answerOwnPage } from './prompt-router.ts';
import { SiteKeeper } from './site-keeper.ts';
import { vendorHandlers } from './vendor-handlers.ts';
import { answerVendor, type VendorRouter } from './vendor-router.ts';

// Everything below is registered on the first turn: the browser wakes the background for an event only if its
// listener was there then. What takes time is awaited inside the listeners.

const ready: Promise<AppContext> = sessionId().then((session) => openContext({ session }));
const broker = new AskBroker(ready, showNextAsk);
const sites = new SiteKeeper(ready, (origin) => broker.tellGrantsChanged(origin));
const budget = new CallBudget();
const ownOrigin = new URL(browser.runtime.getURL('')).origin;

const router: VendorRouter = {
  handlers: vendorHandlers(ready, broker),
  spend: ({ origin }) => budget.spend(origin, Date.now()),
  provide: async ({ origin, tabId, documentId }: Caller) => {
    const vendor = await findVendor(await ready, { origin });
    if (!vendor?.isConnected || vendor.isBlocked) {
      throw new AppError('not-granted', 'Not a chosen site.');
    }
    await provideInTab(tabId, documentId);
  },
};

browser.runtime.onMessage.addListener((message: unknown, sender) => {
  const wire = typeof message === 'object' && message !== null && 'wire' in message ? message.wire : undefined;
  switch (wire) {
    case 'vendor':
      return answerVendor(message, sender, router);
    case 'inline':
      return answerInline(message, sender, ready, () => tellTabs({ wire: 'inline', event: 'changed' }));
    case 'prompt':
      return answerOwnPage(message, sender, ownOrigin, {
        changed: async (origin) => {
          await sites.changed(origin);
          await watchForLapse();
        },
        decided: async (askId) => {
          await broker.decided(askId);
          await watchForLapse();
        },
        rated: () => tellTabs({ wire: 'inline', event: 'changed' }),
      });
    default:
      return undefined;
  }
});

browser.runtime.onInstalled.addListener(({ reason }) => {
  report(sites.reconcile());
  if (reason === 'install') {
    report(openOwnPage('src/ui/welcome/welcome.html'));
  }
});
browser.runtime.onStartup.addListener(() => report(sites.reconcile()));
browser.permissions.onAdded.addListener(() => report(sites.reconcile()));
browser.permissions.onRemoved.addListener(() => report(sites.reconcile()));

// Firefox for Android has no windows.
const windows = browser.windows as typeof browser.windows | undefined;
windows?.onRemoved.addListener(() => report(settleAbandoned()));
windows?.onFocusChanged.addListener(() => report(showNextAsk()));
browser.tabs.onRemoved.addListener(() => report(settleAbandoned()));
browser.tabs.onActivated.addListener(() => report(showNextAsk()));

browser.alarms.onAlarm.addListener(({ name }) => {
  if (name === LAPSE) {
    report(tellLapsed());
  }
});

const LAPSE = 'lapse';

/** An alarm for the next grant that ends by itself, so that its open pages hear of it. */
async function watchForLapse(): Promise<void> {
  const next = await nextLapse(await ready);
  if (next) {
    browser.alarms.create(LAPSE, { when: next.atMs + 50 });
  }
}

async function tellLapsed(): Promise<void> {
  const { storage } = browser;
  const { [LAPSE]: told } = await storage.session.get(LAPSE);
  const since = typeof told === 'number' ? told : Date.now() - 60_000;
  await storage.session.set({ [LAPSE]: Date.now() });
  const context = await ready;
  for (const origin of (await nextLapse(context, { sinceMs: since }))?.lapsed ?? []) {
    await broker.tellGrantsChanged(origin);
  }
  await watchForLapse();
}

async function settleAbandoned(): Promise<void> {
  for (const pending of await abandonedAsks()) {
    await broker.ignored(pending);
  }
  await showNextAsk();
}

function report(work: Promise<void>): void {
  work.catch((thrown: unknown) => console.error('Sayso could not finish in the background', thrown));
}
