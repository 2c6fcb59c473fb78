import { describe, expect, it } from 'vitest';
import { titleOf } from '../../../../../src/transfer/importers/parts/netflix-title.ts';
import { RowReader } from '../../../../../src/transfer/row-reader.ts';

const read = (title: string) => titleOf(new RowReader(1), 'Title', title);

describe('titleOf', () => {
  it.each([
    'Tide: Season 2: The Ice',
    'Tide: Series 1: The Ice',
    'Tide: Staffel 3: Das Eis',
    'Tide: Temporada 1: O gelo',
    'Tide : Saison 4 : La glace',
    'Tide: Stagione 2: Il ghiaccio',
    'Tide: Seizoen 2: Het ijs',
    'Tide: 2. évad: A jég',
    'Tide: シーズン1: 氷',
    'Tide: 第 1 季: 冰',
    'Tide: Сезон 2: Лёд',
    'Tide: 第1シリーズ: 氷',
    'Tide: リミテッドシリーズ: 氷',
    'Tide: Mini Dizi: 1. Bölüm',
    'Tide: 1. Kısım: 3. Bölüm',
    'Tide: Limited Series: The Ice',
    'Tide: Miniseries: The Ice',
    'Tide: Minissérie: Episódio 1',
    'Tide: Mini-série: Épisode 1',
    'Tide: Part 2: The Ice',
    'Tide: Parte 4: El hielo',
    'Tide: Volume 2: The Ice',
    'Tide: Tide 2: Chapter One: The Ice',
    'Tide: Chapter Two: The Ice: Again',
    'Tide: Season 1: The Ice: Part 2',
  ])('takes %s for an episode', (title) => {
    expect(read(title)?.facts).toEqual({ kind: 'TVEpisode', name: title, series: 'Tide', identifiers: [] });
  });

  it('takes all before the season for the series', () => {
    expect(read('Tide: Low Water: Season 1: The Ice')?.facts.series).toBe('Tide: Low Water');
  });

  it.each([
    'Tide',
    'Tide: Low Water',
    'Tide: Volume 2',
    'Tide: Chapter 4',
    'Tide: Low Water: Part 2',
    'Season 1: The Ice',
    '3:10 from Harbourtown',
  ])('does not take %s for an episode, since films are called so', (title) => {
    expect(read(title)?.facts.kind).not.toBe('TVEpisode');
  });

  it('takes a season as such for a series', () => {
    expect(read('Tide: Season 2')?.facts).toEqual({
      kind: 'TVSeries',
      name: 'Tide: Season 2',
      series: 'Tide',
      identifiers: [],
    });
  });

  it('takes what counts an episode for one, though it names no season', () => {
    expect(read('TIDE: Ice: The Long Winter: Thaw (Episode 4)')?.facts).toMatchObject({
      kind: 'TVEpisode',
      series: 'TIDE: Ice: The Long Winter',
    });
  });

  it('takes an episode that Netflix can’t name any more for its series', () => {
    expect(read('Tide: : ')).toEqual({ thing: 'tide', facts: { kind: 'TVSeries', name: 'Tide', identifiers: [] } });
    expect(read(' : : ')).toBeUndefined();
  });

  it('leaves the count of an episode out of what the thing is called, and a part of it in', () => {
    expect(read('Tide: Season 1: Ice (Episode 3)')?.thing).toBe('tide: season 1: ice');
    expect(read('Tide: Staffel 1: Eis (Folge 3)')?.thing).toBe('tide: staffel 1: eis');
    expect(read('Tide: Season 1: Ice (Part 2)')?.thing).toBe('tide: season 1: ice (part 2)');
  });

  it('finds nothing in an empty title', () => {
    expect(read(' \u0000 ')).toBeUndefined();
  });
});
