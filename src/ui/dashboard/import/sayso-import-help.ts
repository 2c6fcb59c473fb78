import { css, html, LitElement } from 'lit';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { properSourceName } from '../ratings/source-name.ts';

const SERVICES = [
  'letterboxd',
  'imdb',
  'goodreads',
  'storygraph',
  'trakt',
  'tmdb',
  'movielens',
  'netflix',
  'myanimelist',
  'anilist',
  'librarything',
  'boardgamegeek',
  'untappd',
  'vivino',
  'discogs',
  'rateyourmusic',
  'google',
  'amazon',
  'spotify',
  'lastfm',
] as const;

/** Where each service keeps its export. Nothing of it is a link: Sayso sends nobody anywhere. */
export class SaysoImportHelp extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      dl {
        display: grid;
        gap: var(--sayso-gap-1) var(--sayso-gap-4);
        margin-block: var(--sayso-gap-3);
      }

      dt {
        font-weight: 600;
      }

      dd {
        margin-block-end: var(--sayso-gap-2);
        max-inline-size: 44rem;
      }

      @media (min-width: 40rem) {
        dl {
          grid-template-columns: max-content minmax(0, 1fr);
        }
      }
    `,
  ];

  protected override render() {
    return html`<details>
      <summary>${t('import_help_title')}</summary>
      <dl>
        ${SERVICES.map(
          (service) => html`<dt>${properSourceName(service)}</dt>
            <dd>${t(`import_help_${service}`)}</dd>`,
        )}
        <dt>${t('import_help_other_name')}</dt>
        <dd>${t('import_help_other')}</dd>
      </dl>
      <p class="small quiet">${t('import_help_text')}</p>
    </details>`;
  }
}

customElements.define('sayso-import-help', SaysoImportHelp);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-import-help': SaysoImportHelp;
  }
}
