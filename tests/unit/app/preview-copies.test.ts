import { describe, expect, it } from 'vitest';
import { previewCopies } from '../../../src/app/preview-copies.ts';
import { requestStory } from '../../../src/app/list-requests.ts';
import { demandOf } from '../../../src/protocol/request/to-demand.ts';
import { asked } from '../../support/request-store.ts';
import { request } from '../../support/request-samples.ts';

describe('previewCopies', () => {
  it.each(['kind', 'whole'] as const)(
    'shows byte for byte what is sent at stage %s, but for its names',
    async (opening) => {
      const { context, id } = await asked('endpoint', { opening });
      const { row, threads } = await requestStory(context, { id });
      const { copy } = threads[0]!.thread;
      const shown = previewCopies(row.cast.request, 'x')[opening];
      const named = { ...shown, request: copy.request, person: copy.person };
      expect(JSON.stringify(demandOf(named))).toBe(JSON.stringify(demandOf(copy)));
    },
  );

  it('has nothing private in it', () => {
    expect(JSON.stringify(previewCopies(request(), 'x'))).not.toMatch(
      /twins|Grandmother|Wobbly|otherplace|70000|01930000/u,
    );
  });
});
