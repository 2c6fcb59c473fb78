import type { ItemFacts } from '../domain/item.ts';
import recogniseFile from '../inline/recognise-page.iife.ts?script&iife';
import { browser } from './browser.ts';
import { rooted } from './rooted.ts';

/** What a page says it is about, read once, through `activeTab`, in a world the page can't see. */
export interface PageFacts {
  readonly page: 'detail' | 'list' | 'none';
  readonly main?: ItemFacts;
  readonly entries: readonly ItemFacts[];
  readonly title: string;
  readonly canonicalUrl?: string;
  /** The page's own `<link rel="customer">`, if it has one. */
  readonly customerLink?: string;
}

/** @returns `undefined` where no script may run: the browser's own pages, its add-on store, a page that is gone. */
export async function recognisePage(tabId: number): Promise<PageFacts | undefined> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [rooted(recogniseFile)] });
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      func: () => (globalThis as { saysoRecognise?: () => unknown }).saysoRecognise?.(),
    });
    return (frame?.result as PageFacts | undefined) ?? undefined;
  } catch {
    // 'Cannot access …': the browser keeps such pages to itself. What to do then is the popup's to say.
    return undefined;
  }
}
