import type { RequestDraft } from './request-draft.ts';

/**
 * What is being written and is not saved yet, so that nothing typed is lost by a link, a closed tab or a crash: the next time
 * the same form is opened it is there. Only Sayso's own pages can read it.
 */
const PREFIX = 'sayso-intention ';

/** @param place - the request's id, or what a new one began with */
export function keepWords(place: string, draft: RequestDraft): void {
  try {
    localStorage.setItem(PREFIX + place, JSON.stringify(draft));
  } catch (thrown) {
    // Full: the words are still on the page, and saving tells of it.
    console.warn('unsaved words were not kept', thrown);
  }
}

export function dropWords(place: string): void {
  localStorage.removeItem(PREFIX + place);
}

/** @param like - the form as it would be without them: what an older version kept is filled up from it */
export function keptWords(place: string, like: RequestDraft): RequestDraft | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + place) ?? 'null');
    const isDraft = typeof kept === 'object' && kept !== null && 'lines' in kept && Array.isArray(kept.lines);
    return isDraft ? { ...like, ...(kept as Partial<RequestDraft>) } : undefined;
  } catch {
    // Not what we wrote: nothing that could be shown.
    return undefined;
  }
}
