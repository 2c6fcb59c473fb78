import { AppError } from '../domain/errors.ts';
import type { GrantId } from '../domain/ids.ts';
import { GRANT_TABLES } from '../store/grant-log.ts';
import { write } from '../store/write.ts';
import type { AppContext } from './context.ts';
import { endGrants } from './end-grants.ts';
import { findGrant } from './find-grant.ts';

/**
 * Takes a grant back. One that is over already stays as it is.
 *
 * @throws {AppError} `not-found`
 */
export async function revokeGrant(context: AppContext, { grantId }: { readonly grantId: GrantId }): Promise<void> {
  const { database, clock } = context;
  await write(database, { tables: GRANT_TABLES, nowMs: clock.nowMs(), isDurable: true }, async (writer) => {
    const grant = await findGrant(context, grantId);
    if (!grant) {
      throw new AppError('not-found', 'There is no such grant.');
    }
    await endGrants(writer, [grant], 'revoked');
  });
}
