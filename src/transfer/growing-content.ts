import type { SourceContent } from '../domain/source-record.ts';
import { boundContent } from './bound-content.ts';
import type { Reason } from './entry.ts';
import { JoiningContent } from './joining-content.ts';

/** With more marks and times than these they are kept by their times, at more memory than most things are worth. */
const MANY = 64;

/** What the rows of one thing say, bound to what Sayso keeps, while they come. */
export class GrowingContent {
  #content: SourceContent | undefined;
  /** In place of it, of a thing with many marks and times. */
  #joining: JoiningContent | undefined;

  constructor(content?: SourceContent) {
    this.#content = content;
  }

  /** Absent while no row said anything. */
  get content(): SourceContent | undefined {
    return this.#joining?.content ?? this.#content;
  }

  get isEmpty(): boolean {
    return this.#joining === undefined && this.#content === undefined;
  }

  /**
   * @param isSameFile - as of {@link JoiningContent.add}
   * @returns whether the row contradicts one before it, and why it was not kept whole, if it was not
   */
  add(content: SourceContent, isSameFile: boolean): { contradicts: boolean; cut: readonly Reason[] } {
    if (this.isEmpty) {
      const bound = boundContent(content);
      this.#content = bound.content;
      return { contradicts: false, cut: bound.cut };
    }
    const joining = this.#joining ?? new JoiningContent(this.#content);
    const contradicts = joining.add(content, isSameFile);
    const cut = joining.bound();
    if (joining.size > MANY) {
      this.#joining = joining;
      this.#content = undefined;
    } else {
      this.#joining = undefined;
      this.#content = joining.content;
    }
    return { contradicts, cut };
  }
}
