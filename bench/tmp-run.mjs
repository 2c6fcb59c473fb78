import { withModule } from './support/load-ts.mjs';
console.log(
  await withModule('/bench/library/bench-library.ts', ({ benchLibrary }) =>
    benchLibrary(process.argv[2], Number(process.argv[3])),
  ),
);
