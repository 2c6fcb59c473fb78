import type { AppContext } from '../app/context.ts';
import { type EndpointSays, takeAnswers } from '../app/take-answers.ts';

interface Waiting {
  readonly answer: EndpointSays;
  readonly resolve: () => void;
  readonly reject: (thrown: unknown) => void;
}

/**
 * Writes down what vendors answer, as it comes. What comes while others are written down is written down after them, all of it in
 * one transaction: of fifty that answer at one time each would wait for those before it, and the last one for all.
 */
export class AnswerBook {
  readonly #context: AppContext;
  readonly #waiting: Waiting[] = [];
  #isWriting = false;

  constructor(context: AppContext) {
    this.#context = context;
  }

  /**
   * @returns when it is written down
   * @throws {AppError} as `takeAnswers`, and only for what is wrong with this one
   */
  take(answer: EndpointSays): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ answer, resolve, reject });
      void this.#write();
    });
  }

  async #write(): Promise<void> {
    if (this.#isWriting) {
      return;
    }
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      await this.#takeAll(this.#waiting.splice(0));
    }
    this.#isWriting = false;
  }

  /** Nobody's answer fails by another's: what can't be taken together is taken one by one. */
  async #takeAll(some: readonly Waiting[]): Promise<void> {
    try {
      await takeAnswers(
        this.#context,
        some.map(({ answer }) => answer),
      );
      some.forEach(({ resolve }) => resolve());
    } catch (thrown) {
      if (some.length === 1) {
        some[0]?.reject(thrown);
        return;
      }
      for (const one of some) {
        await this.#takeAll([one]);
      }
    }
  }
}
