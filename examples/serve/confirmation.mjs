import { inDays } from './prices.mjs';

/**
 * Confirms an acceptance: what was chosen, at the total that the person saw. An offer's key ends with the number of its line.
 *
 * @param {any} demand the copy that came with the acceptance
 * @param {any} acceptance
 * @param {{ number: string, days: number }} order its number, and when it comes at the latest
 */
export function confirmationOf(demand, { quote, chosen, priceSpecification }, { number, days }) {
  const lines = new Map(demand.lines.map((line) => [String(line.line), line]));
  return {
    kind: 'confirmation',
    '@type': 'Order',
    quote,
    orderNumber: number,
    orderedItem: chosen.map(({ offer, eligibleQuantity }) => {
      const line = lines.get(offer.split('-').at(-1));
      return {
        offer,
        name: line.itemOffered.name,
        orderQuantity: eligibleQuantity ?? line.eligibleQuantity,
      };
    }),
    ...(priceSpecification && {
      priceSpecification: { price: priceSpecification.price, priceCurrency: priceSpecification.priceCurrency },
    }),
    orderDelivery: { expectedArrivalUntil: inDays(days) },
  };
}
