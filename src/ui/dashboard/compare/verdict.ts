import { css, html } from 'lit';
import type { MeetLevel } from '../../../app/weigh-quotes.ts';

/** A sign of its own for each, so that nobody has to tell the colours apart. */
const SIGNS = { met: '✓', partly: '≈', not: '✗', 'not-said': '?' } as const satisfies Record<MeetLevel, string>;

/** How something is met: a sign and a colour for the eye, and always words. */
export function verdict(level: MeetLevel, words: string) {
  return html`<span class="verdict ${level}"><span class="sign" aria-hidden="true">${SIGNS[level]}</span><span>${words}</span></span>`;
}

export const verdictStyle = css`
  .verdict {
    display: inline-flex;
    align-items: baseline;
    gap: var(--sayso-gap-2);
    padding: 0.0625rem 0.5rem;
    border-radius: var(--sayso-radius);
    background: var(--sayso-sunk);
  }

  .verdict .sign {
    flex: none;
    font-weight: 700;
  }

  .verdict.met {
    background: var(--sayso-accent-ground);
    color: var(--sayso-accent-strong);
  }

  .verdict.partly,
  .verdict.not-said {
    background: var(--sayso-warning-ground);
    color: var(--sayso-warning);
  }

  .verdict.not {
    background: var(--sayso-danger-ground);
    color: var(--sayso-danger);
  }

  @media print {
    .verdict {
      padding: 0;
      background: none !important;
      color: inherit !important;
    }
  }
`;
