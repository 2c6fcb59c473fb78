import { describe, expect, it } from 'vitest';
import { readAsk } from '../../../src/protocol/read-ask.ts';
import { MINIMAL_ASK, sampleAsk } from '../../support/asks.ts';

describe('readAsk', () => {
  it('reads what it has read before as the same', () => {
    const once = readAsk({ ...MINIMAL_ASK, text: ' why ' });
    expect(readAsk(JSON.parse(JSON.stringify(once)))).toEqual(once);
    expect(once).toEqual(sampleAsk({ text: 'why' }));
  });

  it.each([undefined, {}, { ...MINIMAL_ASK, text: '' }, { ...MINIMAL_ASK, extra: 1 }])(
    'shows nothing of %j',
    (value) => {
      expect(() => readAsk(value)).toThrow(expect.objectContaining({ code: 'bad-request' }));
    },
  );
});
