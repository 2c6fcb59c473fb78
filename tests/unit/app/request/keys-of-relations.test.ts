import { describe, expect, it, vi } from 'vitest';
import { keysOfRelations } from '../../../../src/app/keys-of-relations.ts';
import { ASKED, OTHER_ASKED } from '../../../support/request-samples.ts';
import { CINEMA, SHOP } from '../../../support/samples.ts';
import { testContext } from '../../../support/test-context.ts';

const NEW = { vendor: SHOP, person: ASKED.person, isNew: true };
const OLD = { vendor: CINEMA, person: OTHER_ASKED.person, isNew: false };

describe('keysOfRelations', () => {
  it('makes keys for relations that begin, and for no other: that one’s vendor was forgotten', async () => {
    const context = testContext();
    let made = 0;
    const make = vi.fn(async () => ({ name: `key ${(made += 1)}` }));
    const other = { ...NEW, person: OTHER_ASKED.person };
    expect(await keysOfRelations(context, [NEW, OLD, other], make)).toEqual([
      { name: 'key 1' },
      undefined,
      { name: 'key 2' },
    ]);
    expect(await keysOfRelations(context, [OLD, other, NEW], make)).toEqual([
      undefined,
      { name: 'key 2' },
      { name: 'key 1' },
    ]);
    expect(make).toHaveBeenCalledTimes(2);
  });

  it('keeps all that it makes in one transaction, and begins none where nothing is to be made', async () => {
    const context = testContext();
    const begun = vi.spyOn(context.database, 'transaction');
    const modes = () => begun.mock.calls.map(([mode]) => mode);
    const relations = Array.from({ length: 20 }, (_, place) => ({
      ...NEW,
      vendor: `${SHOP}:${8_000 + place}` as never,
    }));
    await keysOfRelations(context, relations, async () => ({ name: 'key' }));
    expect(modes()).toEqual(['r', 'rw']);
    await keysOfRelations(context, relations, async () => ({ name: 'another' }));
    expect(modes()).toEqual(['r', 'rw', 'r']);
    await keysOfRelations(context, [OLD]);
    expect(modes()).toEqual(['r', 'rw', 'r', 'r']);
  });
});
