import { css } from 'lit';

/**
 * Buttons, fields and ticks.
 *
 * A button is plain; `.primary` is the one thing to do here, `.danger` takes something away, `.bare` is a button that
 * reads as a link. `.switch` on a checkbox makes it a switch (give it `role="switch"`). `.field` is a label above its control.
 */
export const controls = css`
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--sayso-gap-2);
    min-block-size: var(--sayso-target);
    max-inline-size: 100%;
    padding: 0.375rem 0.875rem;
    border: 1px solid var(--sayso-edge);
    border-radius: var(--sayso-radius);
    background: var(--sayso-raised);
    color: var(--sayso-text);
    font: inherit;
    font-weight: 550;
    line-height: 1.3;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }

  button:hover,
  .button:hover {
    border-color: var(--sayso-text);
    color: var(--sayso-text);
  }

  button.primary,
  .button.primary {
    border-color: var(--sayso-accent);
    background: var(--sayso-accent);
    color: var(--sayso-on-accent);
  }

  button.primary:hover,
  .button.primary:hover {
    border-color: var(--sayso-accent-strong);
    background: var(--sayso-accent-strong);
  }

  button.danger {
    border-color: var(--sayso-danger);
    color: var(--sayso-danger);
  }

  button.bare {
    padding-inline: var(--sayso-gap-1);
    border-color: transparent;
    background: none;
    color: var(--sayso-accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  button.bare:hover {
    color: var(--sayso-accent-strong);
  }

  button.bare.danger {
    color: var(--sayso-danger);
  }

  button:disabled {
    border-color: var(--sayso-line);
    background: var(--sayso-sunk);
    color: var(--sayso-quiet);
    cursor: default;
  }

  input:not([type='checkbox'], [type='radio'], [type='range']),
  select,
  textarea {
    inline-size: 100%;
    min-block-size: var(--sayso-target);
    padding: 0.375rem 0.625rem;
    border: 1px solid var(--sayso-edge);
    border-radius: var(--sayso-radius);
    background: var(--sayso-raised);
    color: var(--sayso-text);
    font: inherit;
    line-height: 1.4;
  }

  textarea {
    resize: vertical;
  }

  ::placeholder {
    color: var(--sayso-quiet);
    opacity: 1;
  }

  .field {
    display: grid;
    gap: var(--sayso-gap-1);
  }

  .field > label,
  .field > .label {
    font-size: var(--sayso-small);
    font-weight: 600;
  }

  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: var(--sayso-accent);
  }

  label.tick {
    display: flex;
    align-items: flex-start;
    gap: var(--sayso-gap-2);
    min-block-size: 1.75rem;
    padding-block: 0.25rem;
  }

  input.switch {
    position: relative;
    appearance: none;
    inline-size: 2.5rem;
    block-size: 1.5rem;
    border: 1px solid var(--sayso-edge);
    border-radius: 1rem;
    background: var(--sayso-sunk);
    cursor: pointer;
  }

  input.switch::before {
    content: '';
    position: absolute;
    inset-block-start: 0.1875rem;
    inset-inline-start: 0.1875rem;
    inline-size: 1rem;
    block-size: 1rem;
    border-radius: 50%;
    background: var(--sayso-edge);
    transition: inset-inline-start 120ms;
  }

  input.switch:checked {
    border-color: var(--sayso-accent);
    background: var(--sayso-accent);
  }

  input.switch:checked::before {
    inset-inline-start: 1.1875rem;
    background: var(--sayso-on-accent);
  }

  summary {
    min-block-size: 1.75rem;
    padding-block: 0.25rem;
    color: var(--sayso-accent);
    cursor: pointer;
  }

  @media (forced-colors: active) {
    button:disabled {
      border-color: GrayText;
      color: GrayText;
    }

    button.primary {
      border-width: 2px;
    }

    input.switch,
    input.switch::before {
      forced-color-adjust: none;
      border-color: ButtonText;
      background: ButtonFace;
    }

    input.switch::before {
      background: ButtonText;
    }

    input.switch:checked {
      background: Highlight;
    }

    input.switch:checked::before {
      background: HighlightText;
    }
  }
`;
