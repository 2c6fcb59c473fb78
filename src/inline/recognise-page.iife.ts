import { recognise } from '../recognise/recognise.ts';

/** Lives in the isolated world of a page whose toolbar button was pressed: the page never sees it. */
const world = globalThis as { saysoRecognise?: () => unknown };

const MOST_ENTRIES = 50;

world.saysoRecognise = () => {
  const { page, main, entries, title, canonicalUrl } = recognise(document, location.href);
  const link = document.querySelector<HTMLLinkElement>('link[rel~="customer"][href]');
  return {
    page,
    ...(main && { main }),
    entries: entries.slice(0, MOST_ENTRIES).map(({ facts }) => facts),
    title,
    ...(canonicalUrl !== undefined && { canonicalUrl }),
    ...(link && { customerLink: link.href.slice(0, 2_000) }),
  };
};
