import { vi } from 'vitest';

/** Far beyond what anything waited for needs: a busy machine is no failure, and what never comes still is one. */
const PATIENCE_MS = 20_000;

const { waitFor } = vi;

vi.waitFor = (callback, options) =>
  waitFor(callback, typeof options === 'number' ? options : { timeout: PATIENCE_MS, ...options });
