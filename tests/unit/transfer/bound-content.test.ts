import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { newRecordId } from '../../../src/domain/ids.ts';
import type { Moment } from '../../../src/domain/moment.ts';
import type { SourceContent } from '../../../src/domain/source-record.ts';
import { boundContent, cutTo } from '../../../src/transfer/bound-content.ts';
import { boundName } from '../../../src/transfer/bound-name.ts';
import { RECORD_SCHEMAS } from '../../../src/transfer/export-schema.ts';
import { KEPT } from '../../../src/transfer/kept-limits.ts';

const upTo = (count: number): number[] => Array.from({ length: count }, (_one, index) => index);
const at = (index: number): Moment => new Date(index * 86_400_000).toISOString().slice(0, 10) as Moment;
const rating = (index: number) => ({ given: { value: 4, best: 5, worst: 0.5 }, at: at(index) });

const TOO_MUCH: Record<string, { content: SourceContent; cut: readonly string[] }> = {
  marks: { content: { ratings: upTo(10_001).map(rating) }, cut: ['too-many'] },
  tags: { content: { tags: upTo(10_001).map(String) }, cut: ['too-many'] },
  'a long tag': { content: { tags: ['t'.repeat(3_000)] }, cut: ['too-long'] },
  'a long review': { content: { text: 't'.repeat(100_001) }, cut: ['too-long'] },
  'a long note': { content: { note: 't'.repeat(100_001) }, cut: ['too-long'] },
  'a long wish': { content: { wanted: { note: 't'.repeat(100_001) } }, cut: ['too-long'] },
  reviews: { content: { earlierTexts: upTo(10_001).map(String) }, cut: ['too-many'] },
  'reviews of many letters': {
    content: { earlierTexts: upTo(30).map((one) => `${one}`.repeat(9_000)) },
    cut: ['too-many'],
  },
  times: { content: { uses: upTo(100_001).map((index) => ({ at: at(index) })) }, cut: ['too-many'] },
  'a count': { content: { useCount: 1e12 }, cut: ['too-many'] },
  'half a copy': { content: { owned: { count: 1.5 } }, cut: ['too-many'] },
  'copies without end': { content: { owned: { count: Number.POSITIVE_INFINITY } }, cut: ['too-many'] },
  aspects: {
    content: { aspects: upTo(10_001).map((one) => ({ name: String(one), given: rating(1).given })) },
    cut: ['too-many'],
  },
  'fields of long names': { content: { others: { ['n'.repeat(3_000)]: 't' } }, cut: ['too-long'] },
  'fields of many letters': { content: { others: { a: 't'.repeat(100_001) } }, cut: ['too-long'] },
};

function isReadAgain(content: SourceContent): boolean {
  const stamp = '000mjw4hmko0000abcdefgh';
  const facts = { kind: 'Movie', name: 'Heat', identifiers: [] };
  const record = {
    id: 'imdb tt1',
    itemId: newRecordId(0),
    source: 'imdb',
    facts,
    content,
    createdAt: stamp,
    updatedAt: stamp,
  };
  return v.safeParse(RECORD_SCHEMAS.sourceRecords, JSON.parse(JSON.stringify(record))).success;
}

describe('boundContent', () => {
  it.each(Object.entries(TOO_MUCH))(
    'keeps no more than an export is read with, and says so: %s',
    (_name, { content, cut }) => {
      const bound = boundContent(content);
      expect(bound.cut).toEqual(cut);
      expect(isReadAgain(bound.content)).toBe(true);
      // Once cut, it stays what it is.
      expect(boundContent(bound.content)).toEqual({ content: bound.content, cut: [] });
    },
  );

  it('keeps the latest marks, reviews and times, and the first tags', () => {
    const { content } = boundContent({
      ratings: upTo(10_001).map(rating),
      tags: upTo(10_001).map(String),
      earlierTexts: upTo(30).map((one) => `${one % 10}`.repeat(9_000)),
    });
    expect(content.ratings?.at(0)).toEqual(rating(1));
    expect(content.ratings?.at(-1)).toEqual(rating(10_000));
    expect(content.tags?.at(-1)).toBe('9999');
    expect(content.earlierTexts).toHaveLength(22);
    expect(content.earlierTexts?.at(-1)).toMatch(/^9+$/u);
  });

  it('leaves what is within the bounds as it is', () => {
    const content = { ratings: upTo(10_000).map(rating), tags: ['a'], useCount: 3, owned: { count: 2 } };
    expect(boundContent(content).content).toBe(content);
  });

  it('cuts no character in two', () => {
    expect(cutTo('ab😀', 3)).toBe('ab');
  });
});

describe('boundName', () => {
  it('tells two long names apart that begin alike, and knows the same one again', () => {
    const [one, other] = [`${'L'.repeat(3_000)}1`, `${'L'.repeat(3_000)}2`].map(boundName);
    expect(one).not.toBe(other);
    expect(one?.length).toBeLessThanOrEqual(KEPT.name);
    expect(boundName(`${'L'.repeat(3_000)}1`)).toBe(one);
    expect(boundName('imdb tt0113277')).toBe('imdb tt0113277');
  });
});
