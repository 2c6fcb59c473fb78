/** Sorts what shares a name, or is joined to it by a chain of names, into groups. What came first stays first. */
export function linked<One>(all: readonly One[], namesOf: (one: One) => readonly string[]): One[][] {
  const links = new Links();
  for (const one of all) {
    links.join(namesOf(one));
  }
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const name = links.find(namesOf(one)[0] ?? '');
    const group = groups.get(name);
    if (group) {
      group.push(one);
    } else {
      groups.set(name, [one]);
    }
  }
  return [...groups.values()];
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
