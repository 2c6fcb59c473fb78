import { describe, expect, it } from 'vitest';
import { checkEvidence, evidenceOf, writeEvidence } from '../../../../src/protocol/signing/evidence.ts';
import { newSigningKey } from '../../../../src/protocol/signing/signing-key.ts';
import { DAY, NOW } from '../../../support/request-samples.ts';
import { SHOP } from '../../../support/samples.ts';
import { signingShop } from '../../../support/signing-samples.ts';

async function kept() {
  const shop = await signingShop();
  const message = await shop.seal({ body: { kind: 'quote', price: '499.00' } });
  return { ...shop, file: writeEvidence(evidenceOf(message, { publicKey: shop.key.publicKey, nowMs: NOW + 5 })) };
}

describe('‘you offered this’', () => {
  it('holds by itself, years later, with the vendor gone', async () => {
    const { file } = await kept();
    expect(await checkEvidence(file)).toEqual({ isSigned: true });
    expect(JSON.parse(file)).toMatchObject({
      message: { body: { price: '499.00' } },
      keyFrom: `${SHOP}/.well-known/customer.json`,
      takenAt: new Date(NOW + 5).toISOString(),
    });
  });

  it('is the vendor’s while its customer.json has the key, retired or not', async () => {
    const { file, key } = await kept();
    const next = await newSigningKey();
    const retired = { ...key.publicKey, until: new Date(NOW - DAY).toISOString() };
    expect(await checkEvidence(file, [next.publicKey, retired])).toEqual({ isSigned: true, isKeyPublished: true });
    expect(await checkEvidence(file, [next.publicKey])).toEqual({ isSigned: true, isKeyPublished: false });
  });

  it('does not hold for another price', async () => {
    const { file } = await kept();
    expect(await checkEvidence(file.replace('499.00', '399.00'))).toEqual({ isSigned: false });
  });

  it('does not hold with a key of the person’s own making', async () => {
    const { file, key } = await kept();
    const forged = await newSigningKey();
    const swapped = { ...(JSON.parse(file) as object), publicKey: forged.publicKey };
    expect(await checkEvidence(JSON.stringify(swapped), [key.publicKey])).toEqual({
      isSigned: false,
      isKeyPublished: false,
    });
  });

  it.each(['', '{', 'null', '{"sayso":"evidence"}', '[]'])('is not %j', async (text) => {
    expect(await checkEvidence(text)).toBeUndefined();
  });
});
