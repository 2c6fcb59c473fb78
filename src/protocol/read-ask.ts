import * as v from 'valibot';
import type { Ask } from '../domain/ask.ts';
import { AppError } from '../domain/errors.ts';
import { ask } from './ask-schema.ts';
import { whatIsWrong } from './what-is-wrong.ts';

/**
 * Reads an ask that was written down earlier. The prompt shows nothing as consent that does not come through here.
 *
 * @throws {AppError} `bad-request`, its message naming the path and the rule.
 */
export function readAsk(value: unknown): Ask {
  const parsed = v.safeParse(ask, value);
  if (!parsed.success) {
    throw new AppError('bad-request', whatIsWrong(parsed.issues));
  }
  return parsed.output;
}
