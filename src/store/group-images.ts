import type { Image } from './journal-entry.ts';
import type { IdentifierRow, Merge } from './rows.ts';

/**
 * Sorts a change's images by the thing they are about: an item with its rating, identifiers and history is one, and so
 * are two items that the change joined or parted. A thing is undone as a whole or not at all, so that nothing is left
 * pointing nowhere.
 *
 * @param now - the record that stands at each image's place at present
 */
export function groupImages(images: readonly Image[], now: (image: Image) => unknown): Image[][] {
  const things = new Links();
  for (const image of images) {
    things.join(namesOf(image, now(image)));
  }
  const groups = new Map<string, Image[]>();
  for (const image of images) {
    const thing = things.find(namesOf(image, now(image))[0] ?? image.key);
    const group = groups.get(thing);
    if (group) {
      group.push(image);
    } else {
      groups.set(thing, [image]);
    }
  }
  return [...groups.values()];
}

/** What an image is about: ids of items, or the record itself. */
function namesOf({ table, key, before }: Image, now: unknown): string[] {
  const states = [before, now].filter((state) => state !== undefined);
  switch (table) {
    case 'identifiers':
    case 'versions':
    case 'sourceRecords':
    case 'intentions':
      return states.map((state) => (state as Pick<IdentifierRow, 'itemId'>).itemId);
    case 'merges':
      return states.flatMap((state) => [(state as Merge).from, (state as Merge).into]);
    case 'vendors':
    case 'grants':
    case 'grantChanges':
    case 'decisions':
    case 'disclosures':
      return ['vendor'];
    default:
      return [key];
  }
}

/** Names that belong together (union-find). */
class Links {
  readonly #parents = new Map<string, string>();

  find(name: string): string {
    let root = name;
    for (let parent = this.#parents.get(root); parent !== undefined; parent = this.#parents.get(root)) {
      root = parent;
    }
    if (root !== name) {
      this.#parents.set(name, root);
    }
    return root;
  }

  join([first, ...others]: readonly string[]): void {
    for (const other of others) {
      const root = this.find(first ?? other);
      const otherRoot = this.find(other);
      if (root !== otherRoot) {
        this.#parents.set(otherRoot, root);
      }
    }
  }
}
