import type { Branded } from './ids.ts';

/** An ISO 4217 code of money that is in use: `EUR`. Metals, test codes and units of account are none. */
export type CurrencyCode = Branded<'CurrencyCode'>;

/**
 * How many decimals a currency counts in, by ISO 4217 (list one, 2026). The browser's own table differs in places
 * from it (it shows no fillér and no fils), and would make another amount of the same digits.
 */
const CODES: Readonly<Record<0 | 2 | 3 | 4, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP
      COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR
      JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN
      NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL
      THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const EXPONENTS: ReadonlyMap<string, number> = new Map(
  Object.entries(CODES).flatMap(([exponent, codes]) => codes.split(/\s+/u).map((code) => [code, Number(exponent)])),
);

/** @returns `undefined` when it is no currency in use, in capitals. */
export function readCurrency(text: string): CurrencyCode | undefined {
  return EXPONENTS.has(text) ? (text as CurrencyCode) : undefined;
}

/** 0, 2, 3 or 4: the decimals between the unit of a currency and its smallest. */
export function exponentOf(currency: CurrencyCode): number {
  return EXPONENTS.get(currency) ?? 2;
}
