import { type Identifier, identifierOf, type Scheme } from '../../../domain/identifier.ts';
import type { RowReader } from '../../row-reader.ts';

/** An identifier of a scheme that names the sort first, `anime/1`, ready to be spread; a remark quotes the cell alone. */
export function sortedIdentifiers(
  reader: RowReader,
  column: string,
  text: string,
  [scheme, sort]: readonly [Scheme, string],
): Identifier[] {
  const identifier = text === '' ? undefined : identifierOf(scheme, `${sort}/${text}`);
  if (text !== '' && identifier === undefined) {
    reader.remark('bad-identifier', column, text);
  }
  return identifier === undefined ? [] : [identifier];
}
