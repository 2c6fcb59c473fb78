import { vi } from 'vitest';

/**
 * The built content scripts by their names: only the build makes the files that `?script&iife` stands for.
 * Import this before anything that imports `src/platform/site-scripts.ts`.
 */
vi.mock('../../src/bridge/bridge.iife.ts?script&iife', () => ({ default: 'bridge.js' }));
vi.mock('../../src/bridge/bridge-ported.iife.ts?script&iife', () => ({ default: 'bridge-ported.js' }));
vi.mock('../../src/inline/inline.iife.ts?script&iife', () => ({ default: 'inline.js' }));
vi.mock('../../src/page/provider.iife.ts?script&iife', () => ({ default: 'provider.js' }));
vi.mock('../../src/page/provider-now.iife.ts?script&iife', () => ({ default: 'provider-now.js' }));
