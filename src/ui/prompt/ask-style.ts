import { css } from 'lit';

/** How the ask stands in its window: content that scrolls, and the answers always in sight under it. */
export const askStyle = css`
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--sayso-gap-5);
    max-inline-size: 40rem;
    min-block-size: calc(100dvh - 9rem);
    margin-inline: auto;
    padding: var(--sayso-gap-5);
  }

  header > :where(:not(:first-child)),
  section > :where(:not(:first-child)) {
    margin-block-start: var(--sayso-gap-3);
  }

  h1 sayso-origin {
    font-size: 1.25rem;
  }

  h1 span {
    font-size: 1rem;
    font-weight: 400;
  }

  h2 {
    font-size: 1rem;
  }

  .needs > li + li {
    margin-block-start: var(--sayso-gap-2);
  }

  .durations {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
    column-gap: var(--sayso-gap-4);
    margin-block-start: var(--sayso-gap-1);
  }

  .refusal {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--sayso-gap-1) var(--sayso-gap-3);
    color: var(--sayso-quiet);
    font-size: var(--sayso-small);
  }

  .refusal select {
    inline-size: auto;
    max-inline-size: 100%;
    font-size: inherit;
  }

  footer {
    border-block-start: 1px solid var(--sayso-line);
    background: var(--sayso-ground);
  }

  /* In a low window, or one zoomed far, the answers would cover what they answer: there they stand at the end. */
  @media (min-height: 30rem) {
    footer {
      position: sticky;
      inset-block-end: 0;
    }
  }

  footer > div {
    display: grid;
    gap: var(--sayso-gap-2);
    max-inline-size: 40rem;
    margin-inline: auto;
    padding: var(--sayso-gap-3) var(--sayso-gap-5);
  }

  .answers {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(5.75rem, 100%), 1fr));
    gap: var(--sayso-gap-2);
  }

  .answers button {
    padding-inline: var(--sayso-gap-2);
  }

  .forever {
    justify-self: start;
    min-block-size: 1.75rem;
    padding-block: 0;
    font-size: var(--sayso-small);
  }
`;
