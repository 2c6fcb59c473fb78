import type { GivenNeed } from '../domain/grant.ts';
import { addToTaste } from '../policy/build-taste.ts';
import { minimiseRatings } from '../policy/minimise.ts';
import { rankBasis } from '../policy/rank-basis.ts';
import { emptyTaste, type Taste } from '../policy/taste.ts';
import { RevisionCache } from '../store/cache.ts';
import type { Database } from '../store/database.ts';
import { fingerprint } from '../store/fingerprint.ts';
import { read } from '../store/read.ts';
import { ratingsRevision } from '../store/revision.ts';
import { ratedItems } from '../store/rated-chunks.ts';
import { keepTaste, keptTaste } from '../store/kept-taste.ts';

/** Scopes whose taste is kept in memory: a few vendors that order at the same time. */
const SCOPES = 4;

const caches = new WeakMap<Database, RevisionCache<string, Taste>>();

/**
 * The person's taste as far as an order under these needs may know it, and what of the ratings it is: it holds while
 * `changedAt` stays. Learned once after each change of ratings or items, by a walk over all of them; kept in memory, and
 * the last one in the database for when the background has slept.
 */
export async function tasteFor(
  database: Database,
  needs: readonly GivenNeed[],
): Promise<{ taste: Taste; changedAt: string }> {
  const basis = rankBasis(needs).filter(({ collection }) => collection === 'ratings');
  const scopeKey = fingerprint({ basis });
  const cache = caches.get(database) ?? new RevisionCache<string, Taste>(SCOPES);
  caches.set(database, cache);
  const learned = await read(database, ['meta', 'ratings', 'items'], async () => {
    const changedAt = await ratingsRevision(database);
    const known = cache.get(changedAt, scopeKey) ?? (await keptTaste<Taste>(database, changedAt, scopeKey));
    return { changedAt, isNew: !known, taste: known ?? (await learn(database, basis)) };
  });
  const { taste, changedAt, isNew } = learned;
  cache.set(changedAt, scopeKey, taste);
  if (isNew) {
    await keepTaste(database, { changedAt, scopeKey, taste });
  }
  return { taste, changedAt };
}

async function learn(database: Database, basis: readonly GivenNeed[]): Promise<Taste> {
  const taste = emptyTaste();
  if (basis.length === 0) {
    return taste;
  }
  for await (const chunk of ratedItems(database)) {
    for (const { item, rating } of minimiseRatings(chunk, basis)) {
      addToTaste(taste, { ...item, value: rating.value });
    }
  }
  return taste;
}
