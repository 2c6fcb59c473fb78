/**
 * Google Takeout, reviews of places in Maps, in its present form and the one before 2023.
 *
 * Source:   takeout.google.com → Maps (your places); the reviews, a GeoJSON file whose name is translated
 * Sample:   tests/fixtures/imports/google-reviews.json (made up; fields of real files of 2024 and 2025)
 * Scale:    `five_star_rating_published` (before: `Star Rating`) 1 to 5 whole stars; absent means not rated
 * Dates:    `date` (before: `Published`): when it was published, UTC
 * Oddities: the place's number stands in its address, as a decimal `cid` or the second of two hexadecimal numbers;
 *           `questions` are answered by an option, several or stars. Street addresses and coordinates are dropped
 */
import type { SourceContent } from '../../domain/source-record.ts';
import type { Outcome } from '../entry.ts';
import type { Content, Importer } from '../importer.ts';
import { readIso } from '../read-date.ts';
import { RowReader } from '../row-reader.ts';
import { placeAddress, placeNumber, placeThing } from './parts/google-place.ts';
import { cellsOf, isObject, listAt } from './parts/json-fields.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import type { Cell } from './parts/read-rows.ts';
import { whenOf } from './parts/when-of.ts';

const STARS = { best: 5, worst: 1 };

/** The names of the fields, in both forms. */
const FORMS = [
  {
    mark: 'five_star_rating_published',
    text: 'review_text_published',
    date: 'date',
    address: 'google_maps_url',
    place: 'location',
    name: 'name',
    street: 'address',
  },
  {
    mark: 'Star Rating',
    text: 'Review Comment',
    date: 'Published',
    address: 'Google Maps URL',
    place: 'Location',
    name: 'Business Name',
    street: 'Address',
  },
] as const;
type Form = (typeof FORMS)[number];

export const googleReviews: Importer = {
  id: 'google-reviews',
  source: 'google',

  // Places that were only saved have the same shape, without a mark or a text in any.
  recognises: (content) =>
    saidOf(content).some((said) =>
      FORMS.some(({ mark, text, address }) => has(said, address) && (has(said, mark) || has(said, text))),
    ),

  *read(content) {
    for (const [index, said] of saidOf(content).entries()) {
      yield readReview(new RowReader(index + 1), said);
    }
  },
};

/** What is said of each place of the file. */
function saidOf(content: Content): readonly unknown[] {
  const features = content.sort === 'json' ? listAt(content.value, 'features') : [];
  return features.map((feature) => fieldOf(feature, 'properties'));
}

function has(value: unknown, name: string): boolean {
  return isObject(value) && Object.hasOwn(value, name);
}

function fieldOf(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined;
}

function readReview(reader: RowReader, said: unknown): Outcome {
  const form = FORMS.find(({ place, address }) => has(said, place) || has(said, address)) ?? FORMS[0];
  const cell = cellsOf(said);
  const place = cellsOf(fieldOf(said, form.place));
  const name = reader.name(form.name, place(form.name) || cell('Title'));
  if (name === '') {
    return reader.skip('no-name', form.name);
  }
  const number = placeNumber(cell(form.address));
  return outcomeOf(reader, {
    thing: placeThing(number, name, place(form.street)),
    facts: { kind: 'Place', name, identifiers: placeAddress(number) },
    content: { ...wordsOf(reader, form, cell), ...answersOf(reader, listAt(said, 'questions')) },
  });
}

function wordsOf(reader: RowReader, form: Form, cell: Cell): SourceContent {
  const given = reader.mark(form.mark, cell(form.mark), STARS);
  const at = reader.moment(form.date, cell(form.date), readIso);
  const text = reader.words(form.text, cell(form.text));
  return {
    ...(given && { ratings: [{ given, ...whenOf(at) }] }),
    ...(text !== undefined && { text }),
  };
}

function answersOf(reader: RowReader, questions: readonly unknown[]): Pick<SourceContent, 'others'> {
  const answers = questions.flatMap((element): [string, string][] => {
    const cell = cellsOf(element);
    const options = listAt(element, 'selected_options').filter((option) => typeof option === 'string');
    const name = reader.name('questions', cell('question'));
    const answer = reader.words('questions', cell('selected_option') || options.join(', ') || cell('rating'));
    return name === '' || answer === undefined ? [] : [[name, answer]];
  });
  // One word may be asked twice: `Service` for how one was served, and for how well.
  const others = new Map<string, string>();
  for (const [name, answer] of answers) {
    const known = others.get(name);
    others.set(name, known === undefined ? answer : `${known}; ${answer}`);
  }
  return others.size === 0 ? {} : { others: Object.fromEntries(others) };
}
