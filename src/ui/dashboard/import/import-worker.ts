/**
 * Reads and writes beside the page, so that the page never waits. It ends with the page: what was being written then is
 * not there, since it is one transaction.
 */
import { openContext } from '../../../app/context.ts';
import { serveImports } from './serve-imports.ts';
import { holdLife } from './worker-life.ts';

serveImports(globalThis, openContext({ session: '' }));
holdLife(self);
