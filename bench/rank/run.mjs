/**
 * How well `rank` orders what a person has not rated yet, on MovieLens' small set (see bench/rank/people.mjs for whom).
 *
 *   npm run bench:rank             the people reported on; fails below 72 %
 *   npm run bench:rank -- --tune   the others: the only ones to look at while changing a constant
 */
import { existsSync } from 'node:fs';
import { baselines } from './baselines.mjs';
import { printCost } from './cost.mjs';
import { Crowd } from './crowd.mjs';
import { loadPolicy } from './load-policy.mjs';
import { readMovieLens } from './movielens.mjs';
import { orderedRight } from './ordered-right.mjs';
import { dividePeople, foldsOf } from './people.mjs';

const HOLD_PERCENT = 72;
const data = new URL('../../../shared/imports/movielens-small-GroupLens/', import.meta.url);
/** What each way to order is called, and what it is expected to reach with this set-up, in percent. */
const WAYS = {
  average: ["the vendor's average alone, shrunk by 5", 69.7],
  genres: ["the person's genres alone", 60.7],
  sum: ['plain sum of the two', 71.1],
  rank: ['rank()', undefined],
};

await main();

async function main() {
  if (!existsSync(new URL('ratings.csv', data))) {
    console.error(
      'bench:rank needs the MovieLens small set at ../shared/imports/movielens-small-GroupLens: not there.',
    );
    process.exitCode = 1;
    return;
  }
  const policy = await loadPolicy();
  const { films, people } = readMovieLens(data);
  const { reported, tuning } = dividePeople(people);
  const isTuning = process.argv.includes('--tune');
  const ids = isTuning ? tuning : reported;
  describe(isTuning, ids.length, tuning.length);

  const shares = measure({ policy, films, people, ids });
  const reached = printShares(shares);
  printCost(policy);

  if (!isTuning) {
    const holds = reached >= HOLD_PERCENT;
    console.log(`\n${holds ? 'Holds' : 'FAILS'}: rank() ${reached.toFixed(2)} %, to hold ${HOLD_PERCENT} %.`);
    process.exitCode = holds ? 0 : 1;
  }
}

function describe(isTuning, count, tuningCount) {
  console.log(
    isTuning
      ? `TUNING on ${count} people who are not reported on.`
      : `${count} people (highest numbers with 50 ratings or more). The constants were chosen on the other ${tuningCount}.`,
  );
  console.log("A fifth of each one's ratings held out, five times over, so that each is held out once; seeded.");
  console.log('Pairs of held-out films with different ratings, of all people together, put in the right order:');
}

/** @returns for each way to order, one `{ right, pairs, ofPeople }` for each of the five folds */
function measure({ policy, films, people, ids }) {
  const crowd = new Crowd(people);
  const shares = Object.fromEntries(Object.keys(WAYS).map((way) => [way, []]));
  for (const id of ids) {
    for (const [fold, { held, known }] of foldsOf(id, people.get(id)).entries()) {
      const scores = baselines({ held, known, films, crowd });
      scores.rank = scoresOfRank({ policy, held, known, films, crowd });
      for (const way of Object.keys(WAYS)) {
        const { right, pairs } = orderedRight(held, scores[way]);
        const share = (shares[way][fold] ??= { right: 0, pairs: 0, ofPeople: [] });
        share.right += right;
        share.pairs += pairs;
        if (pairs > 0) {
          share.ofPeople.push((100 * right) / pairs);
        }
      }
    }
  }
  return shares;
}

/** Asks as a vendor would, with what the wire carries: the year only as a part of the name. */
function scoresOfRank({ policy, held, known, films, crowd }) {
  const taste = policy.buildTaste(
    known.map(({ film, value }) => ({
      kind: 'Movie',
      value,
      genres: films.get(film).genres,
      ...yearOf(films.get(film).title),
      identifiers: [],
    })),
  );
  const items = held.map((rating) => {
    const { title, genres } = films.get(rating.film);
    const average = crowd.averageWithout(rating);
    return { name: title, kind: 'Movie', genre: genres, ...(average && { average }) };
  });
  const { order } = policy.rank({ items, taste, direct: new Map(), preferences: [] });
  const scores = [];
  order.forEach((index, place) => {
    scores[index] = -place;
  });
  return scores;
}

/** An importer reads the year from the title; so does this. */
function yearOf(title) {
  const digits = /\((\d{4})\)\s*$/u.exec(title)?.[1];
  return digits && { year: Number(digits) };
}

function printShares(shares) {
  let reached = 0;
  for (const [way, [label, expected]] of Object.entries(WAYS)) {
    const folds = shares[way].map(({ right, pairs }) => (100 * right) / pairs);
    const right = shares[way].reduce((sum, each) => sum + each.right, 0);
    const pairs = shares[way].reduce((sum, each) => sum + each.pairs, 0);
    reached = (100 * right) / pairs;
    const range = `${Math.min(...folds).toFixed(1)}–${Math.max(...folds).toFixed(1)}`;
    const beside = expected === undefined ? '' : `   (reported elsewhere: ${expected})`;
    const ofPeople = shares[way].flatMap((share) => share.ofPeople);
    const mean = ofPeople.reduce((sum, each) => sum + each, 0) / ofPeople.length;
    console.log(
      `  ${label.padEnd(40)} ${reached.toFixed(2)} %   folds ${range}   each person alike ${mean.toFixed(1)}${beside}`,
    );
  }
  console.log(`  over ${shares.rank.reduce((sum, { pairs }) => sum + pairs, 0).toLocaleString('en')} pairs`);
  return reached;
}
