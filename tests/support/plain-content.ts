import { isLiveIntention } from '../../src/domain/intention.ts';
import { isLive } from '../../src/domain/rating.ts';
import { isLiveSource } from '../../src/domain/source-record.ts';
import type { TestContext } from './test-context.ts';

const OWN: ReadonlySet<string> = new Set(['id', 'createdAt', 'updatedAt', 'replacedAt']);

/** What the person has, by the names of things: without the ids and times under which it lies. */
export async function plainContent({ database }: TestContext): Promise<readonly string[]> {
  const items = await database.items.filter(({ deletedAt }) => deletedAt === undefined).toArray();
  const nameOf = new Map<string, string>(
    items.map(({ id, name, identifiers }) => [id, [name, ...identifiers].join(' ')]),
  );
  const plain = (table: string, record: object): string =>
    `${table} ${JSON.stringify(record, (key, value: unknown) =>
      OWN.has(key) ? undefined : key === 'itemId' ? (nameOf.get(value as string) ?? 'nowhere') : inOrder(value),
    )}`;
  return [
    ...items.map((item) => plain('item', item)),
    ...(await database.ratings.toArray()).filter(isLive).map((rating) => plain('rating', rating)),
    ...(await database.versions.toArray()).map((version) => plain('version', version)),
    ...(await database.sourceRecords.toArray()).filter(isLiveSource).map((record) => plain('source', record)),
    ...(await database.intentions.toArray()).filter(isLiveIntention).map((one) => plain('intention', one)),
  ].sort();
}

/** Whatever order its fields were written in. */
function inOrder(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
}
