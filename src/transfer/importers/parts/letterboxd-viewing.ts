import type { Use } from '../../../domain/source-record.ts';
import type { Outcome } from '../../entry.ts';
import { plainText } from '../../plain-text.ts';
import { readIso } from '../../read-date.ts';
import type { RowReader } from '../../row-reader.ts';
import { tagsOf } from './tags-of.ts';
import { whenOf } from './when-of.ts';
import { filmOf, LETTERBOXD_STARS } from './letterboxd.ts';
import type { Cell } from './read-rows.ts';

/**
 * One viewing, as the diary and the reviews both have it. What was seen on a day stands in both files, with the same day:
 * two equal uses of one film are one. A review without a day says that the film was seen, not when.
 */
export function readViewing(reader: RowReader, cell: Cell): Outcome {
  const film = filmOf(reader, cell);
  if (film === undefined) {
    return reader.skip('no-name', 'Name');
  }
  const watchedAt = reader.moment('Watched Date', cell('Watched Date'), readIso);
  const loggedAt = reader.moment('Date', cell('Date'), readIso);
  const given = reader.mark('Rating', cell('Rating'), LETTERBOXD_STARS);
  const text = reader.words('Review', plainText(cell('Review')));
  const use: Use = { ...whenOf(watchedAt), ...(/^yes$/iu.test(cell('Rewatch')) && { isRepeat: true }) };
  return reader.keep({
    ...film,
    content: {
      ...(given && { ratings: [{ given, ...whenOf(watchedAt ?? loggedAt) }] }),
      ...(text !== undefined && { text }),
      ...tagsOf(reader, 'Tags', cell('Tags').split(',')),
      uses: [use],
    },
  });
}
