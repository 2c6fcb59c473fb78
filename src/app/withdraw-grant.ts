import { AppError } from '../domain/errors.ts';
import type { GrantId, Origin } from '../domain/ids.ts';
import { GRANT_TABLES } from '../store/grant-log.ts';
import { write } from '../store/write.ts';
import type { AppContext } from './context.ts';
import { endGrants } from './end-grants.ts';
import { findGrant } from './find-grant.ts';

/**
 * A vendor gives a grant back. One that is over already stays as it is.
 *
 * @throws {AppError} `not-granted` when it has no such grant, whether or not another vendor has
 */
export async function withdrawGrant(
  context: AppContext,
  { origin, grantId }: { readonly origin: Origin; readonly grantId: GrantId },
): Promise<void> {
  const { database, clock } = context;
  await write(database, { tables: GRANT_TABLES, nowMs: clock.nowMs(), isDurable: true }, async (writer) => {
    const grant = await findGrant(context, grantId);
    if (grant?.origin !== origin) {
      throw new AppError('not-granted', 'There is no such grant.');
    }
    await endGrants(writer, [grant], 'withdrawn');
  });
}
