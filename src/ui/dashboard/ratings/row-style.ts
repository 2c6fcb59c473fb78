import { css } from 'lit';

/** What rows of ratings and of things without a mark have in common: the name and what the thing is, on two lines each. */
export const rowStyle = css`
  .name,
  .line {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .name {
    font-weight: 600;
  }
`;
