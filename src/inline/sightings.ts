import type { RecognisedEntry, Recognition } from '../recognise/recognition.ts';
import { clipFacts, type WireFacts } from './clip-facts.ts';
import type { Form } from './star-sheet.ts';

/** One thing seen on the page, and what names it there. */
export interface Sighting {
  readonly anchor: Element;
  readonly facts: WireFacts;
  readonly form: Form;
  /** The same for the same thing: what is already there is left alone. */
  readonly key: string;
}

/** The things of a page that can be rated, whether the person knows them or not: that stars stand there says nothing. */
export function sightingsOf({ main, anchor, entries }: Recognition): readonly Sighting[] {
  const seen = new Map<Element, Sighting>();
  const all: readonly (RecognisedEntry & { readonly form: Form })[] = [
    ...(main && anchor ? [{ facts: main, element: anchor, form: 'full' as const }] : []),
    ...entries.map((entry) => ({ ...entry, form: 'compact' as const })),
  ];
  for (const { facts, element, form } of all) {
    const clipped = clipFacts(facts);
    if (element && clipped && !seen.has(element)) {
      const key = [clipped.name, ...clipped.identifiers].join('\n');
      seen.set(element, { anchor: element, facts: clipped, form, key });
    }
  }
  return [...seen.values()];
}

/** What a page shows, in short: two with the same are the same content, wherever they say they are. */
export function contentOf({ page, main, anchor }: Recognition): string | undefined {
  return page === 'detail' && main ? `${main.name}\n${anchor?.textContent.slice(0, 300) ?? ''}` : undefined;
}
