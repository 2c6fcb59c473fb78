import { Paused, type StayOptions } from './stay.ts';
import { turn } from './turn.ts';

/**
 * Does a long transaction that looks out for a pause with `stay`. Paused, it is taken back whole and done from its
 * beginning when the person goes on: left open, it would keep everybody else from the database for as long as they pause.
 *
 * @throws {AppError} `cancelled` once the person has stopped it, and whatever `work` throws
 */
export async function beginAnew<T>(control: StayOptions, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (thrown) {
      if (!(thrown instanceof Paused)) {
        throw thrown;
      }
      await turn(control);
    }
  }
}
