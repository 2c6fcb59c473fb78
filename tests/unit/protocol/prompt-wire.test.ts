import { describe, expect, it } from 'vitest';
import { promptCalls, promptMessage } from '../../../src/protocol/prompt-wire.ts';
import { vendorCalls } from '../../../src/protocol/vendor-wire.ts';
import { inlineCalls } from '../../../src/protocol/inline-wire.ts';
import { wrongWith } from '../../support/wrong-with.ts';

describe('the wire of our own pages', () => {
  it.each([
    [{ wire: 'prompt', call: 'changed', input: 'https://shop.example' }, true],
    [{ wire: 'vendor', call: 'changed', input: '' }, false],
    [{ wire: 'prompt', call: 'changed' }, false],
    [{ wire: 'prompt', call: 'changed', input: {} }, false],
    [{ wire: 'prompt', call: 'changed', input: '', origin: 'https://shop.example' }, false],
    [{ wire: 'prompt', call: 'x'.repeat(41), input: '' }, false],
  ])('%j is %s', (message, isTaken) => {
    expect(wrongWith(promptMessage, message) === undefined).toBe(isTaken);
  });

  it('names no call that another wire has', () => {
    const own = Object.keys(promptCalls);
    const others = [...Object.keys(vendorCalls), ...Object.keys(inlineCalls)];
    expect(others.filter((call) => own.includes(call))).toEqual([]);
  });
});
