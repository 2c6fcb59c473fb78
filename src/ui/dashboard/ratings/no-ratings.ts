import { html, type TemplateResult } from 'lit';
import '../../components/sayso-empty.ts';
import { t, tn } from '../../i18n.ts';
import { HOW } from '../how.ts';
import { hashOf } from '../route.ts';

/** What stands where there is no rating at all, or no thing without one: how there comes to be one. */
export function noneYet(isUnrated: boolean): TemplateResult {
  return isUnrated
    ? html`<sayso-empty heading=${t('dashboard_unrated_empty_title')}>
        ${t('dashboard_unrated_empty_text')}
        <a slot="actions" class="button" href=${hashOf('import')}>${t('dashboard_section_import')}</a>
      </sayso-empty>`
    : html`<sayso-empty heading=${t('dashboard_ratings_empty_title')}>
        ${t('dashboard_ratings_empty_text')}
        <a slot="actions" class="button" href=${HOW}>${t('dashboard_how')}</a>
      </sayso-empty>`;
}

/** What stands where nothing fits a search and filters. */
export function noneFound(isUnrated: boolean, onAll: () => void): TemplateResult {
  return html`<p class="visually-hidden" role="status">
      ${tn(isUnrated ? 'dashboard_unrated_count' : 'dashboard_ratings_count', 0)}
    </p>
    <sayso-empty heading=${t('dashboard_ratings_none_title')}>
      ${t(isUnrated ? 'dashboard_unrated_none_text' : 'dashboard_ratings_none_text')}
      <button slot="actions" type="button" @click=${onAll}>
        ${t(isUnrated ? 'dashboard_unrated_show_all' : 'dashboard_ratings_show_all')}
      </button>
    </sayso-empty>`;
}
