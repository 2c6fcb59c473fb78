import { describe, expect, it } from 'vitest';
import type { Stamp } from '../../../src/domain/clock.ts';
import type { ItemId, RecordId } from '../../../src/domain/ids.ts';
import type { StoredIntention } from '../../../src/domain/intention.ts';
import type { Moment } from '../../../src/domain/moment.ts';
import type { Rating } from '../../../src/domain/rating.ts';
import { type SourceContent, sourceRecordId, type StoredSourceRecord } from '../../../src/domain/source-record.ts';
import { isTraceKind, tracesOf } from '../../../src/domain/trace.ts';
import { film } from '../../support/samples.ts';

const STAMPS = { createdAt: '1' as Stamp, updatedAt: '1' as Stamp };
const GONE = { ...STAMPS, deletedAt: '2' as Stamp };
const ITEM = 'item' as ItemId;

function says(source: string, content: SourceContent): StoredSourceRecord {
  return { id: sourceRecordId(source, 'x'), itemId: ITEM, source, facts: film(1), content, ...STAMPS };
}

function means(wantedAt?: string): StoredIntention {
  const since = wantedAt === undefined ? {} : { wantedAt: wantedAt as Moment };
  return { id: 'i' as RecordId, itemId: ITEM, source: 'imdb', ...since, ...STAMPS };
}

describe('tracesOf', () => {
  it('puts together what several sources say, with the last date of each', () => {
    const uses = [{}, { at: '2019-03' as Moment }, { at: '2024-03-03' as Moment }];
    const records = [
      says('letterboxd', { uses, liked: {} }),
      says('netflix', { uses: [{ at: '2021' as Moment }], text: 'Long.', owned: { at: '2020-01-01' as Moment } }),
    ];
    expect(tracesOf(records, [means()])).toEqual({
      traces: [
        { kind: 'seen', at: '2024-03-03' },
        { kind: 'wanted' },
        { kind: 'owned', at: '2020-01-01' },
        { kind: 'liked' },
        { kind: 'reviewed' },
      ],
      sources: ['imdb', 'letterboxd', 'netflix'],
      at: '2024-03-03',
    });
  });

  it('knows of a use that is only counted', () => {
    expect(tracesOf([says('trakt', { useCount: 3 })], []).traces).toEqual([{ kind: 'seen' }]);
    expect(tracesOf([says('trakt', { useCount: 0 })], []).traces).toEqual([]);
  });

  it('asks the intention whether it is wanted, not the list that it was read from', () => {
    const deleted: StoredIntention = { id: 'i' as RecordId, itemId: ITEM, ...GONE };
    expect(tracesOf([says('imdb', { wanted: {} })], [deleted])).toEqual({ traces: [], sources: ['imdb'] });
    expect(tracesOf([], [means('2022')]).at).toBe('2022');
  });

  it('knows of a mark that was taken off, and where it was from', () => {
    const rating = { ratedAt: '2020-02-03' as Moment, source: 'person' } as Rating;
    const version = { id: 'v' as RecordId, itemId: ITEM, rating, replacedAt: '' as never };
    expect(tracesOf([], [], [version])).toEqual({
      traces: [{ kind: 'rated', at: '2020-02-03' }],
      sources: ['person'],
      at: '2020-02-03',
    });
    const undated = { ...version, rating: { ...rating, isUndated: true as const } };
    expect(tracesOf([], [], [undated]).traces).toEqual([{ kind: 'rated' }]);
  });

  it('knows nothing of what was deleted', () => {
    const gone: StoredSourceRecord = { id: sourceRecordId('imdb', 'x'), source: 'imdb', said: 'print', ...GONE };
    expect(tracesOf([gone], [])).toEqual({ traces: [], sources: [] });
  });
});

describe('isTraceKind', () => {
  it.each([
    ['owned', true],
    ['rated', true],
    ['judged', false],
    ['constructor', false],
  ])('says of %j: %j', (text, is) => {
    expect(isTraceKind(text)).toBe(is);
  });
});
