import type { AppContext } from '../../../app/context.ts';
import { leaveSite } from '../../../app/leave-site.ts';
import type { Origin } from '../../../domain/ids.ts';
import { mustBeGranted, requestSite } from '../../../platform/permissions.ts';
import { forgetChoice, rememberChoice } from '../../../platform/site-choices.ts';
import { siteChanged } from '../../../platform/tell.ts';

/**
 * Turns on what the person chose for a site. Call it as the first statement of a click: the browser is asked before
 * anything else, and the choice is written down for the background, which hears the browser's answer and makes it so.
 *
 * @throws {AppError} `browser-refused` when the browser or the person said no; nothing is changed then.
 */
export async function turnOn(origin: Origin, choice: 'connect' | 'stars'): Promise<void> {
  const asked = requestSite(origin);
  const noted = rememberChoice({ origin, [choice]: true });
  await noted;
  const isGranted = await asked;
  if (!isGranted) {
    await forgetChoice(origin);
  }
  mustBeGranted(isGranted);
  await siteChanged(origin);
}

/** Turns off what the person had chosen for a site. Disconnecting ends what it holds. */
export async function turnOff(context: AppContext, origin: Origin, choice: 'connect' | 'stars'): Promise<void> {
  await leaveSite(context, { origin, [choice]: true });
}
