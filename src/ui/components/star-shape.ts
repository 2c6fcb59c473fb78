import { css, type SVGTemplateResult, svg } from 'lit';

/** A five-pointed star in a box of 24 by 24, and its half on the starting side. */
const STAR = 'M12 2.6l2.9 5.9 6.5.95-4.7 4.6 1.1 6.45L12 17.45 6.2 20.5l1.1-6.45-4.7-4.6 6.5-.95z';
const HALF = 'M12 2.6L9.1 8.5l-6.5.95 4.7 4.6L6.2 20.5 12 17.45z';

/** One star: an outline always, filled by whole or half, so that its shape tells as much as its colour. */
export function starShape(fill: 'none' | 'half' | 'whole'): SVGTemplateResult {
  return svg`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${fill === 'none' ? null : svg`<path class="fill" d=${fill === 'half' ? HALF : STAR} />`}
    <path class="outline" d=${STAR} />
  </svg>`;
}

/** How much of star `position` (1 to 5) is filled at `halfStars` (0 to 10). */
export function fillOf(position: number, halfStars: number): 'none' | 'half' | 'whole' {
  if (halfStars >= position * 2) {
    return 'whole';
  }
  return halfStars === position * 2 - 1 ? 'half' : 'none';
}

export const starStyle = css`
  svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
  }

  :host(:dir(rtl)) svg {
    transform: scaleX(-1);
  }

  .fill {
    fill: var(--sayso-star);
  }

  .outline {
    fill: none;
    stroke: var(--sayso-star-line);
    stroke-width: 1.4;
    stroke-linejoin: round;
  }

  @media (forced-colors: active) {
    .fill {
      fill: Highlight;
    }

    .outline {
      stroke: CanvasText;
    }
  }
`;
