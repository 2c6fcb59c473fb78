import '../../../support/fake-browser.ts';
import { describe, expect, it, vi } from 'vitest';
import { loadAsk } from '../../../../src/ui/prompt/load-ask.ts';

const findAsk = vi.hoisted(() => vi.fn());
vi.mock('../../../../src/platform/pending-asks.ts', () => ({ findAsk }));

const ask = {
  id: 'a',
  text: 'Why.',
  purpose: 'ServicePersonalisation',
  required: [{ collection: 'ratings' }],
  optional: [],
  retention: 'P30D',
  sharing: 'none',
  agreement: 'SD-BASE',
};

describe('loadAsk', () => {
  it('finds the ask its address names', async () => {
    findAsk.mockResolvedValue({ id: 'x', ask });
    await expect(loadAsk('?id=x')).resolves.toEqual({ kind: 'asking', pending: { id: 'x', ask } });
    expect(findAsk).toHaveBeenLastCalledWith('x');
  });

  it.each(['', '?id=', '?id=%00&id=y', '?nid=x', '?id=<script>'])(
    'shows nothing for the crafted address %j',
    async (search) => {
      findAsk.mockResolvedValue(undefined);
      await expect(loadAsk(search)).resolves.toEqual({ kind: 'gone' });
    },
  );

  it.each([
    { ...ask, purpose: 'WorldDomination' },
    { ...ask, extra: 1 },
    undefined,
    null,
    'ask',
    { ...ask, required: [] },
  ])('does not show %j as consent', async (broken) => {
    findAsk.mockResolvedValue({ id: 'x', ask: broken });
    await expect(loadAsk('?id=x')).resolves.toMatchObject({ kind: 'unreadable' });
  });
});
