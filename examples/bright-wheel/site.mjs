import { confirmationOf } from '../serve/confirmation.mjs';
import { centsOf, euros, inDays, priceOf } from '../serve/prices.mjs';
import { checkoutPage, shopDocument, shopPage } from '../serve/shop-page.mjs';

const ABOUT = {
  id: 'bright-wheel',
  name: 'Bright Wheel',
  lead: 'We get you whatever you name, and say at once what it costs to your door.',
  manners: [
    'A quote for every line, with colours and a longer guarantee to choose, and the freight.',
    'Where you take substitutes, a used one beside it for two thirds of the price.',
    'Name a price of at least nine tenths of ours, and it is yours.',
  ],
};
const CURRENCY = 'EUR';
const FREIGHT = 690;
/** Nothing is offered beyond it: nobody has that much on a shelf. */
const MOST = 50;
/** Where what was accepted is paid for, by the request's own name. */
const CHECKOUT = '/checkout/';
/** The share of a price that is still one. */
const LEAST = 0.9;

export function render(path, _origin, { announcement }) {
  switch (path) {
    case '/':
      return { body: shopPage(ABOUT) };
    case '/.well-known/customer.json':
      return shopDocument(ABOUT, announcement);
    default:
      return path.startsWith(CHECKOUT) ? { body: checkoutPage(ABOUT, path.slice(CHECKOUT.length)) } : undefined;
  }
}

/** Answers everything at once. */
export function open({ sdk }) {
  /** The newest copy of each request. */
  const demands = new Map();
  let orders = 1_000;

  function quoteAt(demand, changes = {}) {
    return sdk.quoteFor(demand, {
      priceCurrency: CURRENCY,
      pricing: 'negotiable',
      priceValidUntil: inDays(7),
      lines: demand.lines.flatMap((line) => offersFor(sdk, demand, line)),
      priceSpecification: {
        valueAddedTaxIncluded: true,
        priceComponent: [
          { '@type': 'DeliveryChargeSpecification', price: euros(FREIGHT), priceCurrency: CURRENCY },
          { '@type': 'PriceSpecification', name: 'handling', price: '0', priceCurrency: CURRENCY },
        ],
      },
      hasMerchantReturnPolicy: {
        returnPolicyCategory: 'MerchantReturnFiniteReturnWindow',
        merchantReturnDays: 30,
        returnFees: 'FreeReturn',
      },
      checkoutPageURLTemplate: `${CHECKOUT}${demand.identifier}`,
      seller: { contactPoint: { name: 'Wilma Bright', email: 'wilma@bright-wheel.example' } },
      ...changes,
    });
  }

  /** Agrees to what is at least nine tenths of our own, line by line or for the whole. */
  function counter(demand, { quote, lines: wishes, priceSpecification: whole }) {
    const offers = demand.lines.flatMap((line) => offersFor(sdk, demand, line));
    const goods = totalOf(offers) - FREIGHT;
    const left = whole === undefined ? goods : centsOf(whole.price) - FREIGHT;
    const lines = offers.map((line) => {
      const wish = wishes.find(({ offer }) => offer === line.key);
      return line.kind === 'offered' ? wished(line, wish, left / goods) : line;
    });
    return left >= goods * LEAST && lines.every((line) => line !== undefined)
      ? quoteAt(demand, { replaces: quote, pricing: 'fixed', lines })
      : sdk.declineOf(demand, 'price-not-possible', { of: 'counter', description: 'Nine tenths is as low as we go.' });
  }

  return {
    async answer({ request, body }) {
      if ('demand' in body) {
        demands.set(request, body.demand);
      }
      const demand = demands.get(request);
      switch (body.kind) {
        case 'request':
          return [answerTo(sdk, demand, quoteAt)];
        case 'counter':
          return [counter(demand, body)];
        case 'acceptance':
          orders += 1;
          return [confirmationOf(demand, body, { number: `BW-${orders}`, days: 5 })];
        default:
          return [];
      }
    },
  };
}

function answerTo(sdk, demand, quoteAt) {
  if (demand.stage === 'kind') {
    return { kind: 'interest', copy: demand.copy, description: 'We can get you one of those. Tell us more.' };
  }
  const isPossible = demand.lines.some((line) => countOf(line) <= MOST);
  return isPossible ? quoteAt(demand) : sdk.declineOf(demand, 'quantity-too-large');
}

function offersFor(sdk, demand, line) {
  if (countOf(line) > MOST) {
    return [{ kind: 'not-offered', line: line.line, reason: 'quantity-too-large' }];
  }
  const price = priceOf(line.itemOffered.name);
  const offer = (parts) =>
    sdk.offerFor(demand, line.line, {
      priceCurrency: CURRENCY,
      availability: 'InStock',
      shippingDetails: {
        deliveryTime: {
          handlingTime: { minValue: 1, maxValue: 2, unitCode: 'DAY' },
          transitTime: { minValue: 1, maxValue: 3, unitCode: 'DAY' },
        },
      },
      warranty: { durationOfWarranty: { value: 24, unitCode: 'MON' } },
      ...parts,
    });
  const colours = ['Green', 'Red'].map((colour) => ({
    key: colour.toLowerCase(),
    name: colour,
    group: 'Colour',
    priceSpecification: { '@type': 'UnitPriceSpecification', price: '0', priceCurrency: CURRENCY },
  }));
  const longer = {
    key: 'five-years',
    name: 'Five years of guarantee',
    priceSpecification: { '@type': 'UnitPriceSpecification', price: '19.00', priceCurrency: CURRENCY },
  };
  const whatWasAsked =
    line.itemCondition === 'https://schema.org/UsedCondition'
      ? []
      : [offer({ key: `new-${line.line}`, price: euros(price), addOn: [...colours, longer] })];
  const isUsedWelcome = line.itemCondition !== 'https://schema.org/NewCondition' && line.substitutes === 'welcome';
  const used = offer({
    key: `used-${line.line}`,
    price: euros(Math.floor((price * 2) / 3)),
    itemCondition: 'UsedCondition',
    inventoryLevel: { value: '1' },
    warranty: { durationOfWarranty: { value: 12, unitCode: 'MON' } },
  });
  const all = [...whatWasAsked, ...(isUsedWelcome && countOf(line) === 1 ? [used] : [])];
  return all.length > 0 ? all : [{ kind: 'not-offered', line: line.line, reason: 'not-carried' }];
}

function countOf({ eligibleQuantity }) {
  return Number(eligibleQuantity.value);
}

/**
 * @param wish what the person would have instead: another quantity, an amount for the line, or nothing other
 * @param share of the price that the whole is to be
 * @returns the line as it is wished for, or `undefined` where that is too cheap or too many
 */
function wished(line, wish, share) {
  const [own] = line.priceSpecification;
  const quantity = wish?.eligibleQuantity ?? line.eligibleQuantity;
  const count = Number(quantity.value);
  const price = centsOf(own.price);
  const amount = wish?.priceSpecification ? centsOf(wish.priceSpecification.price) : Math.ceil(price * share * count);
  return count <= MOST && amount >= price * count * LEAST
    ? {
        ...line,
        eligibleQuantity: quantity,
        priceSpecification: [{ ...own, price: euros(Math.ceil(amount / count)) }],
      }
    : undefined;
}

function totalOf(lines) {
  const firsts = new Map(
    lines
      .filter(({ kind }) => kind === 'offered')
      .toReversed()
      .map((line) => [line.line, line]),
  );
  const goods = [...firsts.values()].map(
    ({ priceSpecification: [{ price }], eligibleQuantity }) => centsOf(price) * Number(eligibleQuantity.value),
  );
  return goods.reduce((sum, one) => sum + one, FREIGHT);
}
