import { css } from 'lit';

/** The form of a request. */
export const formStyle = css`
  .back {
    margin-block-end: var(--sayso-gap-3);
  }

  sayso-notice {
    max-inline-size: 44rem;
    margin-block-end: var(--sayso-gap-4);
  }

  form sayso-notice {
    margin-block-end: 0;
  }

  .intro {
    max-inline-size: 44rem;
    margin-block: var(--sayso-gap-2) var(--sayso-gap-4);
  }

  form {
    display: grid;
    gap: var(--sayso-gap-4);
    max-inline-size: 44rem;
  }

  .line,
  .section {
    display: grid;
    gap: var(--sayso-gap-3);
  }

  .section {
    padding-block: var(--sayso-gap-2) var(--sayso-gap-3);
  }

  .line:not(:has(> legend.visually-hidden)) {
    padding: var(--sayso-gap-3) var(--sayso-gap-4) var(--sayso-gap-4);
    border: 1px solid var(--sayso-line);
    border-radius: var(--sayso-radius);
  }

  legend {
    font-size: var(--sayso-small);
    font-weight: 600;
  }

  .line > legend {
    font-size: 1rem;
  }

  form > details {
    padding-block-start: var(--sayso-gap-2);
    border-block-start: 1px solid var(--sayso-line);
  }

  summary {
    font-weight: 600;
  }

  .pair,
  .three {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
    gap: var(--sayso-gap-3);
    align-items: start;
  }

  .three {
    grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr));
  }

  .ticks {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
  }

  .requirement {
    display: grid;
    gap: var(--sayso-gap-2);
    padding: var(--sayso-gap-3);
    border-radius: var(--sayso-radius);
    background: var(--sayso-sunk);
  }

  .foot,
  .offered,
  .guides {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--sayso-gap-1) var(--sayso-gap-3);
  }

  .foot {
    justify-content: space-between;
  }

  .offered > p {
    flex-basis: 100%;
  }

  .offered button {
    font-weight: inherit;
  }

  .add,
  .remove {
    justify-self: start;
  }

  /* A button that reads as a link begins where the text around it does. */
  .bare.add,
  .remove,
  .thing .bare,
  .faults .bare {
    margin-inline-start: calc(-1 * var(--sayso-gap-1));
  }

  .thing {
    padding: var(--sayso-gap-3);
    border-radius: var(--sayso-radius);
    background: var(--sayso-sunk);
  }

  .name {
    font-weight: 600;
  }

  .wrong {
    color: var(--sayso-danger);
  }

  .faults {
    padding: var(--sayso-gap-3) var(--sayso-gap-4);
    border-inline-start: 0.25rem solid var(--sayso-danger);
    border-radius: var(--sayso-radius);
    background: var(--sayso-danger-ground);
  }

  .faults button.bare {
    text-align: start;
  }

  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--sayso-gap-2);
    padding-block-start: var(--sayso-gap-3);
    border-block-start: 1px solid var(--sayso-line);
  }
`;
