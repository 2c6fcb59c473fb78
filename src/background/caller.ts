import type { Runtime } from 'webextension-polyfill';
import { AppError } from '../domain/errors.ts';
import type { Origin } from '../domain/ids.ts';
import { originOf } from '../domain/origin.ts';

/** Who a message comes from, as the browser says; nothing of it is read from the message. */
export interface Caller {
  readonly origin: Origin;
  readonly tabId: number;
  readonly documentId?: string;
}

type Sender = Runtime.MessageSender & { origin?: string; documentId?: string; documentLifecycle?: string };

/**
 * The page behind a message: the top frame of a tab, active, with an origin of its own.
 *
 * A sandboxed frame shows its site's url with the origin 'null', a prerendered page another page's tab:
 * so `sender.origin` alone counts, and where it is missing nobody is served.
 * @throws {AppError} `not-granted` for everybody else.
 */
export function callerOf(sender: Runtime.MessageSender): Caller {
  const { origin, tab, frameId, documentId, documentLifecycle } = sender as Sender;
  const isActive = documentLifecycle === undefined || documentLifecycle === 'active';
  if (origin === undefined || tab?.id === undefined || frameId !== 0 || !isActive) {
    throw new AppError('not-granted', 'Not a page that can be answered.');
  }
  return { origin: choosable(origin), tabId: tab.id, ...(documentId !== undefined && { documentId }) };
}

/** Whether a message comes from one of Sayso's own pages, by the browser's word. */
export function isOwnPage(sender: Runtime.MessageSender, ownOrigin: string): boolean {
  const { origin, url } = sender as Sender;
  return origin === undefined ? url?.startsWith(`${ownOrigin}/`) === true : origin === ownOrigin;
}

function choosable(origin: string): Origin {
  try {
    return originOf(origin);
  } catch (cause) {
    throw new AppError('not-granted', 'Not a site that can be chosen.', { cause });
  }
}
