import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifierOf, type Identifier } from '../../../../src/domain/identifier.ts';
import type { Intention } from '../../../../src/domain/intention.ts';
import { localDay } from '../../../../src/domain/local-day.ts';
import type { Moment } from '../../../../src/domain/moment.ts';
import type { Rating } from '../../../../src/domain/rating.ts';
import { commonValue } from '../../../../src/domain/scale.ts';
import type { SourceContent } from '../../../../src/domain/source-record.ts';
import { parseTable } from '../../../../src/transfer/csv.ts';
import type { ExportThing, LossReason } from '../../../../src/transfer/exporter.ts';
import { EXPORTERS } from '../../../../src/transfer/exporters/index.ts';
import { Gatherer, type GatheredThing } from '../../../../src/transfer/gather.ts';
import { recogniseFile } from '../../../../src/transfer/recognise-file.ts';
import { outcomesOf } from '../../../contracts/importer-contract.ts';
import { thing } from '../../../support/export-things.ts';

const WORDS = ['sea', 'M, "a film"', '=1+1', "it's", 'a & <b>', 'Ünï', 'two words', '-30-', 'x; y', '&amp;'] as const;
const words = fc.constantFrom(...WORDS);
const text = fc
  .array(fc.constantFrom(...WORDS, '\n', 'End.'), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(' '));
const day = fc.constantFrom('2020-02-03', '2021-05-06', '2024-03-09', '1999-12-31');
const moment = fc
  .oneof({ weight: 4, arbitrary: day }, fc.constantFrom('2019', '2019-07', '2022-01-02T20:00:00.000Z'))
  .map((at) => at as Moment);
const tags = fc.uniqueArray(fc.oneof(words, fc.constantFrom('read', 'to-read')), { minLength: 1, maxLength: 3 });
const given = fc.oneof(
  fc.integer({ min: 1, max: 10 }).map((value) => ({ value, best: 10, worst: 1 })),
  fc.integer({ min: 1, max: 10 }).map((half) => ({ value: half / 2, best: 5, worst: 0.5 })),
  fc.integer({ min: 1, max: 20 }).map((quarter) => ({ value: quarter / 4, best: 5, worst: 0.25 })),
  fc.integer({ min: 1, max: 5 }).map((value) => ({ value, best: 5, worst: 1 })),
  fc.integer({ min: 0, max: 100 }).map((value) => ({ value, best: 100, worst: 0 })),
);
const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined });
const present = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

const source = fc
  .record({
    text: maybe(text),
    tags: maybe(tags),
    note: maybe(text),
    uses: maybe(
      fc.array(fc.record({ at: maybe(moment), isRepeat: maybe(fc.constant(true)) }).map(present), {
        minLength: 1,
        maxLength: 3,
      }),
    ),
    useCount: maybe(fc.integer({ min: 2, max: 5 })),
    liked: maybe(fc.constant({})),
    owned: maybe(fc.record({ count: maybe(fc.integer({ min: 1, max: 3 })), at: maybe(moment) }).map(present)),
    others: maybe(
      fc.oneof(
        fc.constant({ List: 'Best' }),
        fc
          .record({
            'Date Added': maybe(fc.constantFrom('2011/01/02', '2024/03/09')),
            'Exclusive Shelf': maybe(fc.constantFrom('currently-reading', 'to-read', 'abandoned')),
            Spoiler: maybe(fc.constant('true')),
          })
          .map(present),
      ),
    ),
  })
  .map((content) => present(content) as SourceContent);

const things = fc
  .record({
    kind: fc.constantFrom('Movie', 'Book', 'TVSeries'),
    name: words,
    creators: maybe(fc.uniqueArray(words, { minLength: 1, maxLength: 2 })),
    identifiers: fc.subarray([
      'isbn:9780141439600',
      'goodreads:101',
      'imdb:tt0022100',
      'tmdb:movie/832',
      'boxd:2bLg',
      'storygraph:7a1f1a52-3c7c-4a35-9d7f-0c3c2c6b8a11',
    ]),
    rating: maybe(
      fc.record({ given, at: maybe(moment), text: maybe(text), tags: maybe(tags) }).map(({ given, at, ...said }) => ({
        given,
        value: commonValue(given),
        ...(at === undefined ? { isUndated: true } : { ratedAt: at }),
        ...present(said),
      })),
    ),
    wanted: maybe(fc.record({ wantedAt: maybe(moment), note: maybe(words) }).map(present)),
    sources: fc.array(source, { maxLength: 2 }),
    hasHistory: fc.boolean(),
  })
  .map(({ kind, name, creators, identifiers, rating, wanted, sources, hasHistory }): ExportThing => {
    const { rating: one, ...whole } = thing(
      { kind, name, identifiers: identifiers as unknown as Identifier[], ...(creators && { creators }) },
      rating as Partial<Rating>,
      { sources, hasHistory, ...(wanted && { intention: wanted as Intention }) },
    );
    return { ...whole, ...(creators && { directors: creators }), ...(rating && one && { rating: one }) };
  });

/** A day of a moment, if it has one. */
const dayOf = (at: Moment | undefined): string | undefined =>
  at !== undefined && at.length >= 10 ? localDay(at) : undefined;
const sorted = (texts: Iterable<string>): string[] => [...new Set(texts)].sort();
const plain = (one: string): string => one.replace(/\s+/gu, ' ').trim();

function firstOther(sources: readonly SourceContent[], name: string): string | undefined {
  return sources.flatMap(({ others }) => others?.[name] ?? [])[0];
}

/** Of what nobody said something else may stand there: the nearest known day, what one use counts as. */
const NEAREST = ['day of the mark', 'wanted since', 'day added', 'shelf', 'how often', 'days of use', 'seen', 'copies'];

/** What must be there again, unless the report has named it: by the reasons that name it. */
function saidOf({
  rating,
  sources,
  intention,
  hasHistory,
}: ExportThing): [what: string, by: LossReason[], said: unknown][] {
  const ratedAt = rating && !rating.isUndated ? rating.ratedAt : undefined;
  const isRead = rating !== undefined || sources.some(({ uses, useCount }) => uses ?? useCount !== undefined);
  const uses = sources.flatMap((one) => one.uses ?? []);
  const allTags = [...(rating?.tags ?? []), ...sources.flatMap((one) => one.tags ?? [])];
  const texts = sorted(
    [rating?.text, ...sources.map((one) => one.text)].map((one = '') => plain(one)).filter((one) => one !== ''),
  );
  const counts = sources.map((one) => Math.max(one.useCount ?? 0, (one.uses ?? []).length));
  return [
    ['mark', ['rounded'], rating && commonValue(rating.given)],
    ['day of the mark', ['date-left-out'], dayOf(ratedAt)],
    ['part of a day', ['date-left-out'], ratedAt !== undefined && ratedAt.length < 10 ? 'lost' : undefined],
    ['texts', ['text-left-out'], texts.length > 0 ? texts : undefined],
    ['tags', ['tags-left-out', 'comma-replaced'], allTags.length > 0 ? sorted(allTags.map(plain)) : undefined],
    ['notes', ['note-left-out'], sources.flatMap(({ note }) => note ?? []).length > 0 || undefined],
    [
      'days of use',
      ['uses-left-out', 'date-left-out'],
      uses.some(({ at }) => at) ? sorted(uses.flatMap(({ at }) => dayOf(at) ?? [])) : undefined,
    ],
    // Of what is marked a mark says as much to the services.
    ['seen', [], (rating === undefined && sources.some(({ uses: some, useCount }) => some ?? useCount)) || undefined],
    ['how often', ['uses-left-out', 'date-left-out'], Math.max(0, ...counts) > 1 ? Math.max(...counts) : undefined],
    ['likes', ['like-left-out'], sources.some(({ liked }) => liked) || undefined],
    ['owned', ['owned-left-out'], sources.some(({ owned }) => owned) || undefined],
    [
      'copies',
      ['owned-left-out'],
      Math.max(0, ...sources.map(({ owned }) => owned?.count ?? 0)) > 1
        ? Math.max(...sources.map(({ owned }) => owned?.count ?? 0))
        : undefined,
    ],
    ['owned since', ['owned-left-out', 'date-left-out'], sources.some(({ owned }) => owned?.at) ? 'since' : undefined],
    [
      'others',
      ['others-left-out'],
      sources.some(({ others }) => others?.['List'] !== undefined || others?.['Spoiler'] !== undefined) || undefined,
    ],
    ['day added', ['others-left-out'], firstOther(sources, 'Date Added')?.replaceAll('/', '-')],
    ['shelf', ['others-left-out'], firstOther(sources, 'Exclusive Shelf')],
    ['wish', ['wish-left-out'], intention !== undefined || undefined],
    ['wanted since', ['wish-left-out', 'date-left-out'], isRead ? undefined : dayOf(intention?.wantedAt)],
    ['note of the wish', ['wish-left-out', 'note-left-out'], intention?.note],
    ['earlier marks', ['history-left-out'], hasHistory || undefined],
  ];
}

function backOf({ content }: GatheredThing): Record<string, unknown> {
  const mark = content.ratings?.at(-1);
  const uses = content.uses ?? [];
  return {
    mark: mark && commonValue(mark.given),
    'day of the mark': mark?.at,
    texts: content.text === undefined ? undefined : [plain(content.text)],
    tags: content.tags && sorted(content.tags.map(plain)),
    notes: content.note !== undefined || undefined,
    'days of use': sorted(uses.flatMap(({ at }) => dayOf(at) ?? [])),
    seen: (content.uses ?? content.useCount) !== undefined || undefined,
    'how often': Math.max(content.useCount ?? 0, uses.length),
    likes: content.liked !== undefined || undefined,
    owned: content.owned !== undefined || undefined,
    copies: content.owned?.count,
    'owned since': content.owned?.at && 'since',
    others: content.others?.['List'] !== undefined || content.others?.['Spoiler'] !== undefined || undefined,
    'day added': content.others?.['Date Added']?.replaceAll('/', '-') ?? content.wanted?.at ?? mark?.at,
    shelf: content.others?.['Exclusive Shelf'] ?? (content.wanted && 'to-read'),
    wish: content.wanted !== undefined || undefined,
    'wanted since': content.wanted?.at,
    'note of the wish': content.wanted?.note,
  };
}

describe.each(EXPORTERS)('$id, read back by our own importer', (exporter) => {
  const back = (one: ExportThing) => {
    const { csv, rows, losses } = exporter.write([one]);
    const table = parseTable(csv);
    const content = { sort: 'table', table } as const;
    const importer = recogniseFile(content);
    const gatherer = new Gatherer();
    for (const outcome of importer ? outcomesOf(importer, content) : []) {
      gatherer.add(importer!, 0, outcome);
    }
    return { rows, reasons: losses.map(({ reason }) => reason), importer, ...gatherer.finish() };
  };

  it('has all again that the report does not name, and nothing else', () => {
    fc.assert(
      fc.property(things, (one) => {
        const { rows, reasons, importer, things: gathered, remarks } = back(one);
        if (rows === 0) {
          expect(
            reasons.some((reason) => ['other-kind', 'not-rated', 'no-identifier', 'wish-left-out'].includes(reason)),
          ).toBe(true);
          return;
        }
        expect(importer).toBeDefined();
        expect(remarks).toEqual([]);
        expect(gathered).toHaveLength(1);
        const [again] = gathered as [GatheredThing];
        expect(again.facts.name).toBe(one.item.name);
        expect(
          one.item.identifiers.map((id) => identifierOf(id.split(':')[0] as 'imdb', id.slice(id.indexOf(':') + 1))),
        ).toEqual(expect.arrayContaining(again.facts.identifiers as Identifier[]));
        const now = backOf(again);
        for (const [what, by, said] of saidOf(one)) {
          const isNamed = by.some((reason) => reasons.includes(reason));
          if (said !== undefined && !isNamed) {
            expect([what, now[what]]).toEqual([what, said]);
          }
          // Where nobody knows when a mark was given, the day it was seen or read comes nearest, as the importers say.
          if (said === undefined && !NEAREST.includes(what)) {
            expect([what, now[what]]).toEqual([what, undefined]);
          }
        }
      }),
      { numRuns: 400, seed: 7 },
    );
  });
});
