import { chooseSite } from '../../src/app/choose-site.ts';
import { deleteRating } from '../../src/app/delete-rating.ts';
import { rateItem } from '../../src/app/rate-item.ts';
import { savePreference } from '../../src/app/save-preference.ts';
import { newRecordId } from '../../src/domain/ids.ts';
import { readMoment } from '../../src/domain/moment.ts';
import { sourceRecordId } from '../../src/domain/source-record.ts';
import { write } from '../../src/store/write.ts';
import { CINEMA, film, id, product, stars } from './samples.ts';
import type { TestContext } from './test-context.ts';

/** A store with something in nearly every table: ratings with words and history, a join, a deletion, sources, wishes. */
export async function fillStore(context: TestContext): Promise<void> {
  const { clock } = context;
  const rate = (number: number, mark: number) => {
    clock.advance(1_000);
    return rateItem(context, {
      facts: film(number, { creators: ['A. Maker'], year: 1999, genres: ['Drama'] }),
      given: stars(mark),
      text: `Words on ${number}: "quoted", \u2028 and \ud83d\ude00`,
      tags: ['evening', 'b'],
      ratedAt: readMoment('2021-03')!,
    });
  };
  const { item } = await rate(1, 4.5);
  await rate(2, 3);
  await rate(2, 2);
  const gone = await rate(3, 1);
  await deleteRating(context, { itemIds: [gone.item.id] });
  await rateItem(context, { facts: product('Kettle', 'sku:shop.example/K1'), given: stars(2) });
  await rateItem(context, { facts: product('Kettle 2', 'gtin:04006381333931'), given: stars(5) });
  clock.advance(1_000);
  await rateItem(context, {
    facts: product('Kettle', 'sku:shop.example/K1', 'gtin:04006381333931'),
    given: { value: 7, best: 10, worst: 1 },
  });
  await savePreference(context, { key: 'diet', value: 'vegan', strength: 'must', isPrivate: true });
  await chooseSite(context, { origin: CINEMA, connect: false });
  clock.advance(1_000);
  const nowMs = clock.nowMs();
  await write(
    context.database,
    { tables: ['sourceRecords', 'intentions', 'refusedJoins', 'imports', 'settings'], nowMs },
    async (writer) => {
      const written = { createdAt: writer.stamp, updatedAt: writer.stamp };
      await writer.put('sourceRecords', {
        id: sourceRecordId('letterboxd', 'film 1 (1999)'),
        itemId: item.id,
        source: 'letterboxd',
        facts: film(1),
        content: {
          ratings: [{ given: stars(4.5), at: readMoment('2020-02-03')! }],
          note: 'for me alone',
          uses: [{ at: readMoment('2020-02-03')! }, { at: readMoment('2021-05-06')!, isRepeat: true }],
          others: { mood: 'dark' },
        },
        ...written,
      });
      await writer.put('intentions', {
        id: newRecordId(nowMs),
        itemId: item.id,
        source: 'person',
        note: 'again',
        wantedAt: readMoment('2022')!,
        ...written,
      });
      const [one, other] = [newRecordId(nowMs), newRecordId(nowMs)].sort();
      await writer.put('refusedJoins', { key: `${one!} ${other!}` as never, updatedAt: writer.stamp });
      await writer.put('imports', {
        id: newRecordId(nowMs),
        atMs: nowMs,
        journalId: newRecordId(nowMs),
        sources: ['letterboxd'],
        files: ['letterboxd.zip'],
        counts: {
          rows: 1,
          skipped: 0,
          ratings: 1,
          reviews: 0,
          intentions: 0,
          likes: 0,
          owned: 0,
          seen: 2,
          added: 0,
          changed: 1,
          joined: 0,
          same: 0,
        },
      });
      await writer.put('settings', { key: 'mapping', value: { columns: ['a', null, 1] } });
    },
  );
  await rateItem(context, {
    facts: { ...film(9), identifiers: [id('imdb:tt0000009'), id('tmdb:movie/9')] },
    given: stars(4),
  });
}
