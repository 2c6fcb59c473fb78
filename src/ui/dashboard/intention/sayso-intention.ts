import { css, html, LitElement, nothing } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { markTold } from '../../../app/mark-told.ts';
import { type RequestStory, requestStory } from '../../../app/list-requests.ts';
import { watch } from '../../../app/watch.ts';
import { AppError } from '../../../domain/errors.ts';
import { recordId } from '../../../domain/ids.ts';
import '../../components/sayso-notice.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Watched } from '../../watched.ts';
import type { QuotePressed } from '../compare/quote-events.ts';
import '../compare/sayso-compare-quotes.ts';
import { Heading } from '../heading.ts';
import '../order/sayso-order.ts';
import { hashOf } from '../route.ts';
import { OpenForPrint } from './open-for-print.ts';
import { requestTitle } from './request-title.ts';
import './sayso-cast.ts';
import './sayso-request-acts.ts';
import './sayso-rule-order.ts';
import { SaysoThread } from './sayso-thread.ts';
import './sayso-threads.ts';
import './sayso-versions.ts';
import './sayso-wanted.ts';
import { requestText } from './state-text.ts';

/**
 * One intention: what is wanted, who was asked, what they answered, what became of it.
 *
 * @fires {Told} told
 */
export class SaysoIntention extends LitElement {
  static override properties = {
    context: { attribute: false },
    query: { attribute: false },
    requestId: { attribute: false },
  };

  declare context: AppContext;
  declare query: string;
  declare requestId: string;

  readonly #story = new Watched<RequestStory>(
    this,
    watch(async () => requestStory(this.context, { id: recordId(this.requestId) })),
  );

  static override styles = [
    base,
    controls,
    css`
      .back {
        margin-block-end: var(--sayso-gap-3);
      }

      .state {
        margin-block: var(--sayso-gap-1) var(--sayso-gap-3);
      }

      section {
        margin-block-start: var(--sayso-gap-5);
      }

      h2 {
        margin-block-end: var(--sayso-gap-3);
      }

      summary h2 {
        display: inline;
      }

      summary {
        margin-block-end: var(--sayso-gap-2);
      }

      @media print {
        .back,
        :host([compared-only]) :is(section, sayso-order) {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Heading(this, () => {
      const { value, failure } = this.#story;
      if (value) {
        return requestTitle(value.row.cast.request);
      }
      return failure === undefined ? undefined : t('intention_missing');
    });
    new OpenForPrint(this, () => !this.hasAttribute('compared-only'));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#onSeen);
  }

  override disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.#onSeen);
    super.disconnectedCallback();
  }

  protected override updated(): void {
    this.#onSeen();
  }

  /** What stands before the person is not news any more. A tab in the background stands before nobody. */
  readonly #onSeen = (): void => {
    const id = this.#story.value?.row.id;
    if (id !== undefined && document.visibilityState === 'visible') {
      markTold(this.context, { id }).catch((thrown: unknown) => {
        // It is counted as news once more, that is all.
        console.debug('Still counted as news', thrown);
      });
    }
  };

  protected override render() {
    const { value: story, failure } = this.#story;
    return html`
      <p class="back"><a href=${hashOf('intentions')}>${t('intention_back')}</a></p>
      ${story ? this.#content(story) : failure === undefined ? html`<p class="quiet">${t('common_loading')}</p>` : this.#missing(failure)}
    `;
  }

  #missing(failure: unknown) {
    const isGone = failure instanceof AppError && (failure.code === 'not-found' || failure.code === 'bad-request');
    return html`<h1 tabindex="-1">${t('intention_missing')}</h1>
      ${isGone ? html`<p>${t('intention_missing_text')}</p>` : html`<sayso-notice .failure=${failure}></sayso-notice>`}`;
  }

  #content(story: RequestStory) {
    const { context } = this;
    const { cast } = story.row;
    const { request, phase } = cast;
    const open = story.threads.flatMap(({ thread }) => (thread.phase.kind === 'ended' ? [] : [thread]));
    const asked = open.map(({ vendor }) => vendor);
    return html`
      <h1 tabindex="-1"><bdi>${requestTitle(request)}</bdi></h1>
      <p class="state">${requestText(phase, request.lapsesAtMs)}</p>
      <sayso-request-acts .context=${context} .cast=${cast}></sayso-request-acts>
      ${this.#wanted(story)}
      <sayso-rule-order .context=${context} .cast=${cast} .threads=${open}></sayso-rule-order>
      <sayso-order .context=${context} .story=${story}></sayso-order>
      <sayso-compare-quotes
        .context=${context}
        .requestId=${request.id}
        @quote-pressed=${this.#onPressed}
        @print-compared=${this.#onPrint}
      ></sayso-compare-quotes>
      ${
        story.threads.length === 0
          ? nothing
          : html`<section id="asked">
              <sayso-threads .context=${context} .story=${story} @show-compared=${this.#onCompare}></sayso-threads>
            </section>`
      }
      ${
        phase.kind === 'draft' || phase.kind === 'open'
          ? html`<section><sayso-cast .context=${context} .cast=${cast} .asked=${asked}></sayso-cast></section>`
          : nothing
      }
      ${
        story.versions.length === 0
          ? nothing
          : html`<section><sayso-versions .versions=${story.versions}></sayso-versions></section>`
      }
    `;
  }

  /** From a quote beside others to the part of who made it, and back. */
  #onPressed({ detail: { thread, act } }: QuotePressed): void {
    if (act === 'whole') {
      void this.renderRoot.querySelector('sayso-threads')?.showQuote(thread);
    }
  }

  /** The comparison's own button prints the comparison; the story has another. */
  #onPrint(): void {
    this.toggleAttribute('compared-only', true);
    window.addEventListener('afterprint', () => this.toggleAttribute('compared-only', false), { once: true });
  }

  #onCompare(event: Event): void {
    const [from] = event.composedPath().filter((one) => one instanceof SaysoThread);
    if (from) {
      this.renderRoot.querySelector('sayso-compare-quotes')?.show(from.thread.id);
    }
  }

  /** Open while it is written; folded once answers are what the person comes for. */
  #wanted({ row, threads }: RequestStory) {
    const { request } = row.cast;
    return threads.length === 0
      ? html`<section>
          <h2>${t('intention_wanted')}</h2>
          <sayso-wanted .request=${request}></sayso-wanted>
        </section>`
      : html`<section>
          <details>
            <summary><h2>${t('intention_wanted')}</h2></summary>
            <sayso-wanted .request=${request}></sayso-wanted>
          </details>
        </section>`;
  }
}

customElements.define('sayso-intention', SaysoIntention);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-intention': SaysoIntention;
  }
}
