import { css } from 'lit';

/** How the fields for the columns of a table stand: as many beside each other as there is room for. */
export const mapperStyle = css`
  .box {
    display: grid;
    gap: var(--sayso-gap-3);
    justify-items: start;
    margin-block-start: var(--sayso-gap-3);
    padding: var(--sayso-gap-4);
    border: 1px solid var(--sayso-line);
    border-radius: var(--sayso-radius);
    background: var(--sayso-raised);
  }

  .box > * {
    max-inline-size: 100%;
  }

  .box > .grid,
  .box > details,
  .box > sayso-import-sample {
    inline-size: 100%;
  }

  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr));
    gap: var(--sayso-gap-3) var(--sayso-gap-4);
    align-items: start;
  }

  .part {
    display: grid;
    gap: var(--sayso-gap-2);
  }

  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--sayso-gap-2);
  }

  h4 {
    margin: var(--sayso-gap-3) 0 var(--sayso-gap-1);
    font-size: var(--sayso-small);
    font-weight: 650;
  }

  .wrong {
    color: var(--sayso-danger);
  }
`;
