import { css } from 'lit';

/** What stands around the tables of quotes. */
export const compareStyle = css`
  section {
    margin-block-start: var(--sayso-gap-5);
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--sayso-gap-2) var(--sayso-gap-4);
    margin-block: var(--sayso-gap-3);
  }

  .bar .field {
    min-inline-size: 14rem;
  }

  h2 + p {
    margin-block-start: var(--sayso-gap-1);
  }

  h3 {
    margin-block: var(--sayso-gap-4) var(--sayso-gap-2);
  }

  sayso-quote-bank + sayso-quote-bank {
    margin-block-start: var(--sayso-gap-5);
  }

  @media print {
    .bar {
      display: none;
    }
  }
`;
