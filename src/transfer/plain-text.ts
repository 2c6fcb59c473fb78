/** Elements after which a new line begins. */
const BREAKS = /<(?:br|\/p|\/div|\/li|\/blockquote|\/h\d)\b[^<>]*>/giu;
/** A tag: a letter must follow, so that `a < b` and `<3` stay. */
const TAGS = /<\/?[a-z][^<>]*>/giu;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
};

/** What a review written with HTML says as plain text: breaks become line ends, other tags go, entities are read once. */
export function plainText(html: string): string {
  return (
    html
      .replace(BREAKS, '\n')
      .replace(TAGS, '')
      .replace(
        /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/giu,
        (entity, decimal?: string, hex?: string, name?: string) =>
          name === undefined
            ? characterOf(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal), entity)
            : (ENTITIES[name.toLowerCase()] ?? entity),
      )
      // Looked for from the beginning of each run of blanks only: a long run without a line end is looked at once.
      .replace(/(?<![^\S\n])[^\S\n]*\n[^\S\n]*/gu, '\n')
      .replace(/\n{3,}/gu, '\n\n')
      .trim()
  );
}

function characterOf(code: number, entity: string): string {
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : entity;
}
