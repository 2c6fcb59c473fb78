type Maybe<Shape> = { readonly [Key in keyof Shape]: Shape[Key] | undefined };

/** An object without the properties that are `undefined`: absent, as records are stored and sent. */
export function present<Shape extends object>(object: Maybe<Required<Shape>>): Shape {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Shape;
}
