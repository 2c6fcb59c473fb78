import type { Moment } from '../../src/domain/moment.ts';
import type { ItemKind } from '../../src/domain/item.ts';
import { sourceRecordId } from '../../src/domain/source-record.ts';
import type { GatheredThing } from '../../src/transfer/gather.ts';
import { id } from './samples.ts';

/** What a source says of a thing, in short. Marks are out of ten. */
export interface Said {
  readonly name: string;
  readonly names?: readonly string[];
  readonly kind?: ItemKind;
  readonly year?: number;
  readonly mark?: number;
  readonly at?: string;
  /** Several judgements, each with its time. */
  readonly marks?: readonly (readonly [mark: number, at: string])[];
  readonly text?: string;
  readonly wanted?: boolean;
  readonly seen?: boolean;
}

export function gathered(source: string, things: readonly Said[]): GatheredThing[] {
  return things.map(({ name, names = [], kind = 'Movie', year, mark, at, marks, text, wanted, seen }) => {
    const given = marks ?? (mark === undefined ? [] : [[mark, at] as const]);
    return {
      id: sourceRecordId(source, names[0] ?? name),
      source,
      facts: { kind, name, ...(year !== undefined && { year }), identifiers: names.map(id) },
      content: {
        ...(given.length > 0 && {
          ratings: given.map(([value, when]) => ({
            given: { value, best: 10, worst: 1 },
            ...(when !== undefined && { at: when as Moment }),
          })),
        }),
        ...(text !== undefined && { text }),
        ...(wanted === true && { wanted: {} }),
        ...(seen === true && { uses: [{}] }),
      },
    };
  });
}
