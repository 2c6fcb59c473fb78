/**
 * `/.well-known/customer.json`: what a vendor would like, told before anything is connected, and where and under which keys it
 * answers requests for proposals.
 */
import * as v from 'valibot';
import { AppError } from '../domain/errors.ts';
import type { Origin } from '../domain/ids.ts';
import { ask, words } from './ask-schema.ts';
import { ownAddress } from './own-address.ts';
import { vendorKeys } from './signing/public-key.ts';
import { whatIsWrong } from './what-is-wrong.ts';

/** The longest customer.json that is read, in UTF-16 units. */
export const DOCUMENT_LIMIT = 65_536;

export const customerDocument = v.pipe(
  v.strictObject({
    version: v.literal('1'),
    name: words(100),
    asks: v.pipe(v.array(ask), v.minLength(1), v.maxLength(8)),
    /** Where requests for proposals are sent; without it the vendor answers when the person is on its site. */
    quotes: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(2_048))),
    /** What the vendor signs its messages with. */
    keys: v.exactOptional(vendorKeys),
  }),
  v.check(
    (one) => one.quotes === undefined || one.keys !== undefined,
    'quotes goes with keys: every message is signed',
  ),
);
export type CustomerDocument = v.InferOutput<typeof customerDocument>;

/**
 * Reads the text of a customer.json.
 *
 * @param origin - where it stands: `quotes` is on the same one, and comes out whole
 * @throws {AppError} `bad-request`, its message naming the path and the rule; `too-much` over {@link DOCUMENT_LIMIT}.
 */
export function readCustomerDocument(text: string, origin: Origin): CustomerDocument {
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
  const { quotes, ...rest } = parsed.output;
  return quotes === undefined ? rest : { ...rest, quotes: ownAddress(quotes, origin, 'customer.json: quotes') };
}
