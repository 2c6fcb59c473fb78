/** Every property of a fast test starts from {@link SEED}. */
import fc from 'fast-check';
import { SEED } from './seed.ts';

fc.configureGlobal({ seed: SEED });
