/**
 * Google Takeout, places that were saved in Maps: the starred ones, and the lists a person made.
 *
 * Source:   takeout.google.com → Maps (your places), a GeoJSON file whose name is translated; Saved, a CSV for each list
 * Sample:   tests/fixtures/imports/google-saved.csv (made up; columns and fields of real files of 2018 and 2025)
 * Scale:    none: what a list is of has to be asked
 * Dates:    `date` (before: `Published`): when it was starred, UTC. The lists have none
 * Oddities: the columns' names are translated, but `URL`; a list may begin with what it is about and a blank line, and has an
 *           empty row behind its header. What has no name is a point on the map. Addresses and coordinates are dropped
 */
import type { Outcome } from '../entry.ts';
import type { Content, Importer } from '../importer.ts';
import { names } from '../names.ts';
import { readIso } from '../read-date.ts';
import { RowReader } from '../row-reader.ts';
import type { Table } from '../table.ts';
import { googleReviews } from './google-reviews.ts';
import { placeAddress, placeNumber, placeThing } from './parts/google-place.ts';
import { cellsOf, fieldsOf, type JsonObject, listAt } from './parts/json-fields.ts';
import { LIST_CHOICES, listedAs, suggestedByPath } from './parts/listed-as.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import { type Cell, readRows } from './parts/read-rows.ts';
import { tagsOf } from './parts/tags-of.ts';

/** Where each column of a list stands. Only `URL` is called the same everywhere. */
const URL_AT = 2;
const ADDRESS = /^https?:\/\/(?:www\.|maps\.)?(?:google\.[a-z.]+\/maps|google\.[a-z.]+\/\?cid=|app\.goo\.gl)\b/iu;
/** As far as a list is looked into for a place. */
const MOST_LOOKED_AT = 50;

export const googleSaved: Importer = {
  id: 'google-saved',
  source: 'google',

  recognises: (content) =>
    content.sort === 'table'
      ? isList(content.table)
      : starsOf(content).length > 0 && !googleReviews.recognises(content),

  questions: (_content, path) => [{ id: 'list', choices: LIST_CHOICES, ...suggestedByPath(path) }],

  *read(content, { answers }) {
    if (content.sort === 'table' && isList(content.table)) {
      const { header } = content.table;
      yield* readRows(content, (reader, cell) => readListed(reader, cell, header, answers.list));
    }
    for (const [index, star] of starsOf(content).entries()) {
      yield readStar(new RowReader(index + 1), star, answers.list);
    }
  },
};

function isList({ header, rows }: Table): boolean {
  return (
    header[URL_AT] === 'URL' &&
    (header.length === 4 || header.length === 5) &&
    rows.slice(0, MOST_LOOKED_AT).some(({ cells }) => ADDRESS.test(cells[URL_AT] ?? ''))
  );
}

function readListed(reader: RowReader, cell: Cell, header: readonly string[], list: string | undefined): Outcome {
  const [title = '', note = '', url = ''] = header;
  const comment = header.at(-1) ?? '';
  const name = reader.name(title, cell(title));
  if (name === '') {
    return reader.skip('no-name', title);
  }
  const number = placeNumber(cell(url));
  const words = reader.words(
    note,
    names([cell(note), cell(comment)]).length > 1 ? `${cell(note)}\n\n${cell(comment)}` : cell(note) || cell(comment),
  );
  return outcomeOf(reader, {
    thing: placeThing(number, name, ''),
    facts: { kind: 'Place', name, identifiers: placeAddress(number) },
    content: {
      ...listedAs(list, undefined, [note, words]),
      ...(header.length === 5 && tagsOf(reader, header[3] ?? '', cell(header[3] ?? '').split(/[,;]/u))),
    },
  });
}

/** What is said of each place of a file of stars; nothing of a file of something else. */
function starsOf(content: Content): readonly JsonObject[] {
  const features = content.sort === 'json' ? listAt(content.value, 'features') : [];
  const said = features.map((feature) => fieldsOf(fieldsOf(feature)?.['properties']) ?? {});
  return said.some((star) => Object.hasOwn(star, 'google_maps_url') || Object.hasOwn(star, 'Google Maps URL'))
    ? said
    : [];
}

function readStar(reader: RowReader, star: JsonObject, list: string | undefined): Outcome {
  const cell = cellsOf(star);
  const place = cellsOf(star['location'] ?? star['Location']);
  const name = reader.name('name', place('name') || place('Business Name') || cell('Title'));
  if (name === '') {
    return reader.skip('no-name', 'name');
  }
  const at = reader.moment('date', cell('date') || cell('Published'), readIso);
  const number = placeNumber(cell('google_maps_url') || cell('Google Maps URL'));
  return outcomeOf(reader, {
    thing: placeThing(number, name, place('address') || place('Address')),
    facts: { kind: 'Place', name, identifiers: placeAddress(number) },
    content: listedAs(list, at),
  });
}
