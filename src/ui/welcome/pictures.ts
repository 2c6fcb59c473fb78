import { css, html, type TemplateResult } from 'lit';

/** Our own drawings, in the page's colours. They say nothing that the text beside them does not. */
const STAR = 'M0-9l2.7 5.6 6.1.9-4.4 4.3 1 6.1L0 5l-5.4 2.9 1-6.1-4.4-4.3 6.1-.9z';

/** A thing on a page, and a bubble with a star that grows out of it. */
export function keepPicture(): TemplateResult {
  return html`<svg viewBox="0 0 240 150" aria-hidden="true" focusable="false">
    <rect class="sheet" x="26" y="26" width="112" height="98" rx="8" />
    <path class="line" d="M26 44h112" />
    <circle class="dot" cx="36" cy="35" r="2.5" />
    <circle class="dot" cx="45" cy="35" r="2.5" />
    <rect class="block" x="38" y="56" width="36" height="54" rx="3" />
    <path class="text" d="M84 62h40M84 74h30M84 86h36M84 98h22" />
    <path
      class="accent"
      d="M128 40h72a12 12 0 0 1 12 12v36a12 12 0 0 1-12 12h-46l-18 13c-2 1.5-4 .4-4-2V100h-4a12 12 0 0 1-12-12V52a12 12 0 0 1 12-12z"
    />
    <path class="star" d=${STAR} transform="translate(138 71)" />
    <path class="star" d=${STAR} transform="translate(164 71)" />
    <path class="hollow" d=${STAR} transform="translate(190 71)" />
  </svg>`;
}

/** Pages that look at a drawn curtain. */
export function unseenPicture(): TemplateResult {
  return html`<svg viewBox="0 0 240 150" aria-hidden="true" focusable="false">
    <rect class="sheet" x="16" y="30" width="62" height="42" rx="6" />
    <path class="line" d="M16 42h62" />
    <path class="text" d="M26 54h34M26 63h22" />
    <rect class="sheet" x="16" y="84" width="62" height="42" rx="6" />
    <path class="line" d="M16 96h62" />
    <path class="text" d="M26 108h26M26 117h38" />
    <path class="beam" d="M84 51h30M84 105h30" />
    <rect class="accent" x="120" y="20" width="11" height="112" rx="5.5" />
    <path
      class="bubble"
      d="M160 44h46a12 12 0 0 1 12 12v34a12 12 0 0 1-12 12h-20l-16 11c-2 1.4-4 .4-4-2v-9h-6a12 12 0 0 1-12-12V56a12 12 0 0 1 12-12z"
    />
    <path class="fill" d=${STAR} transform="translate(183 74) scale(1.7)" />
  </svg>`;
}

/** One star goes through a gate to a page, the others stay; the gate has a handle. */
export function choosePicture(): TemplateResult {
  return html`<svg viewBox="0 0 240 150" aria-hidden="true" focusable="false">
    <path
      class="bubble"
      d="M34 34h52a12 12 0 0 1 12 12v48a12 12 0 0 1-12 12H56l-16 11c-2 1.4-4 .4-4-2v-9h-2a12 12 0 0 1-12-12V46a12 12 0 0 1 12-12z"
    />
    <path class="fill" d=${STAR} transform="translate(46 56)" />
    <path class="fill" d=${STAR} transform="translate(74 56)" />
    <path class="fill" d=${STAR} transform="translate(46 84)" />
    <path class="beam" d="M70 84h74" />
    <rect class="accent" x="112" y="20" width="11" height="44" rx="5.5" />
    <rect class="accent" x="112" y="104" width="11" height="30" rx="5.5" />
    <path class="fill" d=${STAR} transform="translate(138 84)" />
    <rect class="sheet" x="162" y="40" width="62" height="78" rx="6" />
    <path class="line" d="M162 54h62" />
    <path class="text" d="M172 68h34M172 80h42M172 92h26M172 104h36" />
  </svg>`;
}

export const pictureStyle = css`
  svg {
    display: block;
    inline-size: 100%;
    max-inline-size: 22rem;
    margin-inline: auto;
    border-radius: calc(var(--sayso-radius) * 2);
    background: var(--sayso-sunk);
  }

  .sheet,
  .bubble {
    fill: var(--sayso-raised);
    stroke: var(--sayso-edge);
    stroke-width: 2;
  }

  .bubble {
    stroke: var(--sayso-accent);
  }

  .line,
  .text,
  .beam,
  .hollow {
    fill: none;
    stroke: var(--sayso-line);
    stroke-width: 2;
  }

  .text {
    stroke-width: 4;
    stroke-linecap: round;
  }

  .dot {
    fill: var(--sayso-edge);
  }

  .block {
    fill: var(--sayso-accent-ground);
  }

  .beam {
    stroke: var(--sayso-edge);
    stroke-width: 2.5;
    stroke-dasharray: 2 7;
    stroke-linecap: round;
  }

  .accent {
    fill: var(--sayso-accent);
  }

  .star {
    fill: var(--sayso-on-accent);
  }

  .hollow {
    stroke: var(--sayso-on-accent);
    stroke-width: 1.6;
    stroke-linejoin: round;
  }

  .fill {
    fill: var(--sayso-star);
  }

  @media (forced-colors: active) {
    svg {
      forced-color-adjust: none;
    }
  }
`;
