import { confirmationOf } from '../serve/confirmation.mjs';
import { euros, inDays, priceOf } from '../serve/prices.mjs';
import { shopDocument, shopPage } from '../serve/shop-page.mjs';

const ABOUT = {
  id: 'old-harbour',
  name: 'Old Harbour Works',
  lead: 'We make things by hand, one after another, and answer when we have thought about it.',
  manners: [
    'First we ask you something, and you will hear it a little later.',
    'When you have answered, we say what we can, and what the maker has still to say.',
    'Then comes the whole quote, which stands instead of the first one.',
  ],
};
const CURRENCY = 'EUR';
/** How long it thinks about each thing that it says, in milliseconds. */
export const lateMs = 5_000;

export function render(path, _origin, { announcement }) {
  switch (path) {
    case '/':
      return { body: shopPage(ABOUT) };
    case '/.well-known/customer.json':
      return shopDocument(ABOUT, announcement);
    default:
      return undefined;
  }
}

/** Answers late: 202 and a status address, a question there, then a quote with lines that are pending, then the requote. */
export function open({ sdk, say, later }) {
  /** The newest copy of each request, whatever message it came with. */
  const demands = new Map();
  let orders = 200;

  function quoteOn(demand, lines, changes = {}) {
    return sdk.quoteFor(demand, { priceCurrency: CURRENCY, priceValidUntil: inDays(14), lines, ...changes });
  }

  async function quoteInTwo(request) {
    const demand = demands.get(request);
    const waiting = { kind: 'pending', description: 'The maker has still to say.' };
    const first = await say(
      request,
      quoteOn(
        demand,
        demand.lines.map((line, index) =>
          index === 0 && demand.lines.length > 1 ? offerOf(sdk, demand, line) : { ...waiting, line: line.line },
        ),
      ),
    );
    later(() =>
      say(
        request,
        quoteOn(
          demand,
          demand.lines.map((line) => offerOf(sdk, demand, line)),
          { replaces: first.id, priceSpecification: TO_THE_DOOR, description: 'Oiled, packed in straw.' },
        ),
      ),
    );
  }

  return {
    async answer({ request, body }) {
      if ('demand' in body) {
        demands.set(request, body.demand);
      }
      const demand = demands.get(request);
      switch (body.kind) {
        case 'request':
          later(() => say(request, firstWord(sdk, demand)));
          return 'later';
        case 'answer':
          later(() => quoteInTwo(request));
          return 'later';
        case 'counter':
          return [
            sdk.declineOf(demand, 'price-not-possible', { of: 'counter', description: 'It takes the time it takes.' }),
          ];
        case 'acceptance':
          orders += 1;
          return [confirmationOf(demand, body, { number: `OH-${orders}`, days: 21 })];
        default:
          return [];
      }
    },
  };
}

const TO_THE_DOOR = {
  valueAddedTaxIncluded: true,
  priceComponent: [
    { '@type': 'DeliveryChargeSpecification', price: '24.00', priceCurrency: CURRENCY },
    { '@type': 'PriceSpecification', name: 'handling', price: '3.50', priceCurrency: CURRENCY },
  ],
};

function firstWord(sdk, demand) {
  return demand.stage === 'kind'
    ? { kind: 'interest', copy: demand.copy }
    : sdk.questionOn(demand, 'Where will it be used, indoors or in the salt air?', demand.lines[0].line);
}

function offerOf(sdk, demand, line) {
  const { name } = line.itemOffered;
  return sdk.offerFor(demand, line.line, {
    key: `made-${line.line}`,
    price: euros(priceOf(name) + 4_000),
    priceCurrency: CURRENCY,
    availability: 'MadeToOrder',
    shippingDetails: { deliveryTime: { handlingTime: { minValue: 14, maxValue: 18, unitCode: 'DAY' } } },
    warranty: { durationOfWarranty: { value: 120, unitCode: 'MON' } },
  });
}
