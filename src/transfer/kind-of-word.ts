import type { ItemKind } from '../domain/item.ts';
import { foldColumn } from './fold-column.ts';

/** What people call the sorts of things, in English, German, French and Spanish, without accents. */
const WORDS: Readonly<Partial<Record<ItemKind, string>>> = {
  Movie: 'movie movies film films filme kino kinofilm pelicula peliculas',
  TVSeries: 'series tv show shows tvseries serie serien anime serial',
  TVEpisode: 'episode episodes folge folgen episodio',
  Book: 'book books buch bucher livre livres libro libros roman novel manga comic comics bd horbuch audiobook ebook',
  VideoGame: 'videogame videogames videospiel videospiele videojuego videojuegos jeuvideo',
  Game: 'game games boardgame boardgames spiel spiele brettspiel brettspiele jeu jeux juego juegos',
  MusicAlbum: 'album albums alben disque disques disco discos lp',
  MusicRecording: 'song songs track tracks lied lieder chanson chansons cancion canciones',
  PodcastSeries: 'podcast podcasts',
  SoftwareApplication: 'app apps software logiciel programa',
  Recipe: 'recipe recipes rezept rezepte recette recettes receta recetas',
  Place: 'place places ort orte lieu lieux lugar lugares',
  Restaurant: 'restaurant restaurants restaurante restaurantes cafe bar',
  Hotel: 'hotel hotels hoteles',
  Event: 'event events concert concerts konzert konzerte evento eventos',
  Course: 'course courses kurs kurse cours curso cursos',
  Product:
    'product products produkt produkte produit produits producto productos wine wein vin vino beer bier biere cerveza',
};
const KINDS: ReadonlyMap<string, ItemKind> = new Map(
  (Object.entries(WORDS) as [ItemKind, string][]).flatMap(([kind, words]) =>
    words.split(' ').map((word): [string, ItemKind] => [word, kind]),
  ),
);

/** The kind a table's word means: `TV Series`, `Película`. `undefined` when it is none of the words known. */
export function kindOfWord(text: string): ItemKind | undefined {
  const folded = foldColumn(text);
  return KINDS.get(folded.replaceAll(' ', '')) ?? KINDS.get(folded.split(' ')[0] ?? '');
}
