/** An element of a UBL document: a basic one has text, an aggregate has others in the order of its schema. */
export interface UblElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly UblElement[];
}

/** Whatever is not there is left out: UBL has no empty elements. */
export type MaybeElement = UblElement | undefined;

/** All but the characters of XML 1.0: it has no way to write these, not even as a reference. */
const NO_CHARACTER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader would make a line feed of it, and blanks of the others where they stand in an attribute.
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** @returns `undefined` without text */
export function cbc(
  name: string,
  text: string | number | undefined,
  attributes: Readonly<Record<string, string>> = {},
): MaybeElement {
  return text === undefined || text === '' ? undefined : { name: `cbc:${name}`, attributes, content: String(text) };
}

/** @returns `undefined` when nothing is in it */
export function cac(name: string, children: readonly MaybeElement[]): MaybeElement {
  const content = children.filter((child) => child !== undefined);
  return content.length === 0 ? undefined : { name: `cac:${name}`, attributes: {}, content };
}

/** A whole document of UBL 2.3, which older 2.x readers can read as well: nothing in it is newer than 2.1. */
export function ublDocument(name: string, children: readonly MaybeElement[]): string {
  const urn = (schema: string): string => `urn:oasis:names:specification:ubl:schema:xsd:${schema}-2`;
  const attributes = {
    xmlns: urn(name),
    'xmlns:cac': urn('CommonAggregateComponents'),
    'xmlns:cbc': urn('CommonBasicComponents'),
  };
  const content = [cbc('UBLVersionID', '2.3'), ...children].filter((child) => child !== undefined);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write({ name, attributes, content }, '')}`;
}

function write({ name, attributes, content }: UblElement, indent: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const inside =
    typeof content === 'string'
      ? escaped(content)
      : `\n${content.map((child) => write(child, `${indent}  `)).join('')}${indent}`;
  return `${indent}<${name}${written.join('')}>${inside}</${name}>\n`;
}

function escaped(text: string): string {
  return text.replace(NO_CHARACTER, '\ufffd').replace(/[&<>"\r\n\t]/gu, (character) => REFERENCES[character] ?? '');
}
