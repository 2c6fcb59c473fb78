import { css, html, LitElement, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AppContext } from '../../../app/context.ts';
import type { RequestStory, ThreadEntry } from '../../../app/list-requests.ts';
import type { Origin, ThreadId } from '../../../domain/ids.ts';
import type { Thread } from '../../../domain/thread.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import './sayso-thread.ts';

/** How many are drawn at once: little enough for a frame in which quotes beside each other are drawn, too. */
const STEP = 1;

/**
 * Everyone who was asked, in the order of asking: it never changes under a hand that is about to press.
 *
 * @fires {Told} told
 */
export class SaysoThreads extends LitElement {
  static override properties = {
    context: { attribute: false },
    story: { attribute: false },
    _shown: { state: true },
  };

  declare context: AppContext;
  declare story: RequestStory;
  /** How many of them are drawn by now. */
  declare _shown: number;

  /** The same ones as long as the story is: each step draws those that are new, and leaves the others as they are. */
  #parts: readonly Part[] = [];

  static override styles = [
    base,
    css`
      h2 {
        margin-block-end: var(--sayso-gap-3);
      }

      /* Many parts are many screens: those out of sight cost no layout, and are searched and read aloud all the same. */
      sayso-thread {
        content-visibility: auto;
        contain-intrinsic-block-size: auto 16rem;
      }

      sayso-thread + sayso-thread {
        margin-block-start: var(--sayso-gap-3);
      }

      @media print {
        sayso-thread {
          content-visibility: visible;
        }
      }
    `,
  ];

  constructor() {
    super();
    this._shown = STEP;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.#showAll);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('beforeprint', this.#showAll);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('story')) {
      this.#parts = partsOf(this.story);
    }
  }

  protected override updated(): void {
    if (this._shown < this.story.threads.length) {
      requestAnimationFrame(() => {
        this._shown += STEP;
      });
    }
  }

  /** One vendor's part comes into sight, as soon as it is there. */
  async showQuote(thread: ThreadId): Promise<void> {
    this.#showAll();
    await this.updateComplete;
    const parts = [...this.renderRoot.querySelectorAll('sayso-thread')];
    parts.find((part) => part.thread.id === thread)?.showQuote();
  }

  readonly #showAll = (): void => {
    this._shown = Infinity;
  };

  protected override render() {
    const { context, story } = this;
    return html`
      <h2>${t('intention_asked')}</h2>
      ${repeat(
        this.#parts.slice(0, this._shown),
        ({ thread }) => thread.id,
        ({ thread, entries, asked }) => html`<sayso-thread
          .context=${context}
          .cast=${story.row.cast}
          .thread=${thread}
          .entries=${entries}
          .asked=${asked}
        ></sayso-thread>`,
      )}
    `;
  }
}

/** What one vendor's part is drawn of. */
interface Part {
  readonly thread: Thread;
  readonly entries: readonly ThreadEntry[];
  readonly asked: readonly Origin[];
}

function partsOf({ threads, entries }: RequestStory): readonly Part[] {
  const entriesOf = new Map<ThreadId, ThreadEntry[]>(threads.map(({ id }) => [id, []]));
  for (const entry of entries) {
    entriesOf.get(entry.threadId)?.push(entry);
  }
  return threads
    .toSorted((left, right) => compare(left.createdAt, right.createdAt) || compare(left.vendor, right.vendor))
    .map(({ id, thread }, index, rows) => ({
      thread,
      entries: entriesOf.get(id) ?? [],
      asked: rows.flatMap((row, place) => (place > index || row.isOver === 0 ? [row.vendor] : [])),
    }));
}

function compare(left: string, right: string): number {
  return Number(left > right) - Number(left < right);
}

customElements.define('sayso-threads', SaysoThreads);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-threads': SaysoThreads;
  }
}
