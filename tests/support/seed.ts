/**
 * What every property and every random choice of a test begins with: fixed, so that a run depends on no luck. To look for
 * more, in whatever tests: `SAYSO_SEED=7 npx vitest run --project unit-pure tests/unit/transfer`, and for the property of the
 * store, which takes long, `SAYSO_RUNS=1000` beside it.
 */
export const SEED = Number(process.env['SAYSO_SEED'] ?? 20_261_122);

/** How many runs were asked for; `undefined` for as many as each property says itself. */
export const RUNS = process.env['SAYSO_RUNS'] === undefined ? undefined : Number(process.env['SAYSO_RUNS']);
