import type { AppContext } from '../app/context.ts';
import { chooseSite } from '../app/choose-site.ts';
import { findVendor } from '../app/find-vendor.ts';
import { leaveSite } from '../app/leave-site.ts';
import { listChosenSites } from '../app/list-chosen-sites.ts';
import type { Origin } from '../domain/ids.ts';
import { matchPatternOf } from '../domain/origin.ts';
import type { Vendor } from '../domain/vendor.ts';
import { noticeAllSites } from '../platform/notices.ts';
import { hasSite, heldPatterns, isWidePattern, removePatterns, removeSite } from '../platform/permissions.ts';
import { forgetChoice, pendingChoices, type RememberedChoice, type SiteChoice } from '../platform/site-choices.ts';
import { connectOpenTab, registerSiteScripts } from '../platform/site-scripts.ts';
import { originOfTab, reloadTab, tellTabs } from '../platform/tabs.ts';

/** Between the tries to reach the tab in which the person chose. */
const TAB_WAITS_MS = [50, 200, 0];

/**
 * Keeps three things equal: what the person chose (the database), what the browser allows (permissions),
 * and what runs where (registered scripts). The browser's word is necessary, never sufficient.
 */
export class SiteKeeper {
  readonly #ready: Promise<AppContext>;
  readonly #tellGrantsChanged: (origin: Origin) => Promise<void>;

  constructor(ready: Promise<AppContext>, tellGrantsChanged: (origin: Origin) => Promise<void>) {
    this.#ready = ready;
    this.#tellGrantsChanged = tellGrantsChanged;
  }

  /** On install, start, and whenever permissions or choices change. One at a time, and the same however often. */
  reconcile(): Promise<void> {
    return navigator.locks.request('sayso-reconcile', async () => {
      await this.#handBackAllSites();
      const choices = await this.#takeChoices();
      const held = new Set(await heldPatterns());
      const sites: Vendor[] = [];
      for (const vendor of await listChosenSites(await this.#ready)) {
        if (held.has(matchPatternOf(vendor.origin))) {
          sites.push(vendor);
        } else {
          await this.#lost(vendor.origin);
        }
      }
      await registerSiteScripts(sites.filter(({ isBlocked }) => !isBlocked));
      for (const choice of choices) {
        await this.#show(choice);
        // Not before: whoever is stopped on the way is followed by another.
        await forgetChoice(choice.origin, choice.atMs);
      }
    });
  }

  /** On every start: the background before this one may have been stopped on the way. */
  async resume(): Promise<void> {
    if ((await pendingChoices()).length > 0) {
      await this.reconcile();
    }
  }

  /** One of Sayso's pages changed what holds for a site: scripts follow, open tabs are told. */
  async changed(origin: Origin): Promise<void> {
    await this.reconcile();
    const vendor = await findVendor(await this.#ready, { origin });
    await this.#tellGrantsChanged(origin);
    if (vendor?.hasStars !== true || vendor.isBlocked) {
      await tellTabs({ wire: 'inline', event: 'off', origin });
    }
    await this.#giveBack(origin);
  }

  // Firefox shows a switch for all sites since the pattern is declared. Nobody chose them: it goes back, with the single
  // hosts that the switch gives beside the wide patterns, and the person is told.
  async #handBackAllSites(): Promise<void> {
    const held = await heldPatterns();
    if (held.some(isWidePattern)) {
      await noticeAllSites();
      const chosen = (await listChosenSites(await this.#ready)).map(({ origin }) => matchPatternOf(origin));
      const notChosen = held.filter((pattern) => !chosen.includes(pattern));
      // What the browser keeps all the same serves nobody: every call is held against what the person chose.
      await removePatterns(notChosen).catch((thrown: unknown) => console.warn('The browser kept all sites', thrown));
    }
  }

  // The popup may have closed under the browser's dialog: what was pressed there is carried out here.
  async #takeChoices(): Promise<readonly RememberedChoice[]> {
    const taken: RememberedChoice[] = [];
    for (const choice of await pendingChoices()) {
      if (await hasSite(choice.origin)) {
        await chooseSite(await this.#ready, choice);
        taken.push(choice);
      }
    }
    return taken;
  }

  async #show({ tabId, origin, connect, stars }: SiteChoice): Promise<void> {
    if (tabId === undefined) {
      return;
    }
    for (const waitMs of TAB_WAITS_MS) {
      try {
        if ((await originOfTab(tabId)) !== origin) {
          return;
        }
        if (stars) {
          // The guards that keep the stars to the person must be there before the page's own listeners.
          await reloadTab(tabId);
        } else if (connect) {
          await connectOpenTab(tabId, origin);
        }
        return;
      } catch (thrown) {
        // The tab is gone, or its process has not heard yet what the browser allows. The next page finds the scripts.
        console.debug('No tab', thrown);
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    }
  }

  async #lost(origin: Origin): Promise<void> {
    await leaveSite(await this.#ready, { origin, connect: true, stars: true });
    await forgetChoice(origin);
    await this.#tellGrantsChanged(origin);
    await tellTabs({ wire: 'inline', event: 'off', origin });
  }

  // A site that was left or forgotten goes back to the browser, unless a sibling on another port needs the pattern.
  async #giveBack(origin: Origin): Promise<void> {
    const needed = (await listChosenSites(await this.#ready)).map((vendor) => matchPatternOf(vendor.origin));
    if (!needed.includes(matchPatternOf(origin)) && (await hasSite(origin))) {
      await removeSite(origin);
    }
  }
}
