import type { ColumnMapping } from '../../../app/import-types.ts';

type Part<Name extends keyof ColumnMapping> = NonNullable<ColumnMapping[Name]>;
type Where = Part<'wanted'>;

/** What such a column says where the answer is yes, until the person says otherwise. */
const YES = ['yes', 'true', '1', 'x'];

/** A mapping with one meaning changed; `undefined` takes it away. */
export function withPart<Name extends keyof ColumnMapping>(
  mapping: ColumnMapping,
  name: Name,
  part: ColumnMapping[Name] | undefined,
): ColumnMapping {
  const { [name]: _before, ...others } = mapping;
  return (part === undefined ? others : { ...others, [name]: part }) as ColumnMapping;
}

/** `fixed:Movie` or `column:Type`, as an option of the list says it. */
export function kindOption(kind: ColumnMapping['kind']): string {
  return 'fixed' in kind ? `fixed:${kind.fixed}` : `column:${kind.column}`;
}

export function kindOf(option: string): ColumnMapping['kind'] {
  const rest = option.slice(option.indexOf(':') + 1);
  return option.startsWith('fixed:') ? ({ fixed: rest } as ColumnMapping['kind']) : { column: rest };
}

/** The mark in another column. Nothing is known of a new column's scale: five stars are the commonest. */
export function markIn(column: string, before: ColumnMapping['mark']): Part<'mark'> | undefined {
  return column === '' ? undefined : { best: 5, worst: 0.5, zeroIsNone: true, ...before, column };
}

export function dateIn(column: string, before: ColumnMapping['date']): Part<'date'> | undefined {
  return column === '' ? undefined : { means: 'rated', ...before, column };
}

export function separatedIn(column: string, before: ColumnMapping['tags']): Part<'tags'> | undefined {
  return column === '' ? undefined : { separator: ',', ...before, column };
}

export function separatedBy(part: Part<'tags'>, separator: string): Part<'tags'> {
  return separator === '' ? { column: part.column } : { ...part, separator };
}

export function whereIn(column: string, before: ColumnMapping['wanted']): Where | undefined {
  return column === '' ? undefined : { equals: before?.equals ?? YES, column };
}

/** 'yes, true' → two words. */
export function wordsOf(text: string): string[] {
  return [...new Set(text.split(',').map((word) => word.trim()))].filter((word) => word !== '').slice(0, 20);
}

/** One identifier's column; the order is that of the list, so that the strongest comes first. */
export function identifierIn(
  mapping: ColumnMapping,
  schemes: readonly Part<'identifiers'>[number]['scheme'][],
  scheme: Part<'identifiers'>[number]['scheme'],
  column: string,
): ColumnMapping {
  const columns = new Map(mapping.identifiers.map((one) => [one.scheme, one.column]));
  columns.set(scheme, column);
  return {
    ...mapping,
    identifiers: schemes.flatMap((one) => {
      const own = columns.get(one) ?? '';
      return own === '' ? [] : [{ scheme: one, column: own }];
    }),
  };
}

/** Whether its scale is one: a mapping whose scale is none can't be used. */
export function hasScale({ mark }: ColumnMapping): boolean {
  return (
    mark === undefined ||
    (Number.isFinite(mark.best) && Number.isFinite(mark.worst) && mark.best > mark.worst && mark.best > 0)
  );
}
