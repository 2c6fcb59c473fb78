import type { AppContext } from '../app/context.ts';
import { waitingForVisit } from '../app/waiting-for-visit.ts';
import type { RequestId } from '../domain/ids.ts';
import { browser } from '../platform/browser.ts';
import { tellTabsOf } from '../platform/tabs.ts';
import type { VendorEvent } from '../protocol/vendor-reply.ts';

/** The session's note of what vendors' pages were told to fetch: the newest message of each thread. */
const TOLD = 'intentionsTold';

/**
 * Tells `intentionschange` to the open pages of vendors for which there is something new in a request. Of what is said to one
 * of them the others hear nothing: not that, nor when.
 */
export async function tellIntentionsChanged(context: AppContext, id: RequestId): Promise<void> {
  const waiting = await waitingForVisit(context, { id });
  const news = await navigator.locks.request('sayso-intentions-told', async () => {
    const { [TOLD]: held } = await browser.storage.session.get(TOLD);
    const told = (held ?? {}) as Readonly<Record<string, number>>;
    const fresh = waiting.filter(({ thread, number }) => (told[thread] ?? 0) < number);
    const noted = fresh.map(({ thread, number }) => [thread, number] as const);
    await browser.storage.session.set({ [TOLD]: { ...told, ...Object.fromEntries(noted) } });
    return fresh;
  });
  const vendors = [...new Set(news.map(({ vendor }) => vendor))];
  await tellTabsOf(vendors, (origin) => ({ wire: 'vendor', event: 'intentionschange', origin }) satisfies VendorEvent);
}
