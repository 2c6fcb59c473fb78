import { locale } from './i18n.ts';

export interface CountryName {
  /** ISO 3166-1, two letters. */
  readonly code: string;
  readonly name: string;
}

/** Two letters that the browser has a name for and that are no country: Europe's money, the United Nations, made-up ones. */
const NO_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'XA', 'XB', 'ZZ', 'QO']);
/** Codes that ISO 3166-1 has withdrawn; a browser may still name them as what they became. */
const WITHDRAWN = new Set('AN BU CS DD DY FQ FX HV JT MI NH NQ NT PC PU PZ RH SU TP UK VD WK YD YU ZR'.split(' '));

const known = new Map<string, readonly CountryName[]>();

/** All countries by their names in the person's language, in its order. */
export function countryNames(): readonly CountryName[] {
  const language = locale();
  const names = known.get(language) ?? namesIn(language);
  known.set(language, names);
  return names;
}

function namesIn(language: string): readonly CountryName[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, place) => String.fromCharCode(65 + place));
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const { compare } = new Intl.Collator(language);
  return codes
    .filter((code) => !NO_COUNTRIES.has(code) && !WITHDRAWN.has(code))
    .flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [{ code, name }];
    })
    .toSorted((left, right) => compare(left.name, right.name));
}
