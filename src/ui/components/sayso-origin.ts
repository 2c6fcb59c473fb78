import { css, html, LitElement } from 'lit';
import type { Origin } from '../../domain/ids.ts';
import { originParts } from '../origin-parts.ts';
import { base } from '../styles/base.ts';

/**
 * Shows whose site it is: the origin in punycode with its registrable domain in bold.
 *
 * Labels in front of the domain give way first, from the left, so that no host, however long and however familiar its
 * first labels, can push the domain out of sight; a domain that is too long itself wraps.
 */
export class SaysoOrigin extends LitElement {
  static override properties = { origin: {} };

  declare origin: Origin | undefined;

  static override styles = [
    base,
    css`
      :host {
        display: block;
        min-inline-size: 0;
        max-inline-size: 100%;
      }

      .origin {
        display: flex;
        direction: ltr;
        justify-content: flex-start;
        max-inline-size: 100%;
        unicode-bidi: isolate;
      }

      :host(:dir(rtl)) .origin {
        justify-content: flex-end;
      }

      .scheme,
      .left {
        color: var(--sayso-quiet);
      }

      .scheme {
        flex: none;
      }

      /* The other direction makes the overflow, and its dots, fall on the left. */
      .left {
        flex: 0 1 auto;
        min-inline-size: 0;
        overflow: hidden;
        direction: rtl;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .left bdi {
        direction: ltr;
      }

      .left:not(:empty) {
        min-inline-size: 1.5em;
      }

      .domain {
        flex: 0 0 auto;
        max-inline-size: calc(100% - 6em);
        overflow-wrap: anywhere;
      }

      strong {
        font-weight: 700;
      }
    `,
  ];

  protected override render() {
    if (this.origin === undefined) {
      return html``;
    }
    const { scheme, left, domain, port } = originParts(this.origin);
    return html`<span class="origin" title=${this.origin}
      ><span class="scheme">${scheme}</span>${left === '' ? '' : html`<span class="left"><bdi>${left}</bdi></span>`}<span
        class="domain"
        ><strong>${domain}</strong>${port}</span
      ></span
    >`;
  }
}

customElements.define('sayso-origin', SaysoOrigin);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-origin': SaysoOrigin;
  }
}
