import type { Ask, Need } from '../domain/ask.ts';
import type { Origin } from '../domain/ids.ts';
import { livePreferences } from '../store/live-preferences.ts';
import { read } from '../store/read.ts';
import type { AskPreview, NeedPreview, PreviewRecord } from './ask-preview.ts';
import type { AppContext } from './context.ts';
import { previewPreferences, previewRatings } from './preview-need.ts';

export type { AskPreview, NeedPreview, PreviewRecord };

/** What each need of an ask would let the vendor read now, by the same functions that answer the vendor. */
export function previewAsk(
  { database }: AppContext,
  { ask }: { readonly origin: Origin; readonly ask: Ask },
): Promise<AskPreview> {
  return read(database, ['ratings', 'items', 'preferences'], async () => {
    const preferences = await livePreferences(database);
    const previews = async (needs: readonly Need[]): Promise<NeedPreview[]> => {
      const made: NeedPreview[] = [];
      for (const need of needs) {
        made.push({ need, ...(await previewNeed(need)) });
      }
      return made;
    };
    async function previewNeed(need: Need): Promise<Omit<NeedPreview, 'need'>> {
      switch (need.collection) {
        case 'ratings':
          return previewRatings(database, need);
        case 'preferences':
          return previewPreferences(preferences, need);
        case 'intentions':
          // None are kept yet.
          return { count: 0, records: [] };
      }
    }
    return { required: await previews(ask.required), optional: await previews(ask.optional) };
  });
}
