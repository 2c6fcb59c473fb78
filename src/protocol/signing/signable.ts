import { AppError } from '../../domain/errors.ts';
import type { Envelope } from './envelope.ts';
import { signedTextOf } from './envelope.ts';

/**
 * What of an envelope is signed; `undefined` when nobody can have signed it: a number that JSON reads as endless, half of a
 * surrogate pair, a body nested for ever.
 */
export function signable(envelope: Envelope): string | undefined {
  try {
    return signedTextOf(envelope);
  } catch (thrown) {
    if (thrown instanceof AppError) {
      return undefined;
    }
    throw thrown;
  }
}
