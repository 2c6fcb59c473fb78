import { css, html, LitElement } from 'lit';
import { answerPrompt } from '../../app/answer-prompt.ts';
import type { AppContext } from '../../app/context.ts';
import { closeOwnPage } from '../../platform/close-own-page.ts';
import { takePlace } from '../../platform/take-place.ts';
import { tellDecided } from '../../platform/tell.ts';
import { watchAsks } from '../../platform/watch-asks.ts';
import '../components/sayso-notice.ts';
import '../components/sayso-origin.ts';
import { t } from '../i18n.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { askIdOf, type LoadedAsk, loadAsk } from './load-ask.ts';
import './sayso-ask.ts';

/** How long it is told that there is nothing to answer any more, before the window goes. */
const GONE_MS = 6_000;

/**
 * Sayso's own window for one ask. Closing it, by Escape or otherwise, is no answer: the page gets nothing, and sees
 * what it sees after a refusal.
 */
export class SaysoPrompt extends LitElement {
  static override properties = {
    context: { attribute: false },
    search: {},
    _loaded: { state: true },
    _failure: { state: true },
  };

  declare context: AppContext;
  /** The address's query string, which names the ask. */
  declare search: string;
  declare _loaded: LoadedAsk | undefined;
  declare _failure: unknown;

  #isAnswered = false;
  /** Whether this page is where the ask is shown. */
  #isTheOne: Promise<boolean> | undefined;
  #stopWatching: (() => void) | undefined;
  #closing: ReturnType<typeof setTimeout> | undefined;
  readonly #onKey = (event: KeyboardEvent) => this.#escape(event);

  static override styles = [
    base,
    controls,
    css`
      .message {
        display: grid;
        justify-items: start;
        gap: var(--sayso-gap-3);
        max-inline-size: 36rem;
        margin-inline: auto;
        padding: var(--sayso-gap-5);
      }
    `,
  ];

  constructor() {
    super();
    this.search = '';
    this._loaded = undefined;
    this._failure = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.#onKey);
    this.#stopWatching = watchAsks(() => void this.#load());
    void this.#load();
  }

  override disconnectedCallback(): void {
    window.removeEventListener('keydown', this.#onKey);
    this.#stopWatching?.();
    clearTimeout(this.#closing);
    super.disconnectedCallback();
  }

  protected override render() {
    if (this._failure !== undefined) {
      return html`<main class="message">
        <sayso-notice .failure=${this._failure}></sayso-notice>
        <button type="button" @click=${() => void this.#load()}>${t('common_retry')}</button>
      </main>`;
    }
    switch (this._loaded?.kind) {
      case undefined:
        return html`<main class="message"><p class="quiet" role="status">${t('common_loading')}</p></main>`;
      case 'asking':
        return html`<sayso-ask
          .context=${this.context}
          .pending=${this._loaded.pending}
          @ask-answered=${this.#onAnswered}
        ></sayso-ask>`;
      case 'gone':
        return this.#message(t('prompt_gone_heading'), t('prompt_gone'));
      case 'unreadable':
        return html`<main class="message">
          <h1>${t('prompt_unreadable_heading')}</h1>
          <sayso-origin .origin=${this._loaded.pending.origin}></sayso-origin>
          <p>${t('prompt_unreadable')}</p>
          <button type="button" @click=${() => void this.#ignore()}>${t('common_close')}</button>
        </main>`;
    }
  }

  #message(heading: string, text: string) {
    return html`<main class="message">
      <h1>${heading}</h1>
      <p role="alert">${text}</p>
      <button type="button" @click=${() => void closeOwnPage()}>${t('common_close')}</button>
    </main>`;
  }

  async #load(): Promise<void> {
    if (this.#isAnswered) {
      return;
    }
    try {
      this.#isTheOne ??= takePlace(askIdOf(this.search));
      if (!(await this.#isTheOne)) {
        // Another window shows it, and this one would only be in the way.
        this.#isAnswered = true;
        await closeOwnPage();
        return;
      }
      const loaded = await loadAsk(this.search);
      this._failure = undefined;
      // Who waits for the answer may change under the prompt; what it shows may not.
      if (this._loaded?.kind !== loaded.kind) {
        this._loaded = loaded;
      }
      if (loaded.kind === 'gone') {
        this.#closing ??= setTimeout(() => void closeOwnPage(), GONE_MS);
      }
    } catch (thrown) {
      this.#isTheOne = undefined;
      this._failure = thrown;
    }
  }

  async #onAnswered(): Promise<void> {
    this.#isAnswered = true;
    if (this._loaded?.kind === 'asking') {
      await tellDecided(this._loaded.pending.id);
    }
    await closeOwnPage();
  }

  #escape(event: KeyboardEvent): void {
    // An open list of a select closes by Escape, too, and means nothing else by it.
    if (event.key === 'Escape' && !(event.composedPath()[0] instanceof HTMLSelectElement)) {
      event.preventDefault();
      void this.#ignore();
    }
  }

  async #ignore(): Promise<void> {
    this.#isAnswered = true;
    const loaded = this._loaded;
    if (loaded?.kind === 'asking' || loaded?.kind === 'unreadable') {
      const { id: askId, origin, ask, askedAtMs } = loaded.pending;
      try {
        await answerPrompt(this.context, { askId, origin, ask, askedAtMs, decision: { kind: 'ignore' } });
      } catch (thrown) {
        // The window closes all the same; the background, which sees it close, writes it down again.
        console.error('Sayso could not write down that an ask was ignored', thrown);
      }
      await tellDecided(askId);
    }
    await closeOwnPage();
  }
}

customElements.define('sayso-prompt', SaysoPrompt);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-prompt': SaysoPrompt;
  }
}
