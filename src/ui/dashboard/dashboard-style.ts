import { css } from 'lit';

/** The frame around every part of the dashboard: the way round beside it, or above it where there is little room. */
export const dashboardStyle = css`
  .frame {
    display: grid;
    gap: var(--sayso-gap-4) var(--sayso-gap-6);
    max-inline-size: 72rem;
    margin-inline: auto;
    padding: var(--sayso-gap-4);
    padding-block-end: 6rem;
  }

  .skip {
    position: absolute;
    z-index: 5;
    inset-block-start: var(--sayso-gap-2);
    inset-inline-start: var(--sayso-gap-2);
  }

  .skip:not(:focus) {
    clip-path: inset(50%);
    inline-size: 1px;
    min-block-size: 1px;
    block-size: 1px;
    padding: 0;
    overflow: hidden;
  }

  .brand {
    display: flex;
    align-items: center;
    gap: var(--sayso-gap-2);
    font-size: var(--sayso-large);
    font-weight: 700;
  }

  .brand img {
    inline-size: 1.75rem;
    block-size: 1.75rem;
  }

  nav ul {
    display: flex;
    flex-wrap: wrap;
    gap: var(--sayso-gap-1);
    margin-inline: calc(-1 * var(--sayso-gap-2));
  }

  nav a {
    display: block;
    padding: 0.375rem 0.625rem;
    border-radius: var(--sayso-radius);
    color: var(--sayso-text);
    text-decoration: none;
  }

  nav a:hover {
    background: var(--sayso-sunk);
  }

  nav a[aria-current] {
    background: var(--sayso-accent-ground);
    color: var(--sayso-accent-strong);
    font-weight: 600;
  }

  nav .count {
    display: inline-block;
    min-inline-size: 1.5em;
    padding-inline: 0.375em;
    border-radius: 1em;
    background: var(--sayso-accent-strong);
    color: var(--sayso-raised);
    font-size: var(--sayso-small);
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    text-align: center;
  }

  main {
    min-inline-size: 0;
  }

  @media (min-width: 56rem) {
    .frame {
      grid-template-columns: 11rem minmax(0, 1fr);
      padding: var(--sayso-gap-6) var(--sayso-gap-5) 6rem;
    }

    header {
      position: sticky;
      inset-block-start: var(--sayso-gap-6);
      align-self: start;
    }

    .brand {
      margin-block-end: var(--sayso-gap-5);
    }

    nav ul {
      flex-direction: column;
    }
  }

  @media print {
    header {
      display: none;
    }

    .frame {
      display: block;
      padding: 0;
    }
  }

  @media (forced-colors: active) {
    nav a[aria-current] {
      outline: 2px solid Highlight;
    }
  }
`;
