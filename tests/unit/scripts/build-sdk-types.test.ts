import { expect, it } from 'vitest';
import { faultsIn } from '../../../scripts/lib/build-sdk-types.mjs';

it('lets the compiler complain of schemas without a name, and of nothing else', () => {
  const brand =
    "src/a.ts(53,14): error TS4023: Exported variable 'a' has or is using name 'brand' but cannot be named.";
  const type = "src/b.ts(1,1): error TS2322: Type 'string' is not assignable to type 'number'.";
  const option = "error TS5023: Unknown compiler option 'x'.";
  expect(faultsIn(`${brand}\n${type}\n  more of it\n${option}\n`)).toEqual([type, option]);
  expect(faultsIn(`${brand}\n`)).toEqual([]);
});
