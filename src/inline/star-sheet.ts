/** Sizes in CSS pixels, the same whatever the rating is: nothing shifts and nothing can be measured. */
export const FULL = { width: 312, height: 36 };
export const COMPACT = { width: 96, height: 24 };
/** The bubble that a compact form opens: the full form, and a margin of 6. */
export const BUBBLE = { width: FULL.width + 12, height: FULL.height + 12 };

/**
 * `!important` inside a shadow root wins over the page's own, so that no rule of the page changes the host.
 * All inside lets the pointer through to the host: one surface, with nothing to cross that could be counted.
 */
function hostRule(size: { readonly width: number; readonly height: number }, pointer: string): string {
  return `:host{all:initial!important;direction:ltr!important;display:inline-block!important;contain:strict!important;
box-sizing:border-box!important;inline-size:${size.width}px!important;block-size:${size.height}px!important;
flex:none!important;margin:2px 4px!important;vertical-align:middle!important;pointer-events:${pointer}!important;
cursor:pointer!important;user-select:none!important;
touch-action:manipulation!important;forced-color-adjust:none!important}`;
}

const INSIDE = `*{box-sizing:border-box;margin:0;padding:0;border:0;background:none;pointer-events:none}
.pill{--ground:#fff;--edge:#8a847b;--fill:#b7791f;--line:#8f5d12;--ink:#555;--ring:#0f6b62;--bad:#a5281f;
position:relative;display:flex;inline-size:100%;block-size:100%;background:var(--ground);border-radius:8px}
.dark{--ground:#222;--edge:#857f76;--fill:#e8b04a;--line:#e8b04a;--ink:#b0aaa1;--ring:#6cc7bc;--bad:#f2958c}
.rate{position:relative;inline-size:240px;block-size:36px;border-radius:8px}
.stars,.open{position:absolute;inset:0;inline-size:100%;block-size:100%}
[dir=rtl] .stars{transform:scaleX(-1)}
.fill{fill:var(--fill)}
.line{fill:none;stroke:var(--line);stroke-width:1.4;stroke-linejoin:round}
.steps{position:absolute;inset:0;display:flex}
input,button{appearance:none;outline:none;inline-size:24px;block-size:36px}
form{display:flex}
button{inline-size:36px;border-radius:8px}
button svg{inline-size:18px;block-size:18px;vertical-align:middle}
[aria-disabled=true]{opacity:.3}
.icon{fill:none;stroke:var(--ink);stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.bad button{opacity:1}
.bad .icon{stroke:var(--bad)}
.rate:has(:focus-visible),button:focus-visible{outline:2px solid var(--ring);outline-offset:-2px}
.say{position:absolute;inline-size:1px;block-size:1px;clip-path:inset(50%)}
.say::after{content:attr(data-say)}
[popover]:popover-open{display:flex}
[popover]{position:fixed;inset:auto;inline-size:${BUBBLE.width}px;block-size:${BUBBLE.height}px;padding:5px;
border:1px solid var(--edge);border-radius:12px;background:var(--ground);pointer-events:auto;
overflow:hidden;touch-action:manipulation}
@media(forced-colors:active){.pill{--ground:Canvas;--edge:CanvasText;--fill:Highlight;--line:CanvasText;--ink:ButtonText;
--ring:Highlight;--bad:CanvasText}}`;

export type Form = 'full' | 'compact';

const sheets = new Map<string, CSSStyleSheet>();

/** One sheet for all controls of a form; adopted, since a page's policy may forbid any other. */
export function sheetFor(form: Form, isInteractive: boolean): CSSStyleSheet {
  const key = `${form} ${isInteractive}`;
  let sheet = sheets.get(key);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(hostRule(form === 'full' ? FULL : COMPACT, isInteractive ? 'auto' : 'none') + INSIDE);
    sheets.set(key, sheet);
  }
  return sheet;
}
