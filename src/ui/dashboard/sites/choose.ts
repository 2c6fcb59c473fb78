import { chooseSite } from '../../../app/choose-site.ts';
import type { AppContext } from '../../../app/context.ts';
import { leaveSite } from '../../../app/leave-site.ts';
import type { Origin } from '../../../domain/ids.ts';
import { mustBeGranted, requestSite } from '../../../platform/permissions.ts';

/**
 * Turns on what the person chose for a site. Call it as the first statement of a click: the browser is asked before
 * anything else.
 *
 * @throws {AppError} `browser-refused` when the browser or the person said no; nothing is changed then.
 */
export async function turnOn(context: AppContext, origin: Origin, choice: 'connect' | 'stars'): Promise<void> {
  mustBeGranted(await requestSite(origin));
  await chooseSite(context, { origin, [choice]: true });
}

/** Turns off what the person had chosen for a site. Disconnecting ends what it holds. */
export async function turnOff(context: AppContext, origin: Origin, choice: 'connect' | 'stars'): Promise<void> {
  await leaveSite(context, { origin, [choice]: true });
}
