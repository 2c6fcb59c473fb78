import { type Identifier, schemeOf } from '../domain/identifier.ts';
import type { Entry } from './entry.ts';

/** What it needs to know of a row. */
export type NamedRow = Pick<Entry, 'content' | 'ownId'>;

/** Rows of one thing among those of one name. */
export interface Apart<Row> {
  /** What stands behind the name so that its record is another one; empty for the thing that keeps the name alone. */
  readonly suffix: string;
  readonly rows: Row[];
  /** They don't tell which thing they mean. */
  readonly isUnclear: boolean;
}

/**
 * Tells things of one name apart by what the source itself calls them; one thing where it calls nothing by two words.
 * Words of two schemes (`boxd:`, `letterboxd:`) do not contradict each other.
 *
 * A row that does not tell which it means is never guessed, with one exception: of things of which one alone was seen or
 * rated, a row that says it was means that one. That one keeps the name alone, as in files that know of no other.
 */
export function tellApart<Row extends NamedRow>(rows: readonly Row[]): Apart<Row>[] {
  const telling = tellingIds(rows);
  if (telling.size === 0) {
    return [{ suffix: '', rows: [...rows], isUnclear: false }];
  }
  const parts = new Map([...telling].map((ownId): [Identifier, Row[]] => [ownId, []]));
  const seenIds = new Set(
    rows
      .filter(isSeen)
      .flatMap(({ ownId }) => ownId ?? [])
      .filter((ownId) => telling.has(ownId)),
  );
  const [only] = seenIds.size === 1 ? seenIds : [];
  const unclear: Row[] = [];
  for (const row of rows) {
    const meant = row.ownId !== undefined && telling.has(row.ownId) ? row.ownId : isSeen(row) ? only : undefined;
    ((meant === undefined ? undefined : parts.get(meant)) ?? unclear).push(row);
  }
  return [
    ...[...parts].map(([ownId, own]) => ({ suffix: ownId === only ? '' : ` | ${ownId}`, rows: own, isUnclear: false })),
    ...(unclear.length > 0 ? [{ suffix: ' | ?', rows: unclear, isUnclear: true }] : []),
  ];
}

/** Every own word of the schemes in which the rows have more than one, in their order. */
function tellingIds(rows: readonly NamedRow[]): ReadonlySet<Identifier> {
  const ids = [...new Set(rows.flatMap(({ ownId }) => ownId ?? []))];
  const schemes = ids.map(schemeOf);
  const repeated = new Set(schemes.filter((scheme, index) => schemes.indexOf(scheme) < index));
  return new Set(ids.filter((ownId) => repeated.has(schemeOf(ownId))));
}

function isSeen({ content }: NamedRow): boolean {
  return content?.uses !== undefined || content?.ratings !== undefined;
}
