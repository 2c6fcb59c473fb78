/** ‘You offered this’: a vendor’s signed message with all it takes to check it later, without Sayso and without the vendor. */
import * as v from 'valibot';
import { readMoment } from '../../domain/moment.ts';
import { vendorEnvelope, type VendorEnvelope } from './envelope.ts';
import { keyIdOf, publicKey, type PublicKey, type VendorKey } from './public-key.ts';
import { signable } from './signable.ts';
import { verify } from './signature.ts';

const moment = v.pipe(
  v.string(),
  v.check((text) => readMoment(text) !== undefined, 'Not a moment'),
);

/** Kept with the message when it is taken: a vendor's customer.json of later may have other keys. */
export const evidence = v.strictObject({
  sayso: v.literal('evidence'),
  version: v.literal('1'),
  message: vendorEnvelope,
  publicKey,
  /** Where the key stood when the message was taken, and when that was, by the person's clock. */
  keyFrom: v.pipe(v.string(), v.url(), v.maxLength(400)),
  takenAt: moment,
});
export type Evidence = v.InferOutput<typeof evidence>;

export interface EvidenceVerdict {
  /** The message is as it was signed with the key that lies beside it. */
  readonly isSigned: boolean;
  /**
   * The key stands in the vendor's customer.json, retired or not: that makes the signature the vendor's. `undefined` when nobody
   * looked. A vendor that takes a key out can't be held to it by this file alone.
   */
  readonly isKeyPublished?: boolean;
}

/** @param message - one that was checked */
export function evidenceOf(
  message: VendorEnvelope,
  { publicKey: key, nowMs }: { readonly publicKey: PublicKey; readonly nowMs: number },
): Evidence {
  return {
    sayso: 'evidence',
    version: '1',
    message,
    publicKey: key,
    keyFrom: `${message.from}/.well-known/customer.json`,
    takenAt: new Date(nowMs).toISOString(),
  };
}

/** The file that the person can keep or hand on. */
export function writeEvidence(kept: Evidence): string {
  return `${JSON.stringify(kept, null, 2)}\n`;
}

/**
 * Checks such a file again.
 *
 * @param published - the keys of the vendor's customer.json of now, where somebody looked
 * @returns `undefined` when the text is no such file
 */
export async function checkEvidence(
  text: string,
  published?: readonly VendorKey[],
): Promise<EvidenceVerdict | undefined> {
  const parsed = v.safeParse(evidence, parse(text));
  if (!parsed.success) {
    return undefined;
  }
  const { message, publicKey: key } = parsed.output;
  const keyId = await keyIdOf(key);
  const signed = signable(message);
  const isSigned =
    message.key === keyId && signed !== undefined && (await verify(signed, message.signature, key)) === 'good';
  const ids = published && (await Promise.all(published.map(keyIdOf)));
  return { isSigned, ...(ids && { isKeyPublished: ids.includes(keyId) }) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) {
      return undefined;
    }
    throw thrown;
  }
}
