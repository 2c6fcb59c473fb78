/** `/.well-known/customer.json`: what a vendor would like, told before anything is connected. */
import * as v from 'valibot';
import { AppError } from '../domain/errors.ts';
import { ask, words } from './ask-schema.ts';
import { whatIsWrong } from './what-is-wrong.ts';

/** The longest customer.json that is read, in UTF-16 units. */
export const DOCUMENT_LIMIT = 65_536;

export const customerDocument = v.strictObject({
  version: v.literal('1'),
  name: words(100),
  asks: v.pipe(v.array(ask), v.minLength(1), v.maxLength(8)),
});
export type CustomerDocument = v.InferOutput<typeof customerDocument>;

/**
 * Reads the text of a customer.json.
 *
 * @throws {AppError} `bad-request`, its message naming the path and the rule; `too-much` over {@link DOCUMENT_LIMIT}.
 */
export function readCustomerDocument(text: string): CustomerDocument {
  if (text.length > DOCUMENT_LIMIT) {
    throw new AppError('too-much', `customer.json is longer than ${DOCUMENT_LIMIT} characters.`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new AppError('bad-request', 'customer.json is not JSON.', { cause });
  }
  const parsed = v.safeParse(customerDocument, json);
  if (!parsed.success) {
    throw new AppError('bad-request', `customer.json: ${whatIsWrong(parsed.issues)}`);
  }
  return parsed.output;
}
