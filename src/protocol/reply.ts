import { AppError, type WireError } from '../domain/errors.ts';

/** What comes back over a wire of Sayso's own. `Error` is not cloned alike in every browser, so failures travel as data. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WireError };

/** @throws {AppError} the failure that was sent. */
export function unwrap<T>(reply: Reply<T>): T {
  if (!reply.ok) {
    throw new AppError(reply.error.code, reply.error.message);
  }
  return reply.value;
}
