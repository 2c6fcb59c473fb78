import { AppError } from '../../domain/errors.ts';
import type { Origin } from '../../domain/ids.ts';
import { readAnnouncement } from '../../platform/read-announcement.ts';
import { type CustomerDocument, readCustomerDocument } from '../../protocol/customer-document.ts';

/** What a site says it would like, or what is wrong with how it says it. */
export type Announced =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'invalid'; readonly message: string }
  | { readonly kind: 'ok'; readonly document: CustomerDocument };

/** Reads what the page's `<link rel="customer">` names. Never throws over what a site wrote. */
export async function readAnnounced(
  tabId: number,
  customerLink: string | undefined,
  origin: Origin,
): Promise<Announced> {
  const read = await readAnnouncement(tabId, customerLink);
  if (read.kind !== 'text') {
    return { kind: read.kind };
  }
  try {
    return { kind: 'ok', document: readCustomerDocument(read.text, origin) };
  } catch (thrown) {
    if (thrown instanceof AppError) {
      return { kind: 'invalid', message: thrown.message };
    }
    throw thrown;
  }
}
