type Schema = Readonly<Record<string, unknown>>;

/** What a schema may say. A keyword that is not here is a hole in this test's eyes, so it is an error. */
const KNOWN = new Set(
  [
    'type',
    'const',
    'enum',
    'anyOf',
    'oneOf',
    'pattern',
    'format',
    'minLength',
    'maxLength',
    'minimum',
    'maximum',
    'items',
    'minItems',
  ].concat(['maxItems', 'properties', 'required', 'additionalProperties', 'default']),
);

/**
 * Checks a value by a JSON Schema (2020-12), as far as ours go. Independent of the library that makes them.
 *
 * @returns the first path that does not fit, such as `/required/0/collection`; `undefined` when all does
 * @throws {Error} for a keyword that it does not know
 */
export function misfit(schema: Schema, value: unknown, path = ''): string | undefined {
  const unknown = Object.keys(schema).filter((keyword) => !KNOWN.has(keyword));
  if (unknown.length > 0) {
    throw new Error(`unknown keywords at ${path}: ${unknown.join()}`);
  }
  const at = path === '' ? '/' : path;
  if (Array.isArray(schema['anyOf'])) {
    return (schema['anyOf'] as Schema[]).some((one) => misfit(one, value, path) === undefined) ? undefined : at;
  }
  if (Array.isArray(schema['oneOf'])) {
    return misfitOfOne(schema['oneOf'] as Schema[], value, path);
  }
  if ('const' in schema && schema['const'] !== value) {
    return at;
  }
  if (Array.isArray(schema['enum']) && !schema['enum'].includes(value)) {
    return at;
  }
  if (typeof schema['type'] === 'string' && !isOfType(schema['type'], value)) {
    return at;
  }
  if (typeof value === 'string') {
    return fitsText(schema, value) ? undefined : at;
  }
  if (typeof value === 'number') {
    return value >= numberOf(schema, 'minimum', -Infinity) && value <= numberOf(schema, 'maximum', Infinity)
      ? undefined
      : at;
  }
  if (Array.isArray(value)) {
    return misfitInList(schema, value, path);
  }
  return typeof value === 'object' && value !== null ? misfitInObject(schema, value as Schema, path) : undefined;
}

/** Exactly one has to fit. Told apart by a constant, the one that is meant says where it does not. */
function misfitOfOne(options: readonly Schema[], value: unknown, path: string): string | undefined {
  const wrong = options.map((one) => misfit(one, value, path));
  const fitting = wrong.filter((one) => one === undefined).length;
  if (fitting === 1) {
    return undefined;
  }
  const meant = wrong.filter((one) => one !== `${path}/kind` && one !== `${path}/@type` && one !== `${path}/kty`);
  return fitting === 0 && meant.length === 1 ? meant[0] : path === '' ? '/' : path;
}

function misfitInList(schema: Schema, list: readonly unknown[], path: string): string | undefined {
  if (list.length < numberOf(schema, 'minItems', 0) || list.length > numberOf(schema, 'maxItems', Infinity)) {
    return path === '' ? '/' : path;
  }
  const items = schema['items'] as Schema | undefined;
  return (
    items && list.map((item, index) => misfit(items, item, `${path}/${index}`)).find((wrong) => wrong !== undefined)
  );
}

function misfitInObject(schema: Schema, object: Schema, path: string): string | undefined {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;
  const missing = ((schema['required'] ?? []) as string[]).find((name) => !Object.hasOwn(object, name));
  if (missing !== undefined) {
    return `${path}/${missing}`;
  }
  for (const [name, value] of Object.entries(object)) {
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const wrong = own
      ? misfit(own, value, `${path}/${name}`)
      : schema['additionalProperties'] === false
        ? `${path}/${name}`
        : undefined;
    if (wrong !== undefined) {
      return wrong;
    }
  }
  return undefined;
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    default:
      return typeof value === type;
  }
}

function fitsText(schema: Schema, text: string): boolean {
  const length = Array.from(text).length;
  return (
    length >= numberOf(schema, 'minLength', 0) &&
    length <= numberOf(schema, 'maxLength', Infinity) &&
    (typeof schema['pattern'] !== 'string' || new RegExp(schema['pattern'], 'u').test(text))
  );
}

function numberOf(schema: Schema, keyword: string, otherwise: number): number {
  return typeof schema[keyword] === 'number' ? schema[keyword] : otherwise;
}
