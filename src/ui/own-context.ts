import { type AppContext, openContext } from '../app/context.ts';
import { sessionId } from '../platform/session.ts';

/** What the use-cases need, for one of Sayso's own pages. Nothing is opened yet. */
export async function ownContext(): Promise<AppContext> {
  return openContext({ session: await sessionId() });
}
