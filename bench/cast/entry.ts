export { castRequest } from '../../src/app/cast-request.ts';
export { openContext } from '../../src/app/context.ts';
export { watch } from '../../src/app/watch.ts';
