import { newGeneration } from '../store/generation.ts';

/** Another page of Sayso's says that it changed the store: nothing remembered is answered from before it was looked at again. */
export function hearChange(): void {
  newGeneration();
}
