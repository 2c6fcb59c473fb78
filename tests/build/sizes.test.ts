import { describe, expect, it } from 'vitest';
import { Built } from '../support/dist.ts';

const built = new Built('dist/chrome');

const KB = 1_024;

/** In bytes. A ratchet: these go down, or a decision says why not. */
const MOST = {
  /** Provider and bridge on a page, gzipped. */
  vendorPage: 4 * KB,
  /** The stars and what recognises things, gzipped: the design's own figure. */
  stars: 20_000,
  /** What is put into a page when the popup is opened on it, gzipped. */
  recognise: 13 * KB,
  /** The background, minified: each further kB is time before the first answer (docs/decisions/0011). */
  background: 288 * KB,
} as const;

describe('threat 32: the weight', () => {
  it.each([
    ['on their scheme’s port', ['src/page/provider.iife.js', 'src/bridge/bridge.iife.js']],
    ['with a port of their own', ['src/page/provider-now.iife.js', 'src/bridge/bridge-ported.iife.js']],
  ])('of what chosen origins %s get', (_which, files) => {
    expect(built.gzipped(...files)).toBeLessThanOrEqual(MOST.vendorPage);
  });

  it('of the stars', () => {
    expect(built.gzipped('src/inline/inline.iife.js')).toBeLessThanOrEqual(MOST.stars);
  });

  it('of the recogniser that the popup uses', () => {
    expect(built.gzipped('src/inline/recognise-page.iife.js')).toBeLessThanOrEqual(MOST.recognise);
  });

  it('of the background', () => {
    expect(built.size('background.js')).toBeLessThanOrEqual(MOST.background);
  });
});
