import { css } from 'lit';
import { base } from '../../styles/base.ts';

/** A list whose rows stand where the virtualizer puts them. */
export const listStyle = [
  base,
  css`
    ul {
      position: relative;
    }

    li {
      position: absolute;
      inset-block-start: 0;
      inset-inline: 0;
    }

    .empty {
      block-size: 5rem;
      border-block-end: 1px solid var(--sayso-line);
    }
  `,
];
