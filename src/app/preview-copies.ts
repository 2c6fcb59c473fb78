import type { PairwiseId, ThreadId } from '../domain/ids.ts';
import type { RequestForProposals } from '../domain/request-for-proposals.ts';
import type { KindCopy, WholeCopy } from '../domain/vendor-copy.ts';
import { copyForVendor } from '../policy/request/copy-for-vendor.ts';
import { openPartOf } from '../policy/request/open-part.ts';

/** What any vendor gets of a request, stage by stage, before an acceptance. */
export interface PreviewedCopies {
  readonly kind: KindCopy;
  readonly whole: WholeCopy;
}

/**
 * Shows what vendors get of a request, made by what makes their copies.
 *
 * @param unnamed - stands where each vendor gets names of its own
 */
export function previewCopies(request: RequestForProposals, unnamed: string): PreviewedCopies {
  const open = openPartOf(request);
  const name = { id: unnamed as ThreadId, person: unnamed as PairwiseId, copy: 1 };
  return {
    kind: copyForVendor(open, 'kind', name) as KindCopy,
    whole: copyForVendor(open, 'whole', name) as WholeCopy,
  };
}
