/** Stars of MovieLens, in halves. */
export const MOVIELENS_SCALE = { best: 5, worst: 0.5 };
