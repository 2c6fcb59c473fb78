import type { Scripting } from 'webextension-polyfill';
import bridgeFile from '../bridge/bridge.iife.ts?script&iife';
import bridgePortedFile from '../bridge/bridge-ported.iife.ts?script&iife';
import type { Origin } from '../domain/ids.ts';
import { hasDefaultPort, matchPatternOf } from '../domain/origin.ts';
import inlineFile from '../inline/inline.iife.ts?script&iife';
import providerFile from '../page/provider.iife.ts?script&iife';
import providerNowFile from '../page/provider-now.iife.ts?script&iife';
import { browser } from './browser.ts';
import { rooted } from './rooted.ts';
import { originOfTab } from './tabs.ts';

/** What belongs on one site. */
export interface SiteScripts {
  readonly origin: Origin;
  readonly isConnected: boolean;
  readonly hasStars: boolean;
}

const COMMON = { runAt: 'document_start', allFrames: false, persistAcrossSessions: true } as const;

/**
 * Makes the browser's registrations equal to `sites`: registers what is missing, removes what is left over.
 * Patterns without a port serve every port of a host, so the scripts themselves, and the background, check the origin.
 */
export function registerSiteScripts(sites: readonly SiteScripts[]): Promise<void> {
  return navigator.locks.request('sayso-scripts', async () => {
    const wanted = new Map(sites.flatMap(scriptsOf).map((script) => [script.id, script]));
    const held = await browser.scripting.getRegisteredContentScripts();
    const stale = held.filter((script) => !isSame(script, wanted.get(script.id))).map(({ id }) => id);
    if (stale.length > 0) {
      await browser.scripting.unregisterContentScripts({ ids: stale });
    }
    const kept = new Set(held.map(({ id }) => id).filter((id) => !stale.includes(id)));
    const missing = [...wanted.values()].filter(({ id }) => !kept.has(id));
    if (missing.length > 0) {
      await browser.scripting.registerContentScripts(missing);
    }
  });
}

/**
 * Puts bridge and provider into a document that is open already, if it still shows `origin`.
 * With a port of its own the bridge comes alone, and asks for the provider itself.
 */
export async function connectOpenTab(tabId: number, origin: Origin): Promise<void> {
  if ((await originOfTab(tabId)) !== origin) {
    return;
  }
  const isPorted = !hasDefaultPort(origin);
  const files = [rooted(isPorted ? bridgePortedFile : bridgeFile)];
  await browser.scripting.executeScript({ target: { tabId }, files, injectImmediately: true });
  if (!isPorted) {
    await provideInTab(tabId);
  }
}

/** Puts the provider where a bridge is already. @param documentId - the very document, where the browser names them */
export async function provideInTab(tabId: number, documentId?: string): Promise<void> {
  const target = documentId === undefined ? { tabId } : { tabId, documentIds: [documentId] };
  await browser.scripting.executeScript({
    target,
    files: [rooted(providerNowFile)],
    world: 'MAIN',
    injectImmediately: true,
  });
}

function scriptsOf({ origin, isConnected, hasStars }: SiteScripts): Scripting.RegisteredContentScript[] {
  const matches = [matchPatternOf(origin)];
  const isolated = (id: string, file: string) => ({ ...COMMON, id: `${id} ${origin}`, js: [file], matches });
  const vendor = hasDefaultPort(origin)
    ? [isolated('bridge', bridgeFile), { ...isolated('provider', providerFile), world: 'MAIN' as const }]
    : [isolated('bridge', bridgePortedFile)];
  return [...(isConnected ? vendor : []), ...(hasStars ? [isolated('inline', inlineFile)] : [])];
}

// Paths come back with or without a leading slash.
function isSame(
  held: Scripting.RegisteredContentScript,
  wanted: Scripting.RegisteredContentScript | undefined,
): boolean {
  const path = (script: Scripting.RegisteredContentScript) => script.js?.map((file) => file.replace(/^\//u, '')).join();
  return wanted !== undefined && path(held) === path(wanted);
}
