import type { AppContext } from '../app/context.ts';
import { nextLapse } from '../app/next-lapse.ts';
import type { Origin } from '../domain/ids.ts';
import { browser } from '../platform/browser.ts';

/** The name of the alarm. */
export const LAPSE = 'lapse';
/** The session's note of when lapsed grants were last told. */
const TOLD = 'lapseToldMs';
/** An alarm a little late finds the grant ended. */
const SLACK_MS = 50;

/** Sets the alarm for the next grant that ends by itself, so that its open pages hear of it. */
export async function watchForLapse(ready: Promise<AppContext>): Promise<void> {
  const context = await ready;
  const { nextMs } = await nextLapse(context, { sinceMs: context.clock.nowMs() });
  if (nextMs !== undefined) {
    await Promise.resolve(browser.alarms.create(LAPSE, { when: nextMs + SLACK_MS }));
  }
}

/** The alarm rang: tells the vendors whose grants ended since the last time, and sets the next. */
export async function tellLapsed(
  ready: Promise<AppContext>,
  tellGrantsChanged: (origin: Origin) => Promise<void>,
): Promise<void> {
  const context = await ready;
  const nowMs = context.clock.nowMs();
  const { [TOLD]: told } = await browser.storage.session.get(TOLD);
  const { lapsed } = await nextLapse(context, { sinceMs: typeof told === 'number' ? told : nowMs - 3_600_000 });
  await browser.storage.session.set({ [TOLD]: nowMs });
  await Promise.all(lapsed.map(tellGrantsChanged));
  await watchForLapse(ready);
}
