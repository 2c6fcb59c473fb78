import { css } from 'lit';

/** Tables of quotes, and cards of one. */
export const bankStyle = css`
  /* Many quotes are many tables: those out of sight cost no layout. They can be searched and read aloud all the same. */
  :host {
    content-visibility: auto;
    contain-intrinsic-block-size: auto var(--rows-height, 100rem);
  }

  table {
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: collapse;
  }

  col.heading {
    inline-size: 9.5rem;
  }

  th,
  td {
    padding: var(--sayso-gap-2);
    border-block-end: 1px solid var(--sayso-line);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }

  thead th {
    border-block-end: 2px solid var(--sayso-edge);
  }

  tbody th[scope='row'] {
    padding-inline-start: 0;
    color: var(--sayso-quiet);
    font-size: var(--sayso-small);
  }

  tbody th[scope='rowgroup'] {
    padding-block-start: var(--sayso-gap-4);
    padding-inline-start: 0;
    font-weight: 650;
  }

  article {
    padding: var(--sayso-gap-3);
    border: 1px solid var(--sayso-line);
    border-radius: var(--sayso-radius);
    background: var(--sayso-raised);
  }

  h4 {
    margin: 0;
    font-size: 1rem;
  }

  article > p.group {
    margin-block-start: var(--sayso-gap-4);
    font-weight: 650;
  }

  dl > div {
    padding-block: var(--sayso-gap-2);
    border-block-end: 1px solid var(--sayso-line);
  }

  dt {
    color: var(--sayso-quiet);
    font-size: var(--sayso-small);
  }

  li + li {
    margin-block-start: var(--sayso-gap-1);
  }

  .parts li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    column-gap: var(--sayso-gap-2);
    font-size: var(--sayso-small);
    font-variant-numeric: tabular-nums;
  }

  .total {
    font-size: var(--sayso-large);
    font-variant-numeric: tabular-nums;
  }

  .acts {
    display: grid;
    justify-items: start;
    gap: var(--sayso-gap-1);
  }

  .cost {
    white-space: nowrap;
  }

  .options {
    margin-block-start: var(--sayso-gap-2);
  }

  blockquote {
    max-block-size: 12rem;
    overflow: auto;
    font-size: var(--sayso-small);
    white-space: pre-line;
  }

  @media print {
    :host {
      content-visibility: visible;
    }

    tr,
    dl > div {
      break-inside: avoid;
    }

    .acts,
    select {
      display: none;
    }

    blockquote {
      max-block-size: none;
    }
  }
`;
