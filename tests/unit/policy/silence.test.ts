import { describe, expect, it } from 'vitest';
import type { Stamp } from '../../../src/domain/clock.ts';
import type { Decision } from '../../../src/domain/grant.ts';
import type { RecordId } from '../../../src/domain/ids.ts';
import { silenceOf } from '../../../src/policy/silence.ts';
import { vendorOf } from '../../support/grant-samples.ts';
import { ask, RATINGS } from '../../support/granting.ts';
import { SHOP } from '../../support/samples.ts';

describe('silenceOf', () => {
  const now = { nowMs: 1_000_000, session: 'here', canPrompt: true };
  const refused = (rest: Partial<Decision>, createdAt = '5'): Decision => ({
    id: 'd' as RecordId,
    origin: SHOP,
    ask: ask([RATINGS]),
    outcome: 'refused',
    atMs: 0,
    tellAtMs: 0,
    createdAt: createdAt as Stamp,
    ...rest,
  });

  it.each([
    ['never chosen', undefined, [], 'not-connected'],
    ['not connected', vendorOf({ isConnected: false }), [], 'not-connected'],
    ['blocked', vendorOf({ isBlocked: true }), [], 'blocked'],
    ['new', vendorOf(), [], undefined],
    ['refused once', vendorOf(), [refused({})], undefined],
    ['refused for good', vendorOf(), [refused({ silentForever: true })], 'remembered'],
    ['refused until later', vendorOf(), [refused({ silentUntilMs: 1_000_001 })], 'remembered'],
    ['refused until now', vendorOf(), [refused({ silentUntilMs: 1_000_000 })], undefined],
    ['refused in this session', vendorOf(), [refused({ silentSession: 'here' })], 'remembered'],
    ['refused in another session', vendorOf(), [refused({ silentSession: 'there' })], undefined],
    ['refused twice just now', vendorOf(), [refused({ atMs: 999_999 }), refused({ atMs: 999_998 })], 'too-often'],
    [
      'refused for good, then connected anew',
      vendorOf({ connectedAt: '6' as Stamp }),
      [refused({ silentForever: true })],
      undefined,
    ],
    [
      'connected, then refused for good',
      vendorOf({ connectedAt: '4' as Stamp }),
      [refused({ silentForever: true })],
      'remembered',
    ],
    [
      'refused twice, then connected anew',
      vendorOf({ connectedAt: '6' as Stamp }),
      [refused({ atMs: 999_999 }), refused({ atMs: 999_998 })],
      undefined,
    ],
  ] as const)('for a site that is %s', (_name, vendor, decisions, expected) => {
    expect(silenceOf(vendor, decisions, now)).toBe(expected);
  });

  it('is silent out of turn', () => {
    expect(silenceOf(vendorOf(), [], { ...now, canPrompt: false })).toBe('out-of-turn');
  });
});
