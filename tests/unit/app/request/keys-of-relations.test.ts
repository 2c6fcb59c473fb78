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
    const make = async () => ({ name: `key ${(made += 1)}` });
    const other = { ...NEW, person: OTHER_ASKED.person };
    const [first, second] = [{ name: 'key 1' }, { name: 'key 2' }];
    expect(await keysOfRelations(context, [NEW, OLD, other], make)).toEqual([first, undefined, second]);
    // Nothing was said in it yet, so another may be made; what is kept is the first.
    expect(await keysOfRelations(context, [OLD, other, NEW], make)).toEqual([undefined, second, first]);
    expect(await keysOfRelations(context, [{ ...NEW, isNew: false }], make)).toEqual([first]);
    expect(await keysOfRelations(context, [NEW])).toEqual([first]);
  });

  it('keeps all that it makes in one transaction, and only reads where nothing is made', async () => {
    const context = testContext();
    const begun = vi.spyOn(context.database, 'transaction');
    const modes = () => begun.mock.calls.map(([mode]) => mode);
    const relations = Array.from({ length: 20 }, (_, place) => ({
      ...NEW,
      vendor: `${SHOP}:${8_000 + place}` as never,
    }));
    await keysOfRelations(context, relations, async () => ({ name: 'key' }));
    expect(modes()).toEqual(['rw']);
    await keysOfRelations(context, [OLD]);
    expect(modes()).toEqual(['rw', 'r']);
  });
});
