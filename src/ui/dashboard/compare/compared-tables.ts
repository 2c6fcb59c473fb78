import type { ComparedQuote, CurrencyGroup } from '../../../app/weigh-quotes.ts';
import type { CurrencyCode } from '../../../domain/currency.ts';
import type { ThreadId } from '../../../domain/ids.ts';
import { inBanks } from './in-banks.ts';

/**
 * How many cells are drawn before somebody asks for more: some twelve quotes of twenty lines, or fifty of one. What is drawn stays
 * in memory, and a browser that clears up stops for as long as it holds much.
 */
const CELLS = 1_200;

/** How quotes stand side by side: by currency, in banks of as many as fit beside each other, and how many banks are to be drawn. */
export interface ComparedTables {
  readonly groups: readonly {
    readonly currency: CurrencyCode;
    readonly count: number;
    readonly banks: readonly (readonly ComparedQuote[])[];
  }[];
  /** Quotes in all. */
  readonly count: number;
  /** Banks to be drawn. */
  readonly wanted: number;
  /** Quotes in those. */
  readonly shown: number;
  /** The first one that has to be asked for. */
  readonly next: ThreadId | undefined;
  /** How many times more has to be asked for until this one is drawn. */
  readonly turnOf: (thread: ThreadId) => number;
}

/**
 * @param options.abreast - how many fit beside each other
 * @param options.rows - of each table
 * @param options.turns - how many times somebody asked for more
 */
export function comparedTables(
  of: readonly CurrencyGroup[],
  { abreast, rows, turns }: { readonly abreast: number; readonly rows: number; readonly turns: number },
): ComparedTables {
  const groups = of.map(({ currency, quotes }) => ({
    currency,
    count: quotes.length,
    banks: inBanks(quotes, abreast),
  }));
  const banks = groups.flatMap((group) => group.banks);
  const atOnce = Math.max(1, Math.floor(CELLS / Math.max(1, rows * abreast)));
  const wanted = Math.min(banks.length, (turns + 1) * atOnce);
  return {
    groups,
    count: banks.flat().length,
    wanted,
    shown: banks.slice(0, wanted).flat().length,
    next: banks[wanted]?.[0]?.quote.thread,
    turnOf: (thread) =>
      Math.max(0, Math.floor(banks.findIndex((bank) => bank.some(({ quote }) => quote.thread === thread)) / atOnce)),
  };
}
