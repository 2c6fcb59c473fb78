import { css } from 'lit';

/**
 * What everything is drawn with. Set once on the document; elements inherit it through their shadow roots.
 *
 * A media query, not `light-dark()`: Chrome 121 and 122 do not know that function.
 * Every pair of text and ground has a contrast of 4.5 or more, every border of a control 3 or more.
 */
export const tokens = css`
  :root {
    color-scheme: light dark;

    --sayso-ground: #fbfaf8;
    --sayso-raised: #ffffff;
    --sayso-sunk: #f1efeb;
    --sayso-text: #22201d;
    --sayso-quiet: #605b54;
    --sayso-line: #dedad3;
    --sayso-edge: #8a847b;
    --sayso-accent: #0f6b62;
    --sayso-accent-strong: #0a534c;
    --sayso-on-accent: #ffffff;
    --sayso-accent-ground: #e3f0ee;
    --sayso-star: #b7791f;
    --sayso-star-line: #8f5d12;
    --sayso-danger: #a5281f;
    --sayso-danger-ground: #fbeae8;
    --sayso-warning: #7a5200;
    --sayso-warning-ground: #fbf1dc;
    --sayso-shadow: 0 0.5rem 1.75rem rgb(40 30 15 / 14%);

    --sayso-font: system-ui, sans-serif;
    --sayso-small: 0.8125rem;
    --sayso-large: 1.125rem;
    --sayso-title: 1.375rem;

    --sayso-gap-1: 0.25rem;
    --sayso-gap-2: 0.5rem;
    --sayso-gap-3: 0.75rem;
    --sayso-gap-4: 1rem;
    --sayso-gap-5: 1.5rem;
    --sayso-gap-6: 2.25rem;
    --sayso-radius: 0.5rem;
    --sayso-target: 2.25rem;
  }

  @media (prefers-color-scheme: dark) {
    :root {
      --sayso-ground: #1b1a19;
      --sayso-raised: #252423;
      --sayso-sunk: #141312;
      --sayso-text: #edeae5;
      --sayso-quiet: #b0aaa1;
      --sayso-line: #3b3936;
      --sayso-edge: #857f76;
      --sayso-accent: #6cc7bc;
      --sayso-accent-strong: #92dad1;
      --sayso-on-accent: #0b2421;
      --sayso-accent-ground: #1d3431;
      --sayso-star: #e8b04a;
      --sayso-star-line: #e8b04a;
      --sayso-danger: #f2958c;
      --sayso-danger-ground: #3b211f;
      --sayso-warning: #e9bd6a;
      --sayso-warning-ground: #362b17;
      --sayso-shadow: 0 0.5rem 1.75rem rgb(0 0 0 / 45%);
    }
  }
`;
