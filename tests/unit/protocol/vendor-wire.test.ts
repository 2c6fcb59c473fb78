import { describe, expect, it } from 'vitest';
import { INPUT_LIMIT } from '../../../src/protocol/page-wire.ts';
import { PROVIDE_CALL, vendorCalls, vendorMessage } from '../../../src/protocol/vendor-wire.ts';
import { wrongWith } from '../../support/wrong-with.ts';

const message = { wire: 'vendor', id: '6f8f57a0-3d5c-4b53-8f0e-0c2f6d1f4b11', call: 'ratings', input: '{}' };

describe('a message of the vendor wire', () => {
  it.each([
    ['as the bridge sends it', {}, true],
    ['with the longest input', { input: ' '.repeat(INPUT_LIMIT) }, true],
    ['with an input over the limit', { input: ' '.repeat(INPUT_LIMIT + 1) }, false],
    ['with an input that is no text', { input: {} }, false],
    ['of another wire', { wire: 'prompt' }, false],
    ['with a call that is no text', { call: ['ratings'] }, false],
    ['with a long call', { call: 'r'.repeat(41) }, false],
    ['without a proper id', { id: '1' }, false],
    ['that names an origin', { origin: 'https://shop.example' }, false],
  ])('%s is taken: %j %s', (_what, changes, isTaken) => {
    expect(wrongWith(vendorMessage, { ...message, ...changes }) === undefined).toBe(isTaken);
  });

  it('may come without input', () => {
    const { input: _input, ...bare } = message;
    expect(wrongWith(vendorMessage, bare)).toBeUndefined();
  });
});

describe('the calls of the vendor wire', () => {
  it('are these, and no more', () => {
    expect(Object.keys(vendorCalls)).toEqual([
      'request',
      'grants',
      'ratings',
      'preferences',
      'rank',
      'withdraw',
      'intentions',
      'reply',
      'propose',
    ]);
  });

  it('are not the bridge’s own', () => {
    expect(vendorCalls).not.toHaveProperty(PROVIDE_CALL);
  });

  it.each(['grants', 'ratings', 'preferences', 'intentions'] as const)('%s need nothing said', (call) => {
    const { input } = vendorCalls[call];
    expect([undefined, null, {}].map((nothing) => wrongWith(input, nothing))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(wrongWith(input, 'all')).toBeDefined();
  });

  it.each(['request', 'rank', 'withdraw', 'reply', 'propose'] as const)('%s needs something said', (call) => {
    const { input } = vendorCalls[call];
    expect([undefined, null, {}].map((nothing) => wrongWith(input, nothing) !== undefined)).toEqual([true, true, true]);
  });
});
