import { html, nothing } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { t } from '../../i18n.ts';
import type { RatingsView } from './ratings-view.ts';
import './sayso-unrated-reading.ts';

/** What stands there until the first list does; nothing where it never will, which is told elsewhere. */
export function waiting(context: AppContext, { isUnrated }: RatingsView, failure: unknown) {
  if (failure !== undefined) {
    return nothing;
  }
  return isUnrated
    ? html`<sayso-unrated-reading .context=${context}></sayso-unrated-reading>`
    : html`<p class="quiet">${t('common_loading')}</p>`;
}
