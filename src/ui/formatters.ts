/**
 * Formatters of a language, each made once: making one costs a browser some hundred times what using it does, and a table of
 * quotes has thousands of figures.
 */
export const numberFormat = kept(
  (language, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options),
);

export const dateFormat = kept(
  (language, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options),
  // Made anew for a person on a journey: a formatter stays in the time zone that it was made in.
  () => String(new Date().getTimezoneOffset()),
);

export const pluralRules = kept(
  (language, options: Intl.PluralRulesOptions) => new Intl.PluralRules(language, options),
);

function kept<Options extends object, Formatter>(
  make: (language: string, options: Options) => Formatter,
  circumstance: () => string = () => '',
): (language: string, options?: Options) => Formatter {
  const made = new Map<string, Formatter>();
  return (language, options = {} as Options) => {
    const key = JSON.stringify([language, options, circumstance()]);
    const known = made.get(key);
    if (known) {
      return known;
    }
    const formatter = make(language, options);
    made.set(key, formatter);
    return formatter;
  };
}
