/**
 * Google Takeout, reviews of places in Maps, in its present form and the one before 2023.
 *
 * Source:   takeout.google.com → Maps (your places); the reviews, a GeoJSON file whose name is translated
 * Sample:   tests/fixtures/imports/google-reviews.json (made up; fields as described by others, no real file seen)
 * Scale:    `five_star_rating_published` (before: `Star Rating`) 1 to 5 whole stars; absent means not rated
 * Dates:    `date` (before: `Published`): when it was published, UTC
 * Oddities: the place's number stands in its address, as a decimal `cid` or the second of two hexadecimal numbers;
 *           `questions` are answered by an option, several or stars. Street addresses and coordinates are dropped
 */
import { type Identifier, identifierOf } from '../../domain/identifier.ts';
import { type Outcome, thingOf } from '../entry.ts';
import type { Content, Importer } from '../importer.ts';
import { cellOf, elementsOf, fieldsOf } from '../json-values.ts';
import { readIso } from '../read-date.ts';
import { RowReader } from '../row-reader.ts';
import { whenOf } from '../when-of.ts';

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

export const googleReviews: Importer = {
  id: 'google-reviews',
  source: 'google',
  label: 'Google Maps reviews',

  // Places that were only saved have the same shape, without a mark or a text in any.
  recognises: (content) =>
    featuresOf(content).some((feature) => {
      const said = fieldsOf(fieldsOf(feature)['properties']);
      return FORMS.some(({ mark, text, address }) => address in said && (mark in said || text in said));
    }),

  *read(content) {
    for (const [index, feature] of featuresOf(content).entries()) {
      yield readReview(new RowReader(index + 1), fieldsOf(fieldsOf(feature)['properties']));
    }
  },
};

function featuresOf(content: Content): readonly unknown[] {
  return content.sort === 'json' ? elementsOf(fieldsOf(content.value)['features']) : [];
}

function readReview(reader: RowReader, said: Readonly<Record<string, unknown>>): Outcome {
  const form = FORMS.find(({ place, address }) => place in said || address in said) ?? FORMS[0];
  const place = fieldsOf(said[form.place]);
  const name = reader.name(form.name, cellOf(place[form.name]));
  if (name === '') {
    return reader.skip('no-name', form.name);
  }
  const given = reader.mark(form.mark, cellOf(said[form.mark]), STARS);
  const at = reader.moment(form.date, cellOf(said[form.date]), readIso);
  const text = reader.words(form.text, cellOf(said[form.text]));
  const others = answersOf(reader, said['questions']);
  if (given === undefined && text === undefined && others === undefined) {
    return reader.skip('says-nothing');
  }
  const number = placeNumber(cellOf(said[form.address]));
  return reader.keep({
    thing: number === undefined ? thingOf(name, cellOf(place[form.street])) : `cid ${number}`,
    facts: { kind: 'Place', name, identifiers: number === undefined ? [] : addressOf(number) },
    content: {
      ...(given && { ratings: [{ given, ...whenOf(at) }] }),
      ...(text !== undefined && { text }),
      ...(others && { others }),
    },
  });
}

/** The number Google gives a place, in decimal. */
function placeNumber(address: string): string | undefined {
  const [, decimal, hexadecimal] =
    /^https?:\/\/(?:[a-z]+\.)*google\.[a-z.]+\/[^\s]*(?:[?&]cid=([1-9]\d{0,19})(?!\d)|!1s0x[\da-f]{1,16}:0x([\da-f]{1,16})(?![\da-f]))/iu.exec(
      address.slice(0, 2_000),
    ) ?? [];
  const number = decimal ?? (hexadecimal === undefined ? '0' : BigInt(`0x${hexadecimal}`).toString());
  return number === '0' ? undefined : number;
}

/** The short address of a place; the long one holds coordinates. */
function addressOf(number: string): Identifier[] {
  const identifier = identifierOf('url', `https://maps.google.com/?cid=${number}`);
  return identifier === undefined ? [] : [identifier];
}

function answersOf(reader: RowReader, questions: unknown): Record<string, string> | undefined {
  const answers = elementsOf(questions).flatMap((element): [string, string][] => {
    const { question, selected_option: option, selected_options: options, rating } = fieldsOf(element);
    const name = reader.name('questions', cellOf(question));
    const chosen = cellOf(option) || elementsOf(options).map(cellOf).join(', ') || cellOf(rating);
    const answer = reader.words('questions', chosen);
    return name === '' || answer === undefined ? [] : [[name, answer]];
  });
  return answers.length === 0 ? undefined : Object.fromEntries(answers);
}
