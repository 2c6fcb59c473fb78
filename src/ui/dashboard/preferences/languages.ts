/** Languages that many people read, as BCP 47 tags; any other tag can be typed. */
const COMMON =
  'af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fil fr ga gl gu ha he hi hr hu hy id ig is it ja jv ka kk km kn ko ku ky lb lo lt lv mk ml mn mr ms mt my nb ne nl nn pa pl ps pt pt-BR rm ro ru si sk sl so sq sr sv sw ta te tg th tk tr uk ur uz vi yo zh-Hans zh-Hant zu';

/** A language as the person's own calls it. */
export interface NamedLanguage {
  readonly tag: string;
  readonly name: string;
}

/**
 * Every offered language with its name, sorted as the reader's language sorts.
 *
 * @param reader - the BCP 47 tag of the interface
 */
export function namedLanguages(reader: string): NamedLanguage[] {
  const collator = new Intl.Collator(reader);
  return COMMON.split(' ')
    .map((tag) => ({ tag, name: languageName(tag, reader) }))
    .sort((left, right) => collator.compare(left.name, right.name));
}

/** What the reader's language calls the language of a tag; the tag itself where it has no name or is none. */
export function languageName(tag: string, reader: string): string {
  if (tag === '') {
    return tag;
  }
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(tag) ?? tag;
  } catch (thrown) {
    if (thrown instanceof RangeError) {
      return tag; // not a tag: the person's own words stand as they are
    }
    throw thrown;
  }
}
