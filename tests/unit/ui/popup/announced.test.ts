import '../../../support/fake-browser.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SHOP } from '../../../support/samples.ts';
import { readAnnounced } from '../../../../src/ui/popup/announced.ts';

const readAnnouncement = vi.hoisted(() => vi.fn());
vi.mock('../../../../src/platform/read-announcement.ts', () => ({ readAnnouncement }));

const ask = {
  id: 'a',
  text: 'Why.',
  purpose: 'ServicePersonalisation',
  required: [{ collection: 'ratings' }],
  optional: [],
  retention: 'P30D',
  sharing: 'none',
};

beforeEach(() => readAnnouncement.mockReset());

describe('readAnnounced', () => {
  it('reads a file that is right', async () => {
    readAnnouncement.mockResolvedValue({
      kind: 'text',
      text: JSON.stringify({ version: '1', name: 'Shop', asks: [ask] }),
    });
    await expect(readAnnounced(1, 'https://shop.example/c.json', SHOP)).resolves.toMatchObject({
      kind: 'ok',
      document: { name: 'Shop', asks: [{ id: 'a', agreement: 'SD-BASE' }] },
    });
  });

  it.each([
    ['{', 'not JSON'],
    [JSON.stringify({ version: '1', name: 'Shop', asks: [{ ...ask, retention: 'long' }] }), 'asks.0.retention'],
    [JSON.stringify({ version: '2', name: 'Shop', asks: [ask] }), 'version'],
    ['x'.repeat(70_000), 'longer than'],
  ])('says what is wrong with %.20s', async (text, told) => {
    readAnnouncement.mockResolvedValue({ kind: 'text', text });
    const announced = await readAnnounced(1, 'https://shop.example/c.json', SHOP);
    expect(announced).toEqual({ kind: 'invalid', message: expect.stringContaining(told) as string });
  });

  it.each(['none', 'unreadable'] as const)('passes %s on', async (kind) => {
    readAnnouncement.mockResolvedValue({ kind });
    await expect(readAnnounced(1, undefined, SHOP)).resolves.toEqual({ kind });
  });
});
