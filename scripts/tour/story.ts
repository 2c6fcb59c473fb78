import { welcome } from './steps/welcome.ts';
import type { Step } from './step.ts';

/** The main job, from the first start to a revoke. Each step builds on those before it. */
export const story: readonly Step[] = [welcome];
