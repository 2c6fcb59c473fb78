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
  /* Chrome gives the body of an extension's page a font and a size of its own. */
  body {
    margin: 0;
    font: inherit;
    font: inherit;
  }
`;
