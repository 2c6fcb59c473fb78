import { attributeOf, closest, elementsOf } from './elements.ts';
import type { PageHead } from './page-head.ts';

/** Addresses of one thing in a shop: a word for it; or, which says less, a number at the end. */
const PRODUCT_PATH =
  /\/(?:products?|prod|p|dp|item|itm|goods|deal|produkt|produit|producto|tovar)[/_-][^/?]|\.product\./iu;
const NUMBER_PATH = /[-_/.][a-z]?\d{3,}(?:\.\w{3,5}|\/index\.html)?\/?(?:\?|$)/iu;
const BUY = '[action*="cart" i],[action*="basket" i],[class*="cart" i],[id*="cart" i],[class*="buy" i],[id*="buy" i]';
const BUY_WORDS =
  /add\w{0,4}[-_ /]?(?:to|in)?[-_ ]?(?:cart|basket|bag)|(?:cart|basket)[-_/]?add|to[-_]?cart|buy[-_]?(?:now|btn|button|box|product|form)|btn[-_]?buy/iu;
const REGION = '[class*="product" i]:not(body),[id*="product" i]:not(body),[class*="goods" i]:not(body)';
const PRICE_META = ['product:price:amount', 'product:price', 'og:price:amount', 'og:price'];

/** Money as shops write it, a sign or a code beside digits. */
export const MONEY =
  /(?:[$€£¥₹₩₽]|(?:EUR|USD|GBP|CHF)\s)\s?\d|\d\s?(?:[€£₽円元원]|(?:EUR|Kč|zł|kr|Ft|руб|тг|грн)(?!\p{L}))/u;

/**
 * Whether an unmarked page looks like one thing for sale: by its address or a price in its head, with one more sign;
 * else by a price near its heading and a means of buying it together, with one more.
 *
 * @param heading - the element that names the page's thing
 * @param isList - asked of the block that holds the heading and the nearest prices
 */
export function isShopPage(
  document: Document,
  head: PageHead,
  heading: Element | undefined,
  isList: (block: Element) => boolean,
): boolean {
  const path = head.url.replace(/^https?:\/\/[^/]*/u, '');
  const isInRegion = heading !== undefined && closest(heading, REGION) !== undefined;
  const isNamedSo = PRODUCT_PATH.test(path) || PRICE_META.some((name) => head.meta(name) !== '');
  if (!isNamedSo && !isInRegion && !NUMBER_PATH.test(path)) {
    return false;
  }
  const canBuy = elementsOf(document, BUY, 400).some((element) =>
    BUY_WORDS.test(['id', 'class', 'action'].map((name) => attributeOf(element, name)).join(' ')),
  );
  const priced = heading && (isNamedSo || canBuy) ? pricedBlock(heading) : undefined;
  return (isNamedSo && canBuy && isInRegion) || (priced !== undefined && !isList(priced));
}

/** The nearest block around the heading that has prices at all. */
function pricedBlock(heading: Element): Element | undefined {
  let at = heading.parentElement;
  for (let climbed = 0; at && climbed < 7; climbed += 1) {
    if (at.textContent.slice(0, 20_000).replace(/\s+/gu, ' ').search(MONEY) !== -1) {
      return at;
    }
    at = at.parentElement;
  }
  return undefined;
}
