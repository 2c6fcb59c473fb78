import { css, html, LitElement } from 'lit';
import type { RequestStory } from '../../../app/list-requests.ts';
import { formatNumber, formatTime } from '../../format.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import './sayso-wanted.ts';

/** A request as it was before each change, oldest first. */
export class SaysoVersions extends LitElement {
  static override properties = { versions: { attribute: false } };

  declare versions: RequestStory['versions'];

  static override styles = [
    base,
    controls,
    css`
      h2 {
        margin-block-end: var(--sayso-gap-2);
      }
    `,
  ];

  protected override render() {
    return html`
      <h2>${t('intention_versions')}</h2>
      ${this.versions.map(
        ({ request, replacedAtMs }) => html`<details>
          <summary>${t('intention_version', formatNumber(request.version), formatTime(replacedAtMs))}</summary>
          <sayso-wanted .request=${request}></sayso-wanted>
        </details>`,
      )}
    `;
  }
}

customElements.define('sayso-versions', SaysoVersions);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-versions': SaysoVersions;
  }
}
