import type { Origin } from '../../domain/ids.ts';
import { originIfChoosable } from '../../domain/origin.ts';
import { recognisePage } from '../../platform/recognise-page.ts';
import { activePage } from '../../platform/tabs.ts';
import { type PageThings, pageThings } from './page-things.ts';

/** The page the toolbar button was pressed on, as far as Sayso may look at it. */
export interface PopupPage {
  readonly tabId: number;
  readonly things: PageThings;
  /** Absent when the site can't be chosen, since the connection is not secure. */
  readonly origin?: Origin;
  /** The page's `<link rel="customer">`, absolute. */
  readonly customerLink?: string;
}

/** @returns `undefined` for the browser's own pages, files, and whatever else is no web page. */
export async function readPage(): Promise<PopupPage | undefined> {
  const active = await activePage();
  if (active?.url === undefined || !/^https?:/u.test(active.url)) {
    return undefined;
  }
  const facts = await recognisePage(active.tabId);
  if (facts === undefined) {
    return undefined;
  }
  const origin = originIfChoosable(active.url);
  return {
    tabId: active.tabId,
    things: pageThings(facts, active.url, active.title ?? ''),
    ...(origin !== undefined && { origin }),
    ...(facts.customerLink !== undefined && { customerLink: facts.customerLink }),
  };
}
