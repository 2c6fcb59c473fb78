/** What a vendor would put into the person's data: an order, or that they own something. It waits in an inbox. */
import * as v from 'valibot';
import { ITEM_KINDS } from '../../domain/item.ts';
import type { ProposedOrder, ProposedOwnership } from '../../domain/proposal.ts';
import { orderFields, orderOf } from './confirmation-schema.ts';
import { present } from './present.ts';
import type { Flat } from './flat.ts';
import * as wire from './wire-values.ts';

const proposedOrder = v.pipe(
  v.strictObject({
    '@type': v.literal('Order'),
    id: wire.messageId,
    ...orderFields,
    /** The `identifier` of the demand that it came of. */
    request: v.exactOptional(wire.threadId),
  }),
  v.transform(
    ({ id, request, ...order }): Flat<ProposedOrder> => ({
      kind: 'order',
      id,
      order: orderOf(order),
      ...present({ request }),
    }),
  ),
);

const ownership = v.pipe(
  v.strictObject({
    '@type': v.literal('OwnershipInfo'),
    id: wire.messageId,
    typeOfGood: v.strictObject({
      '@type': v.picklist(ITEM_KINDS),
      name: wire.name,
      brand: v.exactOptional(wire.name),
      identifier: v.exactOptional(wire.identifiers, []),
    }),
    ownedFrom: v.exactOptional(wire.moment),
  }),
  v.transform(
    ({ id, typeOfGood, ownedFrom }): Flat<ProposedOwnership> => ({
      kind: 'ownership',
      id,
      itemKind: typeOfGood['@type'],
      name: typeOfGood.name,
      ...present({ brand: typeOfGood.brand }),
      identifiers: typeOfGood.identifier,
      ...present({ at: ownedFrom }),
    }),
  ),
);

export const proposal = v.variant('@type', [proposedOrder, ownership]);
