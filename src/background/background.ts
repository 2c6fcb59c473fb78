import type { Runtime } from 'webextension-polyfill';
import type { AppContext } from '../app/context.ts';
import { openContext, openDatabase } from '../app/context.ts';
import { findVendor } from '../app/find-vendor.ts';
import { hearChange } from '../app/hear-change.ts';
import { AppError } from '../domain/errors.ts';
import type { Origin } from '../domain/ids.ts';
import { browser } from '../platform/browser.ts';
import { listAsks } from '../platform/pending-asks.ts';
import { sessionId } from '../platform/session.ts';
import { openOwnPage, tellTabs } from '../platform/tabs.ts';
import { provideInTab } from '../platform/site-scripts.ts';
import { AskBroker } from './ask-broker.ts';
import { askOfCall } from './ask-queue.ts';
import { CallBudget } from './call-budget.ts';
import type { Caller } from './caller.ts';
import { Courier, REQUESTS } from './courier.ts';
import { answerInline } from './inline-router.ts';
import { LAPSE, tellLapsed, watchForLapse } from './lapse-watch.ts';
import { abandonedAsks, showNextAsk } from './prompt-queue.ts';
import { answerOwnPage } from './prompt-router.ts';
import { serveVendor } from './serve-vendor.ts';
import { SiteKeeper } from './site-keeper.ts';
import { tellIntentionsChanged } from './tell-intentions-changed.ts';
import { VendorDocuments } from './vendor-documents.ts';
import { vendorHandlers } from './vendor-handlers.ts';
import type { VendorRouter } from './vendor-router.ts';

/** Far longer than the first answer takes, far shorter than the background lives. */
const SETTLED_MS = 1_000;

// Everything below is registered on the first turn: the browser wakes the background for an event only if its
// listener was there then. What takes time is awaited inside the listeners.

const database = openDatabase();
const ready: Promise<AppContext> = sessionId().then((session) => openContext({ session, database }));
const broker = new AskBroker(ready, showNextAsk);
const tellGrantsChanged = (origin: Origin) => broker.tellGrantsChanged(origin);
const sites = new SiteKeeper(ready, tellGrantsChanged);
const budget = new CallBudget();
const documents = new VendorDocuments();
const courier = new Courier(ready, documents);
const ownOrigin = new URL(browser.runtime.getURL('')).origin;

const router: VendorRouter = {
  handlers: vendorHandlers(ready, broker, { documents, moved: () => report(courier.run()) }),
  spend: ({ origin }) => budget.spend(origin, Date.now()),
  isWaiting: async ({ origin }, callId) => askOfCall(await listAsks(), origin, callId) !== undefined,
  provide: async ({ origin, tabId, documentId }: Caller) => {
    const vendor = await findVendor(await ready, { origin });
    if (!vendor?.isConnected || vendor.isBlocked) {
      throw new AppError('not-granted', 'Not a chosen site.');
    }
    await provideInTab(tabId, documentId);
  },
};

browser.runtime.onConnect.addListener((port) => serveVendor(port, router));
browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
  const wire = typeof message === 'object' && message !== null && 'wire' in message ? message.wire : undefined;
  switch (wire) {
    case 'inline':
      return answerInline(message, sender, ready, () => tellTabs({ wire: 'inline', event: 'changed' }));
    case 'prompt':
      return answerOwnPage(message, sender, ownOrigin, {
        changed: async (origin) => {
          hearChange();
          await sites.changed(origin);
          await watchForLapse(ready);
        },
        decided: async (askId) => {
          hearChange();
          await broker.decided(askId);
          await watchForLapse(ready);
        },
        rated: () => {
          hearChange();
          return tellTabs({ wire: 'inline', event: 'changed' });
        },
        requested: async (id) => {
          hearChange();
          // What is sent does not wait until all pages are told.
          report(courier.run());
          await tellIntentionsChanged(await ready, id);
        },
        channel: (origin) => documents.channelOf(origin),
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
    report(tellLapsed(ready, tellGrantsChanged));
  }
  if (name === REQUESTS) {
    report(courier.run());
  }
});

report(sites.resume());
// What an earlier background died over, and the alarm that may have died with the browser: when whoever woke this one has
// their answer.
setTimeout(() => report(courier.run()), SETTLED_MS);

async function settleAbandoned(): Promise<void> {
  for (const pending of await abandonedAsks()) {
    await broker.ignored(pending);
  }
  await showNextAsk();
}

function report(work: Promise<void>): void {
  work.catch((thrown: unknown) => console.error('Sayso could not finish', thrown));
}
