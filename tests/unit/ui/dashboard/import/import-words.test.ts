// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { expect, it } from 'vitest';
import { letterboxdDiary } from '../../../../../src/transfer/importers/letterboxd-diary.ts';
import { letterboxdRatings } from '../../../../../src/transfer/importers/letterboxd-ratings.ts';
import { Gatherer } from '../../../../../src/transfer/gather.ts';
import { reasonText } from '../../../../../src/ui/dashboard/import/import-words.ts';
import { outcomesOf } from '../../../../contracts/importer-contract.ts';
import { tableOf } from '../../../../support/read-content.ts';

it('says of rows of a diary that do not tell which of two films they mean that they make one thing more', () => {
  const gatherer = new Gatherer();
  const ratings = tableOf(
    'Date,Name,Year,Letterboxd URI,Rating',
    '2020-02-01,Rain,2019,https://boxd.it/xDZ8,4',
    '2020-02-02,Rain,2019,https://boxd.it/l8jm,2',
  );
  const diary = tableOf(
    'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date',
    '2020-02-03,Rain,2019,https://boxd.it/e1,,,,2020-02-03',
    '2020-02-03,Rain,2019,https://boxd.it/e2,,,,2020-02-03',
  );
  for (const [file, [importer, content]] of [
    [letterboxdRatings, ratings] as const,
    [letterboxdDiary, diary] as const,
  ].entries()) {
    for (const outcome of outcomesOf(importer, content)) {
      gatherer.add(importer, file, outcome);
    }
  }
  const { things, remarks } = gatherer.finish();
  expect(things).toHaveLength(3);
  expect(things.at(-1)?.content).toMatchObject({ uses: [{ at: '2020-02-03' }], useCount: 2 });
  expect(remarks.map(({ reason }) => reason)).toEqual(['unclear', 'unclear']);
  expect(reasonText('unclear', false)).toBe(
    'More than one thing has this name, and the row doesn’t say which it means. With all rows that don’t say, it goes to one more thing of this name.',
  );
});
