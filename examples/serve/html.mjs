/** Markup that is safe to put into markup. */
export class Html {
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

/** A template of markup: everything put into it is escaped, unless it came from `html` or `jsonLd`. Lists are joined. */
export function html(strings, ...values) {
  return new Html(strings.reduce((text, part, index) => text + markup(values[index - 1]) + part));
}

/** A block of JSON-LD that no text in it can end. */
export function jsonLd(data) {
  const text = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c');
  return new Html(`<script type="application/ld+json">${text}</script>`);
}

/** Text for an attribute's value or an element's content, in HTML and SVG. */
export function escape(text) {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return String(text).replace(/[&<>"']/gu, (character) => entities[character]);
}

function markup(value) {
  if (Array.isArray(value)) {
    return value.map(markup).join('');
  }
  if (value === undefined || value === null || value === false) {
    return '';
  }
  return value instanceof Html ? value.text : escape(value);
}
