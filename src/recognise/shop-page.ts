import type { PageHead } from './page-head.ts';

const MAX_LOOKED_AT = 400;
const MAX_CLIMB = 7;

/** Addresses of one thing in a shop: a word for it, or a number at the end. */
const PRODUCT_PATH =
  /\/(?:products?|prod|p|dp|item|itm|goods|deal|artikel|produkt|produit|prodotto|producto|produto|tovar|tuote|detail)(?:[/_-]|\.)[^/?]|[-_/.]p?\d{4,}(?:\.\w{3,5})?\/?(?:\?|$)|\.product\.|_\d{2,}\/(?:index\.html)?$/iu;
const PRICE =
  '[itemprop="price"],[class*="price" i],[id*="price" i],[class*="cena" i],[class*="preis" i],[class*="prix" i],[class*="precio" i],[class*="prezzo" i],[data-price]';
const BUY =
  '[action*="cart" i],[action*="basket" i],[class*="cart" i],[id*="cart" i],[class*="basket" i],[class*="buy" i],[id*="buy" i],[name*="cart" i],[onclick*="cart" i],[onclick*="buy" i]';
const BUY_WORDS =
  /(?:add|put)\w{0,4}[-_ ]?(?:to|in)?[-_ ]?(?:the)?[-_ ]?(?:shopping)?[-_ ]?(?:cart|basket|bag)|(?:cart|basket)[-_/]?add|to[-_]?cart|buy[-_]?(?:now|btn|button|box|product|form)|(?:btn|button)[-_]?buy|buy\(|in2cart/iu;
const REGION = /(?:^|[\s_-])(?:product|prod|goods|item|deal|detail|pdp)|detail/iu;
const PRICE_META = /^(?:product|og):(?:\w+:)?price(?:[:_]amount)?$/u;

/**
 * How many signs of one thing for sale an unmarked page shows, 0 to 5: an address of such a thing, a price near its
 * heading, one means of buying it, a region called after products, a price in the head.
 *
 * @param heading - the element that names the page's thing
 */
export function signsOfShop(document: Document, head: PageHead, heading: Element | undefined): number {
  const path = URL.canParse(head.url) ? new URL(head.url).pathname + new URL(head.url).search : '';
  const near = heading && regionOf(heading);
  const metaPrice = [...head.meta.keys()].some((name) => PRICE_META.test(name));
  const region = heading?.closest(
    '[class*="product" i],[id*="product" i],[class*="detail" i],[id*="detail" i],[class*="goods" i],[class*="deal" i]',
  );
  return [
    PRODUCT_PATH.test(path),
    metaPrice,
    near !== undefined,
    hasBuyControl(document),
    region !== null &&
      region !== undefined &&
      REGION.test(`${region.className} ${region.id}`) &&
      region.localName !== 'body',
  ].filter(Boolean).length;
}

/** The part of the page that holds the heading and a price of its own, but not a whole list of prices. */
function regionOf(heading: Element): Element | undefined {
  let at: Element | null = heading.parentElement;
  for (let climbed = 0; at && at.localName !== 'html' && climbed < MAX_CLIMB; climbed += 1) {
    const prices = at.querySelectorAll(PRICE).length;
    if (prices > 0) {
      return prices <= 40 ? at : undefined;
    }
    at = at.parentElement;
  }
  return undefined;
}

function hasBuyControl(document: Document): boolean {
  const elements = document.querySelectorAll(BUY);
  for (let index = 0; index < Math.min(elements.length, MAX_LOOKED_AT); index += 1) {
    const element = elements[index];
    const words = ['id', 'class', 'action', 'name', 'onclick'].map(
      (name) => element?.getAttribute(name)?.slice(0, 200) ?? '',
    );
    if (BUY_WORDS.test(words.join(' '))) {
      return true;
    }
  }
  return false;
}
