import type { AppContext } from '../../../app/context.ts';
import { type RequestToChange, requestToChange } from '../../../app/request-to-change.ts';
import { wantedItem } from '../../../app/wanted-item.ts';
import { recordId } from '../../../domain/ids.ts';
import { ownCountry } from './regions.ts';
import { draftOf, newDraft, type RequestDraft } from './request-draft.ts';

/** What the form begins with. */
export interface Started {
  /** Under which what is typed is kept until it is saved. */
  readonly place: string;
  readonly draft: RequestDraft;
  /** The one to change; absent for a new one. */
  readonly row?: RequestToChange['row'];
}

/**
 * @param record - a request's id, or `new`
 * @param query - of a new one: `item=<id>`, what it is about
 * @throws {AppError} `not-found`, `bad-request`
 */
export async function startDraft(context: AppContext, record: string, query: string): Promise<Started> {
  if (record !== 'new') {
    const { row, lastLine } = await requestToChange(context, { id: recordId(record) });
    return { place: row.id, draft: draftOf(row.cast.request, lastLine), row };
  }
  const itemId = new URLSearchParams(query).get('item');
  const beginning = { nowMs: context.clock.nowMs(), country: ownCountry() };
  if (itemId === null) {
    return { place: 'new', draft: newDraft(beginning) };
  }
  const { item, intention } = await wantedItem(context, { itemId: recordId(itemId) });
  return {
    place: `new ${item.id}`,
    draft: newDraft({ ...beginning, item, ...(intention && { intentionId: intention.id }) }),
  };
}
