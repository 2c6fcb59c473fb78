import type { Use } from '../../../domain/source-record.ts';
import type { Outcome } from '../../entry.ts';
import { names } from '../../names.ts';
import { plainText } from '../../plain-text.ts';
import { readIso } from '../../read-date.ts';
import type { RowReader } from '../../row-reader.ts';
import { whenOf } from '../../when-of.ts';
import { filmOf, LETTERBOXD_STARS } from './letterboxd.ts';
import type { Cells } from './rows-of.ts';

/**
 * One viewing, as the diary and the reviews both have it. What was seen on a day stands in both files, with the same day:
 * two equal uses of one film are one. A review without a day says that the film was seen, not when.
 */
export function readViewing(reader: RowReader, cells: Cells): Outcome {
  const film = filmOf(reader, cells);
  if (film === undefined) {
    return reader.skip('no-name', 'Name');
  }
  const watchedAt = reader.moment('Watched Date', cells('Watched Date'), readIso);
  const loggedAt = reader.moment('Date', cells('Date'), readIso);
  const given = reader.mark('Rating', cells('Rating'), LETTERBOXD_STARS);
  const text = reader.words('Review', plainText(cells('Review')));
  const tags = names(reader.name('Tags', cells('Tags')).split(','));
  const use: Use = { ...whenOf(watchedAt), ...(/^yes$/iu.test(cells('Rewatch')) && { isRepeat: true }) };
  return reader.keep({
    ...film,
    content: {
      ...(given && { ratings: [{ given, ...whenOf(watchedAt ?? loggedAt) }] }),
      ...(text !== undefined && { text }),
      ...(tags.length > 0 && { tags }),
      uses: [use],
    },
  });
}
