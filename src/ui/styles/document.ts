import { css } from 'lit';

/** The document under the page's one element. */
export const documentStyle = css`
  html {
    background: var(--sayso-ground);
    color: var(--sayso-text);
    font: 400 1rem / 1.5 var(--sayso-font);
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }

  /* Chrome gives the body of an extension's page three quarters of the font size. */
  body {
    margin: 0;
    font: inherit;
  }
`;
