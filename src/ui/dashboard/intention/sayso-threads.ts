import { css, html, LitElement } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AppContext } from '../../../app/context.ts';
import type { RequestStory } from '../../../app/list-requests.ts';
import type { ThreadId } from '../../../domain/ids.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import './sayso-thread.ts';

/** How many are drawn at once: little enough for a frame. */
const STEP = 2;

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

  static override styles = [
    base,
    css`
      h2 {
        margin-block-end: var(--sayso-gap-3);
      }

      sayso-thread + sayso-thread {
        margin-block-start: var(--sayso-gap-3);
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
    const rows = story.threads.toSorted(
      (left, right) => compare(left.createdAt, right.createdAt) || compare(left.vendor, right.vendor),
    );
    return html`
      <h2>${t('intention_asked')}</h2>
      ${repeat(
        rows.slice(0, this._shown),
        ({ id }) => id,
        ({ id, thread }, index) => html`<sayso-thread
          .context=${context}
          .cast=${story.row.cast}
          .thread=${thread}
          .entries=${story.entries.filter(({ threadId }) => threadId === id)}
          .asked=${rows.flatMap((row, place) => (place > index || row.isOver === 0 ? [row.vendor] : []))}
        ></sayso-thread>`,
      )}
    `;
  }
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
