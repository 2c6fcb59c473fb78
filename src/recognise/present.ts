type Maybe<Shape> = { readonly [Key in keyof Shape]: Shape[Key] | undefined };

/** An object without the properties that are `undefined`: absent, as records are stored and sent. */
export function present<Shape extends object>(object: Maybe<Required<Shape>>): Shape {
  const result: Partial<Shape> = {};
  for (const key in object) {
    if (object[key] !== undefined) {
      result[key] = object[key];
    }
  }
  return result as Shape;
}
