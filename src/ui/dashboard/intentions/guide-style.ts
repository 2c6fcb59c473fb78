import { css } from 'lit';

/** The questions of a needs guide, one under the other. */
export const guideStyle = css`
  form {
    display: grid;
    gap: var(--sayso-gap-4);
  }

  legend {
    font-weight: 600;
  }

  .options {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--sayso-gap-4);
  }

  .number {
    display: grid;
    grid-template-columns: minmax(4rem, 8rem) 1fr;
    align-items: center;
    gap: var(--sayso-gap-2);
  }

  fieldset > input,
  .number {
    margin-block-start: var(--sayso-gap-1);
  }

  .wrong {
    color: var(--sayso-danger);
  }
`;
