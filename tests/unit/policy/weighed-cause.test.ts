import { describe, expect, it } from 'vitest';
import { strongestCauses } from '../../../src/policy/weighed-cause.ts';

describe('strongestCauses', () => {
  it('puts the strongest first, whichever way it moved', () => {
    const causes = strongestCauses([
      { cause: { kind: 'genre', of: 'Drama' }, points: 2 },
      { cause: { kind: 'creator', of: 'Mann' }, points: -9 },
      { cause: { kind: 'average' }, points: 4 },
    ]);
    expect(causes.map(({ kind }) => kind)).toEqual(['creator', 'average', 'genre']);
  });

  it('leaves out what moved nothing to speak of', () => {
    expect(strongestCauses([{ cause: { kind: 'era', of: '1995–1999' }, points: 0.4 }])).toEqual([]);
  });

  it('names six at most', () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ cause: { kind: 'genre' as const }, points: index + 1 }));
    expect(strongestCauses(many)).toHaveLength(6);
  });
});
