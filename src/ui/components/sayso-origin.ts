import { css, html, LitElement } from 'lit';
import type { Origin } from '../../domain/ids.ts';
import { originParts } from '../origin-parts.ts';
import { base } from '../styles/base.ts';

/** Characters of the labels in front of a domain that are ever shown. */
const MOST_LEFT = 40;

/**
 * Shows whose site it is: the origin in punycode with its registrable domain in bold.
 *
 * Labels in front of the domain give way first, from the left, so that no host, however long and however familiar its
 * first labels, can push the domain out of sight: where both do not fit, the domain stands on a line of its own, whole,
 * and wraps only if it alone is wider than the page.
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

      .origin,
      .front {
        display: flex;
        direction: ltr;
        min-inline-size: 0;
        max-inline-size: 100%;
      }

      .origin {
        flex-wrap: wrap;
        unicode-bidi: isolate;
      }

      :host(:dir(rtl)) .origin {
        justify-content: flex-end;
      }

      .front {
        color: var(--sayso-quiet);
        font-weight: 400;
      }

      .scheme {
        flex: none;
      }

      /* The other direction makes the overflow, and its dots, fall on the left. */
      .left {
        min-inline-size: 0;
        overflow: hidden;
        direction: rtl;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .left bdi {
        direction: ltr;
      }

      .domain {
        max-inline-size: 100%;
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
      ><span class="front"
        ><span class="scheme">${scheme}</span>${
          left === '' ? '' : html`<span class="left"><bdi>${shortened(left)}</bdi></span>`
        }</span
      ><span class="domain"><strong>${domain}</strong>${port}</span></span
    >`;
  }
}

// So that it never widens what it stands in, either. The whole origin is in the tooltip.
function shortened(left: string): string {
  return left.length > MOST_LEFT ? `…${left.slice(-MOST_LEFT)}` : left;
}

customElements.define('sayso-origin', SaysoOrigin);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-origin': SaysoOrigin;
  }
}
