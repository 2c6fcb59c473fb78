interface Batch<One, Answer> {
  readonly all: One[];
  readonly answers: Promise<readonly Answer[]>;
}

/**
 * Does what it is given at once; what comes meanwhile it does after that, all of it together. Of fifty that come at one time each
 * would otherwise wait for those before it, or all of them crowd whoever answers.
 *
 * @param doAll - answers in the order in which it was asked. Where it fails, each is tried alone, so that nothing fails by another
 */
export function together<One, Answer>(
  doAll: (all: readonly One[]) => Promise<readonly Answer[]>,
): (one: One) => Promise<Answer> {
  let gathering: Batch<One, Answer> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const begin = (): Batch<One, Answer> => {
    const all: One[] = [];
    const answers = last.then(() => {
      gathering = undefined;
      return doAll(all);
    });
    last = answers.catch(() => undefined);
    return { all, answers };
  };
  return async (one) => {
    const { all, answers } = (gathering ??= begin());
    const place = all.push(one) - 1;
    try {
      return (await answers)[place] as Answer;
    } catch (thrown) {
      if (all.length === 1) {
        throw thrown;
      }
      return (await doAll([one]))[0] as Answer;
    }
  };
}
