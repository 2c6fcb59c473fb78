import type { RequestId } from '../domain/ids.ts';
import { read } from '../store/read.ts';
import type { KeptRequest } from '../store/request-rows.ts';
import type { AppContext } from './context.ts';
import { keptRequest } from './move-request.ts';

export interface RequestToChange {
  readonly row: KeptRequest;
  /** The highest number a line of it ever had: replies name lines by theirs, so none is given twice. */
  readonly lastLine: number;
}

/**
 * A request as it is about to be changed.
 *
 * @throws {AppError} `not-found`
 */
export function requestToChange(
  { database }: AppContext,
  { id }: { readonly id: RequestId },
): Promise<RequestToChange> {
  return read(database, ['requests', 'requestVersions'], async () => {
    const row = await keptRequest(database, id);
    const versions = await database.requestVersions.where('requestId').equals(id).toArray();
    const lines = [row.cast.request, ...versions.map(({ request }) => request)].flatMap(({ lines: of }) => of);
    return { row, lastLine: Math.max(0, ...lines.map(({ number }) => number)) };
  });
}
