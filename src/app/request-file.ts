import type { RequestForProposals } from '../domain/request-for-proposals.ts';
import { requestForQuotation } from '../transfer/ubl/request-for-quotation.ts';
import type { AppContext } from './context.ts';
import type { WrittenFile } from './export-comparison.ts';
import { nameInFile } from './name-in-file.ts';
import { previewCopies } from './preview-copies.ts';

/**
 * A request as UBL's RequestForQuotation: what any vendor gets that is shown all of it, and so without all that is private. It
 * is to nobody by name.
 *
 * @returns `undefined` without a line: UBL has no request for nothing
 */
export function requestFile(
  { clock }: Pick<AppContext, 'clock'>,
  request: RequestForProposals,
): WrittenFile | undefined {
  if (request.lines.length === 0) {
    return undefined;
  }
  const { whole } = previewCopies(request, request.id);
  return {
    name: `request-${nameInFile(request.category)}.xml`,
    text: requestForQuotation(whole, undefined, clock.nowMs()),
  };
}
