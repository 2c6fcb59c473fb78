import type { RequestForProposals, Wanted } from '../../../domain/request-for-proposals.ts';
import { shortName } from '../short-name.ts';

/** What the person calls it; without a name of its own, what is wanted. */
export function requestTitle({ title, category, lines }: RequestForProposals): string {
  const [first] = lines;
  const names = [title, first === undefined ? '' : wantedName(first.wanted), category];
  return shortName(names.find((name) => name.trim() !== '') ?? '…');
}

/** An item's name, or the person's words. */
export function wantedName(wanted: Wanted): string {
  return wanted.kind === 'item' ? wanted.name : wanted.words;
}
