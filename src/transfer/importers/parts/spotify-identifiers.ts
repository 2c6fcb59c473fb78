import { type Identifier, identifierOf } from '../../../domain/identifier.ts';
import type { RowReader } from '../../row-reader.ts';

export function isSpotifyUri(uri: string): boolean {
  return uri.startsWith('spotify:');
}

/** `spotify:track:…`; a file of the person's own is `spotify:local:…`, and names nothing elsewhere. */
export function spotifyIdentifiers(reader: RowReader, column: string, uri: string): Identifier[] {
  const identifier = isSpotifyUri(uri) ? identifierOf('spotify', uri.slice(8).replace(':', '/')) : undefined;
  if (identifier === undefined && uri !== '' && !uri.startsWith('spotify:local:')) {
    reader.remark('bad-identifier', column, uri);
  }
  return identifier === undefined ? [] : [identifier];
}
