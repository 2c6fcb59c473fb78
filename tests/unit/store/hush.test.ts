import { describe, expect, it } from 'vitest';
import type { Stamp } from '../../../src/domain/clock.ts';
import type { Decision } from '../../../src/domain/grant.ts';
import type { Origin } from '../../../src/domain/ids.ts';
import { hush, MOST_HUSHED } from '../../../src/store/hush.ts';
import { revision } from '../../../src/store/revision.ts';
import { ask, callId, RATINGS } from '../../support/granting.ts';
import { CINEMA, SHOP } from '../../support/samples.ts';
import { testContext } from '../../support/test-context.ts';

function silenced(origin: Origin, atMs: number): Decision {
  return {
    id: callId(),
    origin,
    ask: ask([RATINGS]),
    outcome: 'silenced',
    atMs,
    tellAtMs: atMs + 5_000,
    createdAt: '0' as Stamp,
  };
}

describe('hush', () => {
  it("keeps the newest of an origin, and leaves the others'", async () => {
    const { database } = testContext();
    await hush(database, silenced(CINEMA, 1));
    for (let atMs = 1; atMs <= MOST_HUSHED + 5; atMs += 1) {
      await hush(database, silenced(SHOP, atMs));
    }
    const kept = await database.hushed.toArray();
    expect(kept.filter(({ origin }) => origin === CINEMA)).toHaveLength(1);
    const ofShop = kept.filter(({ origin }) => origin === SHOP).map(({ atMs }) => atMs);
    expect(ofShop).toHaveLength(MOST_HUSHED);
    expect(Math.min(...ofShop)).toBe(6);
  });

  it('keeps none for longer than it takes to tell, and changes nothing else', async () => {
    const { database } = testContext();
    await hush(database, silenced(SHOP, 1_000_000));
    await hush(database, silenced(CINEMA, 1_600_000));
    expect(await database.hushed.count()).toBe(2);
    await hush(database, silenced(CINEMA, 1_600_001));
    expect((await database.hushed.toArray()).map(({ origin }) => origin)).toEqual([CINEMA, CINEMA]);
    expect(await revision(database)).toBe('');
    expect(await database.decisions.count()).toBe(0);
  });

  it('has one ask once', async () => {
    const { database } = testContext();
    const one = silenced(SHOP, 1);
    await hush(database, one);
    await hush(database, one);
    expect(await database.hushed.count()).toBe(1);
  });
});
