import { describe, expect, it } from 'vitest';
import { offlineBy } from '../../../../src/policy/request/offline-by.ts';
import { CINEMA, SHOP } from '../../../support/samples.ts';

const reached = (vendor = SHOP) => ({ vendor, isReached: true });
const unreached = (vendor = SHOP) => ({ vendor, isReached: false });

describe('whether it was the person who was offline', () => {
  it.each<[string, Parameters<typeof offlineBy>, ReturnType<typeof offlineBy>]>([
    ['the browser says so', [[unreached()], false], 'sure'],
    ['the browser says so, though one on this machine answered', [[unreached(), reached(CINEMA)], false], 'sure'],
    ['one vendor alone may be gone', [[unreached()], true], undefined],
    ['so may one of whom several things were asked', [[unreached(), unreached()], true], undefined],
    ['nobody of several could be found', [[unreached(), unreached(CINEMA)], true], 'likely'],
    ['one of several answered', [[unreached(), reached(CINEMA)], true], undefined],
    ['nobody was asked', [[], true], undefined],
  ])('%s', (_why, [tried, isOnline], expected) => {
    expect(offlineBy(tried, isOnline)).toBe(expected);
  });
});
