import { describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from '../../../../src/protocol/signing/base64url.ts';
import { keyIdOf, publicKey, type PublicKey } from '../../../../src/protocol/signing/public-key.ts';
import { sign, verify } from '../../../../src/protocol/signing/signature.ts';
import { newSigningKey } from '../../../../src/protocol/signing/signing-key.ts';
import * as v from 'valibot';

/** RFC 7515, appendix A.3. */
const ES256_KEY: PublicKey = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
};
const ES256_TEXT =
  'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ';
const ES256_SIGNATURE = 'DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q';

/** RFC 8037, appendix A. */
const ED25519_KEY: PublicKey = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
const ED25519_TEXT = 'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc';
const ED25519_SIGNATURE = 'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg';

describe('signatures of others', () => {
  it('takes that of RFC 7515 (ES256), and none but it', async () => {
    expect(await verify(ES256_TEXT, ES256_SIGNATURE, ES256_KEY)).toBe('good');
    expect(await verify(`${ES256_TEXT} `, ES256_SIGNATURE, ES256_KEY)).toBe('bad-signature');
  });

  it('takes that of RFC 8037 (Ed25519), and none but it', async () => {
    expect(await verify(ED25519_TEXT, ED25519_SIGNATURE, ED25519_KEY)).toBe('good');
    expect(await verify(`${ED25519_TEXT} `, ED25519_SIGNATURE, ED25519_KEY)).toBe('bad-signature');
  });

  it('does not take one for the other key', async () => {
    expect(await verify(ES256_TEXT, ES256_SIGNATURE, ED25519_KEY)).toBe('bad-signature');
    expect(await verify(ED25519_TEXT, ED25519_SIGNATURE, ES256_KEY)).toBe('bad-signature');
  });

  it.each(['', 'A'.repeat(85), 'A'.repeat(86), `${'A'.repeat(85)}B`, 'A'.repeat(88), '+'.repeat(86)])(
    'refuses %j as a signature',
    async (signature) => {
      expect(await verify(ES256_TEXT, signature, ES256_KEY)).toBe('bad-signature');
    },
  );

  it('refuses a point that is not on the curve as a key', async () => {
    expect(await verify(ES256_TEXT, ES256_SIGNATURE, { ...ES256_KEY, y: ES256_KEY.x })).toBe('bad-key');
  });
});

describe('a key of ours', () => {
  it('signs, and can’t be read', async () => {
    const key = await newSigningKey();
    const signature = await sign('Ja, gern.', key);
    expect(await verify('Ja, gern.', signature, key.publicKey)).toBe('good');
    expect(await verify('Ja, gern!', signature, key.publicKey)).toBe('bad-signature');
    expect(key.privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('jwk', key.privateKey)).rejects.toThrow();
    expect(key.privateKey.usages).toEqual(['sign']);
  });

  it('is another each time', async () => {
    const [one, other] = await Promise.all([newSigningKey(), newSigningKey()]);
    expect(one.keyId).not.toBe(other.keyId);
  });
});

describe('the name of a key', () => {
  it('is the thumbprint of RFC 8037, appendix A.3', async () => {
    expect(await keyIdOf(ED25519_KEY)).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });

  it('is of the key alone, whatever stands beside it', async () => {
    const key = { until: '2026-01-01T00:00:00Z', y: ES256_KEY.y, x: ES256_KEY.x, crv: 'P-256', kty: 'EC' } as const;
    expect(await keyIdOf(key)).toBe(await keyIdOf(ES256_KEY));
  });
});

describe('what a public key may be', () => {
  it.each([
    ['a private one', { ...ES256_KEY, d: 'jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI' }],
    ['a secret one', { kty: 'oct', k: 'AAAA' }],
    ['another curve', { ...ES256_KEY, crv: 'P-384' }],
    ['a curve under another type', { ...ED25519_KEY, kty: 'EC' }],
    ['half of one', { kty: 'EC', crv: 'P-256', x: ES256_KEY.x }],
    ['a coordinate with a letter too many', { ...ED25519_KEY, x: `${ED25519_KEY.x}A` }],
    ['a coordinate in another writing of the same', { ...ED25519_KEY, x: `${ED25519_KEY.x.slice(0, -1)}p` }],
    ['a coordinate with padding', { ...ED25519_KEY, x: `${ED25519_KEY.x}=` }],
  ])('not %s', (_what, key) => {
    expect(v.is(publicKey, key)).toBe(false);
  });

  it('both sorts', () => {
    expect([ES256_KEY, ED25519_KEY].map((key) => v.is(publicKey, key))).toEqual([true, true]);
  });
});

describe('base64 of addresses', () => {
  it('comes back, and has one text for some bytes', () => {
    for (const size of [0, 1, 2, 3, 32, 64]) {
      const bytes = crypto.getRandomValues(new Uint8Array(size));
      const text = toBase64Url(bytes);
      expect(text).toMatch(/^[\w-]*$/u);
      expect(fromBase64Url(text, size)).toEqual(bytes);
      expect(fromBase64Url(text, size + 1)).toBeUndefined();
    }
    expect(fromBase64Url('AB', 1)).toBeUndefined();
    expect(fromBase64Url('AA', 1)).toEqual(new Uint8Array(1));
  });
});
