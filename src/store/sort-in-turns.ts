import { nextTurn } from './next-turn.ts';

/** Runs short enough to be sorted within a frame. */
const RUN = 1_000;

/** How long one turn may take, in milliseconds. */
const TURN_MS = 12;

/**
 * Sorts without holding up the page: in turns of a few milliseconds, between which it draws and hears keys.
 * A hundred thousand names take a second in all.
 */
export async function sortInTurns<T>(list: readonly T[], compare: (left: T, right: T) => number): Promise<T[]> {
  let endMs = performance.now() + TURN_MS;
  const rest = async (): Promise<void> => {
    if (performance.now() > endMs) {
      await nextTurn();
      endMs = performance.now() + TURN_MS;
    }
  };
  let runs: T[][] = [];
  for (let start = 0; start < list.length; start += RUN) {
    runs.push(list.slice(start, start + RUN).sort(compare));
    await rest();
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let index = 0; index < runs.length; index += 2) {
      merged.push(await merge(runs[index] ?? [], runs[index + 1] ?? [], compare, rest));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge<T>(
  left: readonly T[],
  right: readonly T[],
  compare: (left: T, right: T) => number,
  rest: () => Promise<void>,
): Promise<T[]> {
  const merged: T[] = [];
  let [fromLeft, fromRight] = [0, 0];
  while (fromLeft < left.length && fromRight < right.length) {
    const isLeft = compare(left[fromLeft] as T, right[fromRight] as T) <= 0;
    merged.push((isLeft ? left[fromLeft] : right[fromRight]) as T);
    fromLeft += Number(isLeft);
    fromRight += Number(!isLeft);
    if (merged.length % RUN === 0) {
      await rest();
    }
  }
  for (const one of left.slice(fromLeft)) {
    merged.push(one);
  }
  for (const one of right.slice(fromRight)) {
    merged.push(one);
  }
  return merged;
}
