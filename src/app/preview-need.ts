import type { Need, RatingField } from '../domain/ask.ts';
import type { Preference } from '../domain/preference.ts';
import type { Rating } from '../domain/rating.ts';
import { type MinimalRating, minimisePreferences, minimiseRatings } from '../policy/minimise.ts';
import { rangeOfNeeds } from '../policy/narrow-needs.ts';
import { rankBasis } from '../policy/rank-basis.ts';
import type { Database } from '../store/database.ts';
import { countRatings, type RatingPlace, scanRatings } from '../store/scan-ratings.ts';
import type { NeedPreview, PreviewRecord } from './ask-preview.ts';
import { saidOfMark, saidOfPreference } from './said.ts';
import { withItems } from './with-items.ts';

/** Records shown one by one. */
const SHOWN = 500;

type Preview = Omit<NeedPreview, 'need'>;

/** What a need for ratings reaches; inside a transaction over `ratings` and `items`. */
export async function previewRatings(database: Database, need: Need): Promise<Preview> {
  const [basis = need] = need.derive === 'rank' ? rankBasis([need]) : [need];
  const range = rangeOfNeeds([basis]);
  const { min, max } = basis.filter ?? {};
  const isByMark = min !== undefined || max !== undefined;
  const records: PreviewRecord[] = [];
  let count = 0;
  let after: RatingPlace | undefined;
  do {
    const { ratings, last } = await scanRatings(database, range, { after, limit: SHOWN });
    const given = minimiseRatings(await withItems(database, ratings), [basis]);
    count += given.length;
    records.push(...given.slice(0, SHOWN - records.length).map(ratingRecord));
    after = last;
    // No index knows how many have such a mark; how many there are of a kind or time, it does.
  } while (after && (isByMark || records.length < SHOWN));
  return { count: isByMark || !after ? count : await countRatings(database, range), records };
}

export function previewPreferences(preferences: readonly Preference[], need: Need): Preview {
  const [basis = need] = need.derive === 'rank' ? rankBasis([need]) : [need];
  const given = minimisePreferences(preferences, [basis]).map(({ preference }) => preference);
  const sorted = given.sort((left, right) => (left.key === right.key ? 0 : left.key < right.key ? -1 : 1));
  return { count: sorted.length, records: sorted.slice(0, SHOWN).map(preferenceRecord) };
}

function ratingRecord({ item, rating, fields }: MinimalRating): PreviewRecord {
  const told = toldOf(rating);
  return {
    id: item.id,
    name: item.name,
    kind: item.kind,
    said: saidOfMark(rating.given),
    fields: Object.fromEntries(fields.map((field) => [field, told[field]] as const).filter(([, text]) => text !== '')),
  };
}

/** Each field as a line of text; empty when the person said nothing there. */
function toldOf({ ratedAt, text = '', tags = [], aspects = [] }: Rating): Record<RatingField, string> {
  return {
    dateCreated: ratedAt,
    reviewBody: text,
    keywords: tags.join(', '),
    reviewAspect: aspects.map(({ name, given }) => `${name} ${saidOfMark(given)}`).join(', '),
  };
}

function preferenceRecord(preference: Preference): PreviewRecord {
  const { id, key, strength, kinds } = preference;
  return { id, name: key, said: saidOfPreference(preference), fields: { strength }, ...(kinds && { kinds }) };
}
