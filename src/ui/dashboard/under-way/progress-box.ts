import { css, html, type TemplateResult } from 'lit';

/** The box in which work that is under way is told, with a bar and a count. */
export const progressBoxStyle = css`
  .box {
    display: grid;
    gap: var(--sayso-gap-2);
    padding: var(--sayso-gap-4);
    border: 1px solid var(--sayso-line);
    border-radius: var(--sayso-radius);
    background: var(--sayso-raised);
  }

  progress {
    inline-size: 100%;
    block-size: 0.75rem;
    accent-color: var(--sayso-accent);
  }

  .count {
    min-block-size: 1.5em;
    font-variant-numeric: tabular-nums;
  }
`;

/** How far it has come, of how much; without an end where nobody knows it. */
export function progressBar(
  name: string,
  { done, total }: { readonly done: number; readonly total?: number | undefined } = { done: 0 },
): TemplateResult {
  return total === undefined || total === 0
    ? html`<progress aria-label=${name}></progress>`
    : html`<progress aria-label=${name} max=${total} .value=${done}></progress>`;
}
