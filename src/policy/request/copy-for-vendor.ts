import type { PairwiseId, ThreadId } from '../../domain/ids.ts';
import type { DeliveryDetails } from '../../domain/request-for-proposals.ts';
import type { DeliveryCopy, KindCopy, VendorCopy, WholeCopy } from '../../domain/vendor-copy.ts';
import type { OpenPart } from './open-part.ts';

/** Whose copy it is, in that vendor's own names, and which. */
export interface CopyName {
  readonly id: ThreadId;
  readonly person: PairwiseId;
  /** From 1. */
  readonly copy: number;
}

/** What one vendor gets of a request before it is accepted. Allow-lists, field by field: what is not named here never leaves. */
export function copyForVendor(open: OpenPart, stage: 'kind' | 'whole', name: CopyName): KindCopy | WholeCopy {
  return stage === 'kind' ? kindCopy(open, name) : wholeCopy(open, name);
}

/** What the vendor gets whose quote is accepted. */
export function copyWithDelivery(open: OpenPart, name: CopyName, delivery: DeliveryDetails): DeliveryCopy {
  const { street, postalCode, locality, country, email, phone, words } = delivery;
  return {
    ...wholeCopy(open, name),
    stage: 'delivery',
    delivery: {
      name: delivery.name,
      street,
      ...(postalCode !== undefined && { postalCode }),
      locality,
      country,
      ...(email !== undefined && { email }),
      ...(phone !== undefined && { phone }),
      ...(words !== undefined && { words }),
    },
  };
}

/** Whether a vendor would learn anything by the second copy that the first does not say. */
export function saysTheSame(left: VendorCopy, right: VendorCopy): boolean {
  return JSON.stringify({ ...left, copy: 0 }) === JSON.stringify({ ...right, copy: 0 });
}

function kindCopy(open: OpenPart, { id, person, copy }: CopyName): KindCopy {
  const { kind, category, neededBy, answerByMs, lapsesAtMs } = open;
  return {
    stage: 'kind',
    request: id,
    person,
    copy,
    kind,
    category,
    ...(neededBy !== undefined && { neededBy }),
    ...(answerByMs !== undefined && { answerByMs }),
    lapsesAtMs,
  };
}

function wholeCopy(open: OpenPart, name: CopyName): WholeCopy {
  const { lines, area, deliveryMethods, paymentMethods, warrantyMonths, budget, fixedPrice, attachments } = open;
  return {
    ...kindCopy(open, name),
    stage: 'whole',
    lines,
    ...(area !== undefined && { area }),
    deliveryMethods,
    paymentMethods,
    ...(warrantyMonths !== undefined && { warrantyMonths }),
    ...(budget !== undefined && { budget }),
    ...(fixedPrice !== undefined && { fixedPrice }),
    attachments,
  };
}
