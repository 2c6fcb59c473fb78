/** What a vendor may send, made out of the schemas that Sayso reads by, with markup in every field that takes words. */
import * as v from 'valibot';

/** A schema of valibot, as far as it can be looked into. */
interface Schema extends v.GenericSchema {
  readonly wrapped?: Schema;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly item?: Schema;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
}

export interface Marked {
  readonly body: Readonly<Record<string, unknown>>;
  /** Where in it each piece of markup stands, by the markup. */
  readonly marks: ReadonlyMap<string, string>;
}

/** For texts that take no words: the first that will do. */
const TEXTS = [
  '1',
  'EUR',
  '2027-01-31T18:00:00Z',
  'https://elsewhere.example',
  '00000000-0000-4000-8000-000000000001',
] as const;

/**
 * A message of each kind that a schema knows, whole: all optional fields are in it, unless they contradict each other. A field that is
 * added to the schema is in it, too.
 */
export function markedMessages(schema: v.GenericSchema): readonly Marked[] {
  const { type, options } = schema as Schema;
  const kinds = type === 'variant' ? (options as Schema[]) : [schema as Schema];
  return kinds.map((kind) => {
    const body = new Maker().make(kind) as Record<string, unknown>;
    return { body, marks: new Map(marksOf(body, '')) };
  });
}

/** The markup in a text of the {@link Maker}. */
const MARK = /^<x-m\d+ /u;

function marksOf(value: unknown, path: string): (readonly [string, string])[] {
  if (typeof value === 'string') {
    return MARK.test(value) ? [[value, path.slice(1)]] : [];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => marksOf(inner, `${path}.${name}`))
    : [];
}

class Maker {
  #marks = 0;

  make(schema: Schema): unknown {
    switch (schema.type) {
      case 'exact_optional':
      case 'optional':
        return this.make(schema.wrapped!);
      case 'strict_object':
        return this.#object(schema);
      case 'array':
        return (schema.item!.type === 'variant' ? (schema.item!.options as Schema[]) : [schema.item!]).map((one) =>
          this.make(one),
        );
      case 'union':
        return (schema.options as Schema[]).map((one) => this.make(one)).find((made) => typeof made === 'string');
      case 'variant':
        return this.make(schema.options![0] as Schema);
      case 'picklist':
        return schema.options![0];
      case 'literal':
        return schema.literal;
      case 'boolean':
        return false;
      case 'number':
        return 1;
      case 'string':
        return this.#text(schema);
      default:
        throw new Error(`Nobody has said how a ${schema.type} is made.`);
    }
  }

  #text(schema: Schema): string {
    this.#marks += 1;
    const mark = `<x-m${this.#marks} onclick="alert(1)">${this.#marks}</x-m${this.#marks}>`;
    const text = [mark, ...TEXTS].find((one) => v.safeParse(schema, one).success);
    if (text === undefined) {
      throw new Error('No text will do for a field: add one.');
    }
    return text;
  }

  /** Fields that may be left out are, one, where all of them together are refused. */
  #object(schema: Schema): Record<string, unknown> {
    const made = Object.entries(schema.entries!).map(([name, field]) => [name, this.make(field)] as const);
    const optional = made.filter(([name]) => schema.entries![name]!.type === 'exact_optional');
    const tries = [made, ...optional.map((left) => made.filter((one) => one !== left))];
    const good = tries.map((fields) => Object.fromEntries(fields)).find((one) => v.safeParse(schema, one).success);
    if (!good) {
      throw new Error(`No object will do: ${JSON.stringify(Object.fromEntries(made))}`);
    }
    return good;
  }
}
