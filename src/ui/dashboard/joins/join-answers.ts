import type { ReactiveControllerHost } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { joinItems } from '../../../app/join-items.ts';
import { refuseJoin } from '../../../app/refuse-join.ts';
import type { JoinSuggestion } from '../../../app/suggest-joins.ts';
import type { ItemId, RecordId } from '../../../domain/ids.ts';
import { takeBack } from '../take-back.ts';
import { type KeptAnswer, keepAnswers } from './kept-answers.ts';

/** What the person said of a pair, from the press of the key on. */
export interface JoinAnswer {
  readonly suggestion: JoinSuggestion;
  readonly isOne: boolean;
}

interface Given extends JoinAnswer {
  readonly key: string;
  state: 'waiting' | 'writing' | 'written' | 'turning';
  /** Once it is written. */
  journalId?: RecordId;
}

type AnswersHost = ReactiveControllerHost & { readonly context: AppContext };

/** Hears what became of an answer. */
interface AnswersHeard {
  readonly onWritten: (answer: JoinAnswer) => Promise<void>;
  readonly onFailed: (thrown: unknown) => void;
}

/**
 * The answers of the person, written one after the other in the order in which they were given. Nobody waits for them: a
 * pair is away from the moment it is answered, and comes back when it could not be written or was taken back. What waits is
 * kept, should the tab be closed meanwhile.
 */
export class JoinAnswers {
  readonly #host: AnswersHost;
  readonly #heard: AnswersHeard;
  /** What was given here and not taken back, the last one last. */
  readonly #given: Given[] = [];
  /** Those that the list of suggestions does not show yet, in the order of their giving. */
  #open: Given[] = [];
  /** Those that were taken back once they were being written, until that is done. */
  readonly #takenBack = new Set<Given>();
  #last: Promise<void> = Promise.resolve();

  constructor(host: AnswersHost, heard: AnswersHeard) {
    this.#host = host;
    this.#heard = heard;
  }

  /** How many answers are not written yet, or not taken back yet. */
  get underWay(): number {
    return this.#open.filter(({ state }) => state === 'waiting' || state === 'writing' || state === 'turning').length;
  }

  /** Writes what the person says of a pair as soon as what was said before is written. */
  give(answer: JoinAnswer): void {
    const given: Given = { ...answer, key: pairOf(answer.suggestion), state: 'waiting' };
    this.#given.push(given);
    this.#open.push(given);
    this.#keep();
    this.#host.requestUpdate();
    this.#then(() => this.#write(given)).catch((thrown: unknown) => this.#heard.onFailed(thrown));
  }

  /** The one that was given last, and not taken back. */
  get last(): JoinAnswer | undefined {
    return this.#given.at(-1);
  }

  /**
   * Takes an answer back: one that waits is never written; any other one is undone once it is written.
   *
   * @returns whether it stood until now
   * @throws {AppError} as `undoChange`; it stands then as before
   */
  async takeBack(answer: JoinAnswer): Promise<boolean> {
    const index = this.#given.findIndex((one) => one === answer);
    const given = this.#given[index];
    if (!given) {
      return false; // by the key and by the button at once
    }
    this.#given.splice(index, 1);
    if (given.state === 'waiting') {
      this.#close(given);
      return true;
    }
    this.#takenBack.add(given);
    this.#keep();
    await this.#then(() => this.#turn(given, index));
    return true;
  }

  /** Whether the person answered it, and the list does not know yet. */
  isAnswered(suggestion: JoinSuggestion): boolean {
    return this.#open.some(({ key }) => key === pairOf(suggestion));
  }

  /**
   * Whether it is to be shown: neither answered, nor about a thing that becomes part of another one just now. What such a
   * pair is about is known only when that is written.
   */
  isShown(suggestion: JoinSuggestion): boolean {
    const ids = idsOf(suggestion);
    const isHeld = this.#open.some((given) => given.isOne && idsOf(given.suggestion).some((id) => ids.includes(id)));
    return !isHeld && !this.isAnswered(suggestion);
  }

  /** Lets go of the answers that the list of suggestions knows. */
  settle(suggestions: readonly JoinSuggestion[]): void {
    const keys = new Set(suggestions.map(pairOf));
    this.#open = this.#open.filter(({ state, key }) => state !== 'written' || keys.has(key));
  }

  async #write(given: Given): Promise<void> {
    if (given.state !== 'waiting' || !this.#open.includes(given)) {
      return; // taken back before its turn came
    }
    given.state = 'writing';
    const { context } = this.#host;
    const [{ item: one }, { item: other }] = given.suggestion.items;
    const pair = { one: one.id, other: other.id };
    try {
      const { journalId } = given.isOne ? await joinItems(context, pair) : await refuseJoin(context, pair);
      given.journalId = journalId;
      given.state = 'written';
      this.#keep();
    } catch (thrown) {
      this.#forget(given);
      throw thrown;
    }
    this.#host.requestUpdate();
    await this.#heard.onWritten(given);
  }

  async #turn(given: Given, index: number): Promise<void> {
    const { journalId } = given;
    if (journalId === undefined) {
      this.#takenBack.delete(given);
      return; // it could not be written
    }
    given.state = 'turning';
    if (!this.#open.includes(given)) {
      this.#open.push(given);
    }
    this.#host.requestUpdate();
    try {
      await takeBack(this.#host.context, { journalIds: [journalId] });
      this.#takenBack.delete(given);
      this.#close(given);
    } catch (thrown) {
      this.#takenBack.delete(given);
      this.#keep();
      given.state = 'written';
      this.#given.splice(index, 0, given);
      this.#host.requestUpdate();
      throw thrown;
    }
  }

  /** Runs it when everything before has ended, well or badly. */
  #then(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  #forget(given: Given): void {
    const index = this.#given.indexOf(given);
    if (index >= 0) {
      this.#given.splice(index, 1);
    }
    this.#close(given);
  }

  #close(given: Given): void {
    this.#open = this.#open.filter((one) => one !== given);
    this.#keep();
    this.#host.requestUpdate();
  }

  /** What is to be done still, should nobody be here to do it. */
  #keep(): void {
    const waiting = this.#given.filter(({ state }) => state === 'waiting' || state === 'writing');
    const answers = waiting.map(({ suggestion, isOne }): KeptAnswer => {
      const [one, other] = suggestion.items;
      return { one: one.item.id, other: other.item.id, isOne };
    });
    const takenBack = [...this.#takenBack].flatMap(({ journalId }): KeptAnswer[] =>
      journalId === undefined ? [] : [{ takenBack: journalId }],
    );
    keepAnswers([...answers, ...takenBack]);
  }
}

/** The same for the same two things, whichever comes first. */
export function pairOf(suggestion: JoinSuggestion): string {
  return idsOf(suggestion).toSorted().join(' ');
}

function idsOf({ items: [one, other] }: JoinSuggestion): readonly ItemId[] {
  return [one.item.id, other.item.id];
}
