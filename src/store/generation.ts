import { Dexie } from 'dexie';

let generation = 0;

/**
 * Changes whenever this process learns that the store changed: by its own write, by the database's word of another
 * page's, or because it was told. Much cheaper than the revision, and never sure: who relies on it looks at the
 * revision again after a moment.
 */
export function generationNow(): number {
  return generation;
}

/** Somebody says that the store changed. */
export function newGeneration(): void {
  generation += 1;
}

// A vendor's read writes only its disclosure: that changes nothing a read depends on.
Dexie.on('storagemutated', (parts) => {
  if (Object.keys(parts).some((part) => !part.includes('/disclosures/'))) {
    newGeneration();
  }
});
