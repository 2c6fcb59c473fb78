import { type CurrencyCode, readCurrency } from '../../../domain/currency.ts';
import { locale } from '../../i18n.ts';

/** ISO 3166-1, two letters. */
const COUNTRIES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  );

/** Where one currency is what most things are priced in; anything else is chosen by the person. */
const CURRENCY_OF: Readonly<Record<string, string>> = {
  EUR: 'AD AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC ME MT NL PT SI SK SM VA XK',
  USD: 'EC PR SV US',
  GBP: 'GB GG IM JE',
  CHF: 'CH LI',
  AUD: 'AU',
  BRL: 'BR',
  CAD: 'CA',
  CZK: 'CZ',
  DKK: 'DK FO GL',
  HUF: 'HU',
  INR: 'IN',
  JPY: 'JP',
  MXN: 'MX',
  NOK: 'NO SJ',
  NZD: 'NZ',
  PLN: 'PL',
  RON: 'RO',
  SEK: 'SE',
  TRY: 'TR',
  UAH: 'UA',
  ZAR: 'ZA',
};

export interface Named {
  readonly code: string;
  readonly name: string;
}

/** All countries by what the person's language calls them. */
export function namedCountries(): readonly Named[] {
  return named('region', COUNTRIES);
}

/** All currencies in use by what the person's language calls them. */
export function namedCurrencies(): readonly Named[] {
  return named(
    'currency',
    Intl.supportedValuesOf('currency').filter((code) => readCurrency(code) !== undefined),
  );
}

/** Where the person's own habits are from; empty when they don't say. */
export function ownCountry(languages: readonly string[] = navigator.languages): string {
  const regions = languages.map((language) => new Intl.Locale(language).region ?? '');
  return regions.find((region) => COUNTRIES.includes(region)) ?? '';
}

/** What things are priced in there; euros where nobody knows. */
export function currencyIn(country: string): CurrencyCode {
  const [code = 'EUR'] = Object.entries(CURRENCY_OF).find(([, countries]) => countries.includes(country)) ?? [];
  return (country === '' ? undefined : readCurrency(code)) ?? ('EUR' as CurrencyCode);
}

const known = new Map<string, readonly Named[]>();

/** Sorted as the person's language sorts; made once, since there are hundreds. */
function named(type: 'region' | 'currency', codes: readonly string[]): readonly Named[] {
  const key = `${type} ${locale()}`;
  const found =
    known.get(key) ??
    (() => {
      const names = new Intl.DisplayNames([locale()], { type });
      const collator = new Intl.Collator(locale());
      return codes
        .map((code) => ({ code, name: names.of(code) ?? code }))
        .sort((left, right) => collator.compare(left.name, right.name));
    })();
  known.set(key, found);
  return found;
}
