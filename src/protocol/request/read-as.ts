import * as v from 'valibot';

/**
 * A step of a schema that turns what came into a value of the domain, by the domain's own reader.
 *
 * @param read - `undefined` when it can't be read
 * @param rule - what is told then
 * @param field - of an object: the field that the fault is told of
 */
export function readAs<From, To extends object | string | number>(
  read: (value: From) => To | undefined,
  rule: string,
  field?: keyof From & string,
) {
  return v.rawTransform<From, To>(({ dataset, addIssue, NEVER }) => {
    const input = dataset.value;
    const value = read(input);
    if (value !== undefined) {
      return value;
    }
    addIssue({
      message: rule,
      ...(field !== undefined && {
        path: [
          { type: 'object', origin: 'value', input: input as Record<string, unknown>, key: field, value: input[field] },
        ],
      }),
    });
    return NEVER;
  });
}
