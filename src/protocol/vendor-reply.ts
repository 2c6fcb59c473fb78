import { AppError, type ErrorCode } from '../domain/errors.ts';

/** The `DOMException` names a page can meet (`docs/protocol.md`). */
export type ExceptionName =
  | 'NotAllowedError'
  | 'DataError'
  | 'QuotaExceededError'
  | 'InvalidStateError'
  | 'NotSupportedError';

/** What goes back to the bridge. `json` is the answer as text, so that one encoding serves every hop. */
export type VendorReply =
  | { readonly kind: 'answer'; readonly json: string }
  | { readonly kind: 'failure'; readonly name: ExceptionName; readonly message: string }
  /** Not yet: send the very same message again after this long, in milliseconds, or when told to. */
  | { readonly kind: 'pending'; readonly againMs: number };

/** What comes back on a bridge's port: the id of the message that it answers, and the reply. */
export type VendorAnswer = readonly [id: string, reply: VendorReply];

/** What the background tells a chosen page's bridge by itself. */
export interface VendorEvent {
  readonly wire: 'vendor';
  readonly event: 'decided' | 'grantschange' | 'intentionschange';
  readonly origin: string;
}

const NAMES: Record<ErrorCode, ExceptionName> = {
  'bad-request': 'DataError',
  'unknown-call': 'NotSupportedError',
  'not-supported': 'NotSupportedError',
  'not-granted': 'NotAllowedError',
  'too-much': 'QuotaExceededError',
  'turned-off': 'InvalidStateError',
  'not-found': 'NotAllowedError',
  conflict: 'InvalidStateError',
  'storage-full': 'InvalidStateError',
  'storage-unavailable': 'InvalidStateError',
  cancelled: 'InvalidStateError',
  'browser-refused': 'NotAllowedError',
  internal: 'InvalidStateError',
};

/** The one sentence of every refusal: which sort it was is the person's business. */
const REFUSED = 'Not given.';
const UNABLE = 'Sayso cannot answer now.';

/** What a page may learn of a failure: its name, and words only where they are about the page's own input. */
export function failureOf(thrown: unknown): VendorReply {
  const { code, message } = AppError.toWire(thrown);
  const name = NAMES[code];
  switch (name) {
    case 'NotAllowedError':
      return { kind: 'failure', name, message: REFUSED };
    case 'InvalidStateError':
      return { kind: 'failure', name, message: UNABLE };
    default:
      return { kind: 'failure', name, message };
  }
}
