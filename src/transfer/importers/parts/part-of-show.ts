import type { ItemFacts } from '../../../domain/item.ts';

/** A season as an item of its own. It has none of its show's identifiers: with them it would be taken for the show. */
export function seasonFacts(show: string, season: number): ItemFacts {
  const name = `Season ${season}`;
  return { kind: 'TVSeries', ...named(show, show === '' ? name : `${show}: ${name}`), identifiers: [] };
}

/** @param title - the episode's own, where the source tells it */
export function episodeFacts(show: string, season: number, episode: number, title = ''): ItemFacts {
  const place = `Season ${season}, Episode ${episode}`;
  const name = title === '' ? (show === '' ? place : `${show}: ${place}`) : title;
  return { kind: 'TVEpisode', ...named(show, name), identifiers: [] };
}

function named(show: string, name: string): { name: string; series?: string } {
  return { name, ...(show !== '' && { series: show }) };
}
