import { css } from 'lit';

/** Ground rules of every shadow root: what text, headings, links, focus and hidden things look like. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  :host {
    display: block;
    overflow-wrap: anywhere;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  blockquote,
  fieldset {
    margin: 0;
    padding: 0;
  }

  fieldset {
    min-inline-size: 0;
    border: 0;
  }

  legend {
    padding: 0;
  }

  h1 {
    font-size: var(--sayso-title);
    font-weight: 650;
    line-height: 1.25;
    text-wrap: balance;
  }

  h2 {
    font-size: var(--sayso-large);
    font-weight: 650;
    line-height: 1.3;
  }

  h3 {
    font-size: 1rem;
    font-weight: 650;
    line-height: 1.4;
  }

  ul[role='list'],
  ol[role='list'] {
    list-style: none;
  }

  a {
    color: var(--sayso-accent);
    text-underline-offset: 0.15em;
  }

  a:hover {
    color: var(--sayso-accent-strong);
  }

  :focus-visible {
    outline: 2px solid var(--sayso-accent);
    outline-offset: 2px;
    border-radius: 2px;
  }

  /* The start of a page or window takes focus without being a control: no ring. */
  [tabindex='-1']:focus-visible {
    outline: none;
  }

  bdi,
  .told {
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
  }

  .quiet {
    color: var(--sayso-quiet);
  }

  .small {
    font-size: var(--sayso-small);
  }

  /* Not by what stands before it: Firefox would style all later siblings anew, with all in them, whenever one comes or goes. */
  .stack > :where(:not(:first-child)) {
    margin-block-start: var(--sayso-gap-3);
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--sayso-gap-2);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition-duration: 0.01ms !important;
      animation-duration: 0.01ms !important;
    }
  }
`;
