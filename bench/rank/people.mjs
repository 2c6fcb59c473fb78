import { shuffled } from './random.mjs';

const PEOPLE = 150;
const ENOUGH_RATINGS = 50;
const FOLDS = 5;

/**
 * The people reported on: of those with 50 ratings or more, the 150 of the highest numbers.
 * This group, since the three simple ways come out there close to what was reported for 150 people not named.
 * All the others are for tuning: no constant of `src/policy/` was chosen by a look at the first.
 *
 * @param {Map<number, unknown[]>} people
 */
export function dividePeople(people) {
  const ids = [...people.keys()].sort((one, other) => one - other);
  const reported = ids.filter((id) => people.get(id).length >= ENOUGH_RATINGS).slice(-PEOPLE);
  return { reported, tuning: ids.filter((id) => !reported.includes(id)) };
}

/**
 * Five ways to hold out a fifth of one person's ratings, so that each rating is held out once.
 * Shuffled by the person's number, so that neither time nor the vendor's order tells anything.
 */
export function foldsOf(id, ratings) {
  const mixed = shuffled(ratings, id * 7919 + 17);
  return Array.from({ length: FOLDS }, (_, fold) => ({
    held: mixed.filter((_rating, index) => index % FOLDS === fold),
    known: mixed.filter((_rating, index) => index % FOLDS !== fold),
  }));
}
