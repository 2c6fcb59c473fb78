import type { Moment } from '../domain/moment.ts';
import type { SourceContent } from '../domain/source-record.ts';
import { boundContent } from './bound-content.ts';
import type { Reason } from './entry.ts';
import { JoinedRatings } from './joined-ratings.ts';
import { JoinedUses } from './joined-uses.ts';
import { KEPT } from './kept-limits.ts';

/** What a source says of a thing beside marks and times. */
type Rest = Omit<SourceContent, 'ratings' | 'uses'>;

/**
 * What rows say of one thing, row by row. Nothing of any is lost; what several say is said once. The latest judgement is the
 * present one: by its date, or by its place in the files where dates do not tell. A row costs about the same however many
 * were before it: a diary of thousands of one film is read in a moment.
 */
export class JoiningContent {
  #ratings: JoinedRatings;
  #uses: JoinedUses;
  #rest: Rest;
  /** What the last row brought went beyond what is kept. */
  #isOver = false;

  constructor({ ratings, uses, ...rest }: SourceContent = {}) {
    this.#ratings = new JoinedRatings(ratings);
    this.#uses = new JoinedUses(uses);
    this.#rest = rest;
  }

  /** How many marks and times there are. */
  get size(): number {
    return this.#ratings.size + this.#uses.size;
  }

  /** No more of marks and times than Sayso keeps: the latest. */
  get content(): SourceContent {
    return {
      ...(this.#ratings.size > 0 && { ratings: this.#ratings.list.slice(-KEPT.list) }),
      ...this.#rest,
      ...(this.#uses.size > 0 && { uses: this.#uses.list.slice(-KEPT.uses) }),
    };
  }

  /**
   * @param isSameFile - it is a row of a file of which one has said something already: a mark that it gives once more, after
   *   another of the same time, is given anew. Another file tells again what this one told.
   * @returns whether it contradicts: another mark of the same time
   */
  add({ ratings = [], uses = [], ...rest }: SourceContent, isSameFile: boolean): boolean {
    const [marks, times] = [this.#ratings.size, this.#uses.size];
    const contradicts = this.#ratings.add(ratings, isSameFile);
    this.#uses.add(uses);
    this.#rest = joinRest(this.#rest, rest);
    this.#isOver = this.#ratings.size > Math.max(marks, KEPT.list) || this.#uses.size > Math.max(times, KEPT.uses);
    return contradicts;
  }

  /**
   * Keeps no more than Sayso does of one thing. To sort marks and times out at each row would cost as much as all of them:
   * twice as many may wait for that.
   *
   * @returns why the last row was not kept whole, if it was not: each reason once
   */
  bound(): readonly Reason[] {
    const { content, cut } = boundContent(this.#rest);
    this.#rest = content;
    if (this.#ratings.size > 2 * KEPT.list) {
      this.#ratings = new JoinedRatings(this.#ratings.list.slice(-KEPT.list));
    }
    if (this.#uses.size > 2 * KEPT.uses) {
      this.#uses = new JoinedUses(this.#uses.list.slice(-KEPT.uses));
    }
    return this.#isOver ? [...new Set([...cut, 'too-many' as const])].sort() : cut;
  }
}

function joinRest(one: Rest, other: Rest): Rest {
  const { text, earlierTexts } = joinTexts(one, other);
  const tags = union(one.tags, other.tags);
  const note = [...new Set([one.note, other.note].filter((words) => words !== undefined))].join('\n\n');
  const useCount = Math.max(one.useCount ?? 0, other.useCount ?? 0);
  const others = joinOthers(one.others, other.others);
  return {
    ...(text !== undefined && { text }),
    ...(earlierTexts.length > 0 && { earlierTexts }),
    ...((one.aspects ?? other.aspects) && { aspects: [...(other.aspects ?? one.aspects ?? [])] }),
    ...(tags.length > 0 && { tags }),
    ...(note !== '' && { note }),
    ...(useCount > 0 && { useCount }),
    ...((one.liked ?? other.liked) && { liked: earlier(one.liked, other.liked) }),
    ...((one.owned ?? other.owned) && { owned: joinOwned(one.owned, other.owned) }),
    ...((one.wanted ?? other.wanted) && { wanted: earlier(one.wanted, other.wanted) }),
    ...(Object.keys(others).length > 0 && { others }),
  };
}

function joinTexts(
  one: Rest,
  other: Rest,
): { readonly text?: string | undefined; readonly earlierTexts: readonly string[] } {
  const texts = [...(one.earlierTexts ?? []), one.text, ...(other.earlierTexts ?? []), other.text];
  const words = [...new Set(texts.filter((text) => text !== undefined))];
  return { text: words.at(-1), earlierTexts: words.slice(0, -1) };
}

function joinOwned(one: Rest['owned'], other: Rest['owned']): NonNullable<Rest['owned']> {
  const count = (one?.count ?? 0) + (other?.count ?? 0);
  return { ...earlier(one, other), ...(count > 0 && { count }) };
}

/** Since when: the earlier of two known times, with whatever else was said. */
function earlier<T extends { readonly at?: Moment }>(one: T | undefined, other: T | undefined): T {
  const at = [one?.at, other?.at].filter((moment) => moment !== undefined).sort()[0];
  return { ...other, ...one, ...(at !== undefined && { at }) } as T;
}

function joinOthers(one: Rest['others'] = {}, other: Rest['others'] = {}): Record<string, string> {
  const joined = new Map(Object.entries(one));
  for (const [name, text] of Object.entries(other)) {
    const known = joined.get(name);
    const isNew = known !== undefined && known !== text && !known.split('; ').includes(text);
    joined.set(name, isNew ? `${known}; ${text}` : (known ?? text));
  }
  return Object.fromEntries(joined);
}

function union(one: readonly string[] = [], other: readonly string[] = []): string[] {
  return [...new Set([...one, ...other])];
}
