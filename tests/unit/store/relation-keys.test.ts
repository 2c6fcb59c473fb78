import { describe, expect, it } from 'vitest';
import type { PairwiseId } from '../../../src/domain/ids.ts';
import { exportAll } from '../../../src/app/export-all.ts';
import { verify, sign } from '../../../src/protocol/signing/signature.ts';
import { newSigningKey, type SigningKey } from '../../../src/protocol/signing/signing-key.ts';
import { forgetRelationKeys, type Relation, relationKeys } from '../../../src/store/relation-keys.ts';
import type { Database } from '../../../src/store/database.ts';
import { ASKED, OTHER_ASKED } from '../../support/request-samples.ts';
import { CINEMA, SHOP } from '../../support/samples.ts';
import { testContext } from '../../support/test-context.ts';

const RELATION = { vendor: SHOP, person: ASKED.person };
const OTHER_PERSON: PairwiseId = OTHER_ASKED.person;

async function relationKey(database: Database, relation: Relation): Promise<unknown> {
  return (await relationKeys(database, [relation]))[0];
}

async function keepRelationKey(database: Database, relation: Relation, made: SigningKey): Promise<SigningKey> {
  return (await relationKeys(database, [relation], [made]))[0]!;
}

describe('the key of a relation', () => {
  it('is kept whole, and signs as before', async () => {
    const { database } = testContext();
    expect(await relationKey(database, RELATION)).toBeUndefined();
    const made = await newSigningKey();
    await keepRelationKey(database, RELATION, made);
    const kept = (await relationKey(database, RELATION)) as SigningKey;
    expect(kept.keyId).toBe(made.keyId);
    expect(kept.privateKey.extractable).toBe(false);
    expect(await verify('Hallo', await sign('Hallo', kept), made.publicKey)).toBe('good');
  });

  it('is the first one’s, when two begin at once', async () => {
    const { database } = testContext();
    const made = await Promise.all([newSigningKey(), newSigningKey()]);
    const kept = await Promise.all(made.map(async (key) => keepRelationKey(database, RELATION, key)));
    expect(new Set(kept.map(({ keyId }) => keyId)).size).toBe(1);
    expect(((await relationKey(database, RELATION)) as SigningKey).keyId).toBe(kept[0]!.keyId);
  });

  it('is kept beside those of others in one go, in their order, and takes no other’s place', async () => {
    const { database } = testContext();
    const relations = [RELATION, { ...RELATION, vendor: CINEMA }, { ...RELATION, person: OTHER_PERSON }];
    const second = await newSigningKey();
    await keepRelationKey(database, relations[1]!, second);
    const made = await Promise.all(relations.map(newSigningKey));
    const idsOf = (keys: readonly unknown[]) => keys.map((key) => (key as SigningKey).keyId);
    const all = idsOf([made[0], second, made[2]]);
    expect(idsOf(await relationKeys(database, relations, made))).toEqual(all);
    expect(idsOf(await relationKeys(database, relations))).toEqual(all);
  });

  it('is no other vendor’s, nor the same one’s under another name of the person', async () => {
    const { database } = testContext();
    await keepRelationKey(database, RELATION, await newSigningKey());
    expect(await relationKey(database, { ...RELATION, vendor: CINEMA })).toBeUndefined();
    expect(await relationKey(database, { ...RELATION, person: OTHER_PERSON })).toBeUndefined();
  });

  it('goes with the vendor, all of them and nobody else’s', async () => {
    const { database } = testContext();
    const others = [
      { vendor: CINEMA, person: OTHER_PERSON },
      { vendor: `${SHOP}:8443` as typeof SHOP, person: OTHER_PERSON },
    ];
    for (const relation of [RELATION, { ...RELATION, person: OTHER_PERSON }, ...others]) {
      await keepRelationKey(database, relation, await newSigningKey());
    }
    await forgetRelationKeys(database, SHOP);
    expect(await relationKey(database, RELATION)).toBeUndefined();
    expect(await relationKey(database, { ...RELATION, person: OTHER_PERSON })).toBeUndefined();
    for (const relation of others) {
      expect(await relationKey(database, relation)).toBeDefined();
    }
  });

  it('is in no export', async () => {
    const context = testContext();
    const made = await newSigningKey();
    await keepRelationKey(context.database, RELATION, made);
    const text = await (await exportAll(context)).blob.text();
    expect(text).toContain('"sayso":"export"');
    for (const word of ['relation-key', made.keyId, SHOP, ASKED.person]) {
      expect(text).not.toContain(word);
    }
  });
});
