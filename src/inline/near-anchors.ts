/** How far outside the window things get their stars, so that they are there before they are seen. */
const AHEAD = '75% 0px';

/** Tells which elements come near the window, each once. A page of 1,000 things is not all drawn at once. */
export class NearAnchors {
  readonly #observer: IntersectionObserver;

  constructor(onNear: (elements: readonly Element[]) => void) {
    this.#observer = new IntersectionObserver(
      (entries) => {
        const near = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target);
        near.forEach((element) => this.#observer.unobserve(element));
        if (near.length > 0) {
          onNear(near);
        }
      },
      { rootMargin: AHEAD },
    );
  }

  watch(element: Element): void {
    this.#observer.observe(element);
  }

  forget(element: Element): void {
    this.#observer.unobserve(element);
  }

  end(): void {
    this.#observer.disconnect();
  }
}
