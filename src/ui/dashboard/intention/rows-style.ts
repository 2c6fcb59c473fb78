import { css } from 'lit';

/** Rows of a name and what is said of it: side by side, and under each other where there is no room. */
export const rowsStyle = css`
  dl {
    display: grid;
    grid-template-columns: minmax(7rem, max-content) minmax(0, 1fr);
    gap: var(--sayso-gap-1) var(--sayso-gap-4);
  }

  dt {
    color: var(--sayso-quiet);
  }

  @media (max-width: 30rem) {
    dl {
      grid-template-columns: 1fr;
      gap: 0;
    }

    dd {
      margin-block-end: var(--sayso-gap-2);
    }
  }
`;
