/** Every failure a caller may branch on. Adding a code is an API change: `docs/protocol.md` lists them. */
export type ErrorCode =
  | 'bad-request' // a message, ask or query does not match its schema; the message names path and rule
  | 'unknown-call' // no such call on this wire
  | 'not-supported' // a call or version this Sayso does not speak (yet)
  | 'not-granted' // refused, ignored, over the prompt limit, no such grant: one answer for all
  | 'too-much' // too many or too large
  | 'turned-off' // Sayso was updated, turned off or removed under the page
  | 'not-found' // the record named is not there (own pages only)
  | 'conflict' // the record changed meanwhile, so an undo or edit was not applied
  | 'storage-full' // the browser refuses more data; nothing was written
  | 'storage-unavailable' // the database is gone, blocked or of a later version
  | 'cancelled' // the person stopped it; nothing was written
  | 'browser-refused' // the browser or the person declined a permission
  | 'internal'; // a bug of ours: logged, and nothing of it told

/** What may cross a trust boundary: no stack, no cause, no stored values. */
export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
}

/**
 * A failure Sayso understands. Anything else that is thrown is a bug:
 * the boundary logs it and answers `internal`.
 */
export class AppError extends Error {
  override name = 'AppError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** The narrow form that travels. Unknown failures become `internal` and say nothing. */
  static toWire(thrown: unknown): WireError {
    return thrown instanceof AppError
      ? { code: thrown.code, message: thrown.message }
      : { code: 'internal', message: 'Something went wrong inside Sayso.' };
  }
}
