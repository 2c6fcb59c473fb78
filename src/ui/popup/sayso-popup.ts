import { css, html, LitElement, nothing } from 'lit';
import type { AppContext } from '../../app/context.ts';
import { countNews, type News } from '../../app/count-news.ts';
import { watch } from '../../app/watch.ts';
import '../backup/sayso-backup-reminder.ts';
import '../components/sayso-notice.ts';
import '../components/sayso-toast.ts';
import { hashOf } from '../dashboard/route.ts';
import { t, tn } from '../i18n.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import type { Told } from '../tell.ts';
import { Watched } from '../watched.ts';
import { saveDrafts } from './drafts.ts';
import { type PopupPage, readPage } from './read-page.ts';
import './sayso-all-sites.ts';
import './sayso-rate.ts';
import './sayso-site.ts';

/** The popup: what this page is about and what the person thinks of it; then the site, and what it may. */
export class SaysoPopup extends LitElement {
  static override properties = {
    context: { attribute: false },
    _page: { state: true },
    _isRead: { state: true },
    _failure: { state: true },
  };

  declare context: AppContext;
  declare _page: PopupPage | undefined;
  declare _isRead: boolean;
  declare _failure: unknown;

  readonly #news = new Watched<News>(
    this,
    watch(() => countNews(this.context)),
  );

  static override styles = [
    base,
    controls,
    css`
      main,
      .wait {
        padding: var(--sayso-gap-4);
      }

      sayso-site,
      .nothing {
        margin-block-start: var(--sayso-gap-4);
        padding-block-start: var(--sayso-gap-4);
        border-block-start: 1px solid var(--sayso-line);
      }

      .nothing {
        margin-block-start: 0;
        border: 0;
      }

      nav {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sayso-gap-1) var(--sayso-gap-4);
        padding: var(--sayso-gap-2) var(--sayso-gap-4);
        border-block-start: 1px solid var(--sayso-line);
        background: var(--sayso-sunk);
        font-size: var(--sayso-small);
      }

      nav a {
        padding-block: 0.25rem;
      }

      nav a.news {
        font-weight: 600;
      }
    `,
  ];

  constructor() {
    super();
    this._page = undefined;
    this._isRead = false;
    this._failure = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  protected override render() {
    const news = this.#news.value?.total ?? 0;
    return html`
      <sayso-all-sites></sayso-all-sites>
      <sayso-backup-reminder
        .context=${this.context}
        href="../dashboard/dashboard.html${hashOf('backup')}"
        isTight
      ></sayso-backup-reminder>
      ${this._isRead ? this.#content() : html`<p class="wait quiet" role="status">${t('common_loading')}</p>`}
      <sayso-toast inflow></sayso-toast>
      <nav aria-label=${t('common_name')}>
        <a href="../dashboard/dashboard.html" target="_blank">${t('common_dashboard')}</a>
        ${
          news === 0
            ? nothing
            : html`<a class="news" href="../dashboard/dashboard.html${hashOf('intentions')}" target="_blank"
                >${tn('popup_news', news)}</a
              >`
        }
        ${
          this._page?.origin === undefined
            ? nothing
            : html`<a href="../dashboard/dashboard.html${hashOf('sites', this._page.origin)}" target="_blank"
                >${t('popup_site_open')}</a
              >`
        }
      </nav>
    `;
  }

  #content() {
    const failure =
      this._failure === undefined ? nothing : html`<sayso-notice .failure=${this._failure}></sayso-notice>`;
    if (!this._page) {
      return html`<main class="stack">
        <h1>${t('popup_nothing_heading')}</h1>
        ${failure === nothing ? html`<p>${t('popup_nothing_browser')}</p>` : failure}
        <p class="quiet">${t('popup_nothing_next')}</p>
      </main>`;
    }
    const { things, tabId, origin, customerLink } = this._page;
    return html`<main @told=${this.#onTold}>
      ${failure}
      <sayso-rate .context=${this.context} .things=${things}></sayso-rate>
      <sayso-site .context=${this.context} .origin=${origin} .tabId=${tabId} .customerLink=${customerLink}></sayso-site>
    </main>`;
  }

  async #read(): Promise<void> {
    // What an earlier popup could not save must not keep this one from its page.
    const [draft, page] = await Promise.allSettled([saveDrafts(this.context), readPage()]);
    this._page = page.status === 'fulfilled' ? page.value : undefined;
    this._failure = [draft, page].find((outcome) => outcome.status === 'rejected')?.reason as unknown;
    this._isRead = true;
  }

  #onTold(event: Told): void {
    this.renderRoot.querySelector('sayso-toast')?.show(event.detail);
  }
}

customElements.define('sayso-popup', SaysoPopup);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-popup': SaysoPopup;
  }
}
