/** An endpoint does not keep a rule. The message says what it did instead. */
export class ConformanceFault extends Error {
  override name = 'ConformanceFault';
}
