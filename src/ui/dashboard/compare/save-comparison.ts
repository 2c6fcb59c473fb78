import { compareFile, quotationFile } from '../../../app/export-comparison.ts';
import type { ComparedQuote, CurrencyGroup } from '../../../app/weigh-quotes.ts';
import type { RequestForProposals } from '../../../domain/request-for-proposals.ts';
import { download } from '../../download.ts';

/** All quotes as they stand beside each other, as a file. */
export function saveComparison(
  request: RequestForProposals,
  groups: readonly CurrencyGroup[],
  format: 'csv' | 'json',
): void {
  const { name, text } = compareFile(request, groups, format);
  download(name, new Blob([text], { type: format === 'csv' ? 'text/csv' : 'application/json' }));
}

/** One quote as a UBL document. */
export function saveQuotation(one: ComparedQuote): void {
  const { name, text } = quotationFile(one);
  download(name, new Blob([text], { type: 'application/xml' }));
}
