import { css } from 'lit';

/** Around a list of things: what stands over it, and what says that it is on its way. */
export const ratingsStyle = css`
  h1 {
    margin-block-end: var(--sayso-gap-3);
  }

  .results {
    margin-block-start: var(--sayso-gap-5);
  }

  /* What is there at once needs no word about waiting. */
  .wait {
    position: absolute;
    animation: appear 0s 400ms both;
  }

  @keyframes appear {
    from {
      visibility: hidden;
    }
  }

  .over {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--sayso-gap-4);
    min-block-size: var(--sayso-target);
    border-block-end: 1px solid var(--sayso-line);
  }
`;
