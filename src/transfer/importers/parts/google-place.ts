import { type Identifier, identifierOf } from '../../../domain/identifier.ts';
import { cleanText } from '../../clean-text.ts';
import { thingOf } from '../../entry.ts';

/** The number Google gives a place, in decimal. */
export function placeNumber(address: string): string | undefined {
  const [, decimal, hexadecimal] =
    /^https?:\/\/(?:[a-z]+\.)*google\.[a-z.]+\/[^\s]*(?:[?&]cid=([1-9]\d{0,19})(?!\d)|!1s0x[\da-f]{1,16}:0x([\da-f]{1,16})(?![\da-f]))/iu.exec(
      address.slice(0, 2_000),
    ) ?? [];
  const number = decimal ?? (hexadecimal === undefined ? '0' : BigInt(`0x${hexadecimal}`).toString());
  return number === '0' ? undefined : number;
}

/** The short address of a place, in a list of its own; the long one holds coordinates. */
export function placeAddress(number: string | undefined): Identifier[] {
  const identifier = number === undefined ? undefined : identifierOf('url', `https://maps.google.com/?cid=${number}`);
  return identifier === undefined ? [] : [identifier];
}

/** What a place is called in all of Google's files: its number, else its name and street. */
export function placeThing(number: string | undefined, name: string, street: string): string {
  return number === undefined ? thingOf(name, cleanText(street).text) : `cid ${number}`;
}
