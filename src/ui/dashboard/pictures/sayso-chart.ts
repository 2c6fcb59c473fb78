import {
  type ActiveElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartEvent,
  LinearScale,
  Tooltip,
} from 'chart.js';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { base } from '../../styles/base.ts';
import { type BarConfig, chartConfig } from './chart-config.ts';
import { LOOK_COLOURS, readLook } from './chart-look.ts';
import type { Picture } from './picture.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** What may change under a drawing: it is drawn again. */
const SCHEMES = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'] as const;

/** Drawn a little before it is scrolled to, and not all at once: some have a picture for each of a dozen sources. */
const AHEAD = '300px';

/**
 * Draws a picture. All that chart.js does for us is here. A press on a bar leads where its row of the table leads;
 * the keyboard and screen readers have the table.
 */
export class SaysoChart extends LitElement {
  static override properties = { picture: { attribute: false } };

  declare picture: Picture;

  #chart: Chart<'bar', number[], string> | undefined;
  #isNear = false;
  readonly #schemes = SCHEMES.map((query) => window.matchMedia(query));
  readonly #near = new IntersectionObserver((entries) => this.#onNear(entries), { rootMargin: AHEAD });

  static override styles = [
    base,
    css`
      :host {
        --bars: 8;
        position: relative;
        block-size: 14rem;
        font-size: var(--sayso-small);
      }

      :host(.sideways) {
        block-size: calc(2.5rem + var(--bars) * 1.75rem);
      }

      canvas {
        position: absolute;
        inset: 0;
        max-inline-size: 100%;
      }

      .look {
        forced-color-adjust: none;
      }

      .bar {
        color: var(--sayso-accent);
      }

      .otherBar {
        color: var(--sayso-sunk);
      }

      .otherEdge {
        color: var(--sayso-edge);
      }

      .pointed {
        color: var(--sayso-accent-strong);
      }

      .text {
        color: var(--sayso-text);
      }

      .quiet {
        color: var(--sayso-quiet);
      }

      .line {
        color: var(--sayso-line);
      }

      .ground {
        color: var(--sayso-ground);
      }

      @media (forced-colors: active) {
        .bar,
        .pointed {
          color: Highlight;
        }

        .otherBar,
        .ground {
          color: Canvas;
        }

        .otherEdge,
        .text,
        .quiet {
          color: CanvasText;
        }

        .line {
          color: GrayText;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#near.observe(this);
    for (const scheme of this.#schemes) {
      scheme.addEventListener('change', this.#draw);
    }
  }

  override disconnectedCallback(): void {
    this.#near.disconnect();
    for (const scheme of this.#schemes) {
      scheme.removeEventListener('change', this.#draw);
    }
    this.#chart?.destroy();
    this.#chart = undefined;
    super.disconnectedCallback();
  }

  protected override render() {
    return html`<canvas role="img" aria-label=${`${this.picture.title}. ${this.picture.says}`}></canvas>
      <span hidden>${LOOK_COLOURS.map((colour) => html`<span class="look ${colour}"></span>`)}</span>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('picture')) {
      this.classList.toggle('sideways', this.picture.isSideways);
      this.style.setProperty('--bars', String(this.picture.bars.length));
      this.#draw();
    }
  }

  #onNear(entries: readonly IntersectionObserverEntry[]): void {
    if (!this.#isNear && entries.some(({ isIntersecting }) => isIntersecting)) {
      this.#isNear = true;
      // Several come near at once: each is drawn in a turn of its own, so that no turn is long.
      setTimeout(this.#draw);
    }
  }

  readonly #draw = (): void => {
    const canvas = this.renderRoot.querySelector('canvas');
    if (!this.#isNear || !this.isConnected || !canvas?.getContext('2d')) {
      return;
    }
    const look = readLook(this, (colour) => this.renderRoot.querySelector(`.look.${colour}`) ?? this);
    const config: BarConfig = chartConfig(this.picture, look);
    const { href } = this.picture;
    const hrefOf = ([first]: readonly ActiveElement[]) => (first && this.picture.bars[first.index]?.href) ?? href;
    this.#chart?.destroy();
    this.#chart = new Chart(canvas, {
      ...config,
      options: {
        ...config.options,
        onClick: (_event: ChartEvent, pressed) => {
          const there = pressed.length === 0 ? undefined : hrefOf(pressed);
          if (there !== undefined) {
            window.location.hash = there;
          }
        },
        onHover: (_event, pointed) => {
          canvas.style.cursor = pointed.length > 0 && hrefOf(pointed) !== undefined ? 'pointer' : '';
        },
      },
    });
  };
}

customElements.define('sayso-chart', SaysoChart);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-chart': SaysoChart;
  }
}
