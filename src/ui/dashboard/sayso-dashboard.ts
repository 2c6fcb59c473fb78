import { html, LitElement, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { AppContext } from '../../app/context.ts';
import { countNews, type News } from '../../app/count-news.ts';
import { watch } from '../../app/watch.ts';
import type { Origin } from '../../domain/ids.ts';
import { originIfChoosable } from '../../domain/origin.ts';
import { showWaiting } from '../../platform/badge.ts';
import type { SaysoToast } from '../components/sayso-toast.ts';
import '../components/sayso-toast.ts';
import { t, tn } from '../i18n.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { errorText } from '../error-text.ts';
import type { Told } from '../tell.ts';
import { Watched } from '../watched.ts';
import '../backup/sayso-backup-reminder.ts';
import './about/sayso-about.ts';
import './backup/sayso-backup.ts';
import './changes/sayso-changes.ts';
import { dashboardStyle } from './dashboard-style.ts';
import type { Headed } from './heading.ts';
import { DropAnywhere } from './import/drop-anywhere.ts';
import { ownDesk } from './import/own-desk.ts';
import './import/sayso-import.ts';
import './intention/sayso-intention.ts';
import './intentions/sayso-intentions.ts';
import './intentions/sayso-write-intention.ts';
import { writeLeftAnswers } from './joins/kept-answers.ts';
import './joins/sayso-joins.ts';
import './order/sayso-proposals.ts';
import './order/sayso-rate-bought.ts';
import { loadPictures } from './pictures/load-pictures.ts';
import './preferences/sayso-preferences.ts';
import './ratings/sayso-item.ts';
import './ratings/sayso-ratings.ts';
import type { Narrowed } from './ratings/sayso-ratings.ts';
import { hashOf, readRoute, type Route, type Section, SECTIONS } from './route.ts';
import './sites/sayso-vendor.ts';
import './sites/sayso-sites.ts';
import { takeBack } from './take-back.ts';
import './under-way/sayso-work-progress.ts';
import './under-way/sayso-work-told.ts';

/** More than these are not told apart beside a name. */
const MOST_COUNTED = 99;

/** The whole dashboard: a way round, and the part that the address names. */
export class SaysoDashboard extends LitElement {
  static override properties = { context: { attribute: false }, _route: { state: true } };

  declare context: AppContext;
  declare _route: Route;

  /** Set when the person went to another part, until its heading is there to take the focus. */
  #isArriving = false;
  /** What the list of ratings was last narrowed to: the way back there is the way to that. */
  #listQuery = '';
  /** As the toolbar button has it from here. */
  #shownNews: number | undefined;
  readonly #news = new Watched<News>(
    this,
    watch(() => countNews(this.context)),
  );

  static override styles = [base, controls, dashboardStyle];

  constructor() {
    super();
    this._route = readRoute(window.location.hash);
    new DropAnywhere(this, {
      desk: ownDesk,
      isImport: () => this._route.section === 'import',
      go: () => {
        window.location.hash = hashOf('import');
      },
      say: (text) => this.#toast?.show({ text }),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Made before it stands there: the address may have changed since.
    this._route = readRoute(window.location.hash);
    window.addEventListener('hashchange', this.#onHash);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('hashchange', this.#onHash);
    super.disconnectedCallback();
  }

  protected override firstUpdated(): void {
    this.#writeLeft().catch((thrown: unknown) => this.#toast?.show({ text: errorText(thrown) }));
  }

  protected override updated(): void {
    const total = this.#news.value?.total;
    if (total !== undefined && total !== this.#shownNews) {
      this.#shownNews = total;
      showWaiting('news', total).catch((thrown: unknown) => {
        // The background shows it the next time it looks.
        console.debug('Not on the toolbar', thrown);
      });
    }
  }

  protected override render() {
    return html`
      <div class="frame">
        <header>
          <button type="button" class="skip" @click=${this.#onSkip}>${t('dashboard_skip')}</button>
          <p class="brand"><img src="/icons/sayso-48.png" alt="" />${t('common_name')}</p>
          <nav aria-label=${t('dashboard_nav')}>
            <ul role="list">
              ${SECTIONS.map(
                (section) => html`<li>
                  <a href=${this.#hashOf(section)} aria-current=${this._route.section === section ? 'page' : nothing}
                    >${t(`dashboard_section_${section}`)}${section === 'intentions' ? this.#count() : nothing}</a
                  >
                </li>`,
              )}
            </ul>
          </nav>
        </header>
        <main tabindex="-1" @headed=${this.#onHeaded} @told=${this.#onTold} @narrowed=${this.#onNarrowed}>
          ${
            this._route.section === 'backup'
              ? nothing
              : html`<sayso-backup-reminder .context=${this.context} href=${hashOf('backup')}></sayso-backup-reminder>`
          }
          <sayso-work-progress work="undo"></sayso-work-progress>
          <sayso-work-told work="undo" .context=${this.context}></sayso-work-told>
          <sayso-work-told work="backup" .context=${this.context}></sayso-work-told>
          ${keyed(this._route.record, this.#part())}
          <sayso-toast></sayso-toast>
        </main>
      </div>
    `;
  }

  /** How much came of intentions that the person has not looked at. */
  #count() {
    const total = this.#news.value?.total ?? 0;
    return total === 0
      ? nothing
      : html` <span class="count" aria-hidden="true">${total > MOST_COUNTED ? `${MOST_COUNTED}+` : total}</span
          ><span class="visually-hidden">, ${tn('dashboard_news', total)}</span>`;
  }

  /** From within the list itself its name leads to all of it. */
  #hashOf(section: Section): string {
    const isHere = this._route.section === section && this._route.record === undefined;
    return section === 'ratings' && !isHere ? hashOf(section, undefined, this.#listQuery) : hashOf(section);
  }

  #part() {
    const { context, _route: route } = this;
    switch (route.section) {
      case 'ratings':
        return route.record === undefined
          ? html`<sayso-ratings .context=${context} .query=${route.query}></sayso-ratings>`
          : html`<sayso-item .context=${context} .itemId=${route.record} .query=${route.query}></sayso-item>`;
      case 'import':
        return html`<sayso-import .context=${context}></sayso-import>`;
      case 'joins':
        return html`<sayso-joins .context=${context}></sayso-joins>`;
      case 'intentions':
        return this.#intentions(route);
      case 'pictures':
        void loadPictures();
        return html`<sayso-pictures .context=${context}><p class="quiet">${t('common_loading')}</p></sayso-pictures>`;
      case 'preferences':
        return html`<sayso-preferences .context=${context}></sayso-preferences>`;
      case 'sites':
        return this.#site(originIfChoosable(route.record));
      case 'changes':
        return html`<sayso-changes .context=${context}></sayso-changes>`;
      case 'backup':
        return html`<sayso-backup .context=${context}></sayso-backup>`;
      case 'about':
        return html`<sayso-about></sayso-about>`;
    }
  }

  #intentions({ record, query }: Route) {
    const { context } = this;
    if (record === undefined) {
      return html`<sayso-proposals .context=${context}></sayso-proposals>
        <sayso-rate-bought .context=${context}></sayso-rate-bought>
        <sayso-intentions .context=${context} .query=${query}></sayso-intentions>`;
    }
    const isWriting = record === 'new' || new URLSearchParams(query).has('edit');
    return isWriting
      ? html`<sayso-write-intention .context=${context} .requestId=${record} .query=${query}></sayso-write-intention>`
      : html`<sayso-intention .context=${context} .requestId=${record} .query=${query}></sayso-intention>`;
  }

  #site(origin: Origin | undefined) {
    return origin === undefined
      ? html`<sayso-sites .context=${this.context}></sayso-sites>`
      : html`<sayso-vendor .context=${this.context} .origin=${origin}></sayso-vendor>`;
  }

  readonly #onHash = (): void => {
    const route = readRoute(window.location.hash);
    if (this._route.section === 'ratings' && this._route.record === undefined) {
      this.#listQuery = this._route.query;
    }
    this.#isArriving = route.section !== this._route.section || route.record !== this._route.record;
    this._route = route;
  };

  #onHeaded({ target, detail }: Headed): void {
    document.title = t('dashboard_title', detail.title);
    if (this.#isArriving && target instanceof HTMLElement) {
      this.#isArriving = false;
      window.scrollTo(0, 0);
      target.shadowRoot?.querySelector('h1')?.focus({ preventScroll: true });
    }
  }

  #onTold({ detail }: Told): void {
    this.#toast?.show(detail);
  }

  /** Answers that a tab had not written when it was closed. */
  async #writeLeft(): Promise<void> {
    const journalIds = await writeLeftAnswers(this.context);
    if (journalIds.length > 0) {
      const undo = async (): Promise<void> => {
        await takeBack(this.context, { journalIds });
      };
      this.#toast?.show({ text: tn('dashboard_joins_left', journalIds.length), undo });
    }
  }

  get #toast(): SaysoToast | null {
    return this.renderRoot.querySelector('sayso-toast');
  }

  /** A list was narrowed by hand: its address follows, without a step for Back at every letter. */
  #onNarrowed({ detail }: Narrowed): void {
    window.history.replaceState(null, '', hashOf(this._route.section, undefined, detail.query));
    this._route = { section: this._route.section, query: detail.query };
  }

  #onSkip(): void {
    this.renderRoot.querySelector('main')?.focus();
  }
}

customElements.define('sayso-dashboard', SaysoDashboard);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-dashboard': SaysoDashboard;
  }
}
