/**
 * What people call the columns of their own tables: for each meaning the likeliest first, in English, German, French, Spanish,
 * Italian, Portuguese, Dutch, Swedish, Polish, Russian, Japanese and Chinese.
 */
export interface ColumnWords {
  /** A column of this name. */
  readonly names: readonly string[];
  /** Else a column with this word in its name: `Ma note`, `Restaurant Name`. */
  readonly parts?: readonly string[];
  /** Unless one of these is in it too. */
  readonly butNot?: readonly string[];
}

const words = (text: string): string[] => text.split('|');

const COUNTS = 'count|counts|number|num|no|total|id|url|link|date|max|scale|by';

export const COLUMN_WORDS = {
  name: {
    names: words(
      'product name|product title|produktname|nom du produit|nombre del producto|商品名|book title|movie title|film title|game title|item name|title|name|titel|titre|título|titolo|tytuł|название|タイトル|标题|书名|nom|nombre|nome|naam|namn|nazwa|film|movie|book|buch|livre|libro|livro|boek|bok|książka|game|spiel|jeu|juego|gioco|jogo|spel|gra|album|song|track|item|product|produkt|produit|producto|prodotto|produto|wine|wein|vin|vino|beer|bier|bière|cerveza|birra|cerveja|whisky|whiskey|coffee|kaffee|café|caffè|tea|restaurant|ristorante|restaurante|place|ort|hotel|recipe|rezept|anime|manga|show|series|serie|podcast',
    ),
    parts: words('title|name|titel|titre|titulo|titolo|nome|naam|buchtitel|filmtitel'),
    butNot: words(
      'author|autor|user|username|brand|artist|director|maker|file|first|last|list|reviewer|roaster|shop|store|account|profile|chapter|winery|brewery|distillery|producer|publisher|category|genre|city|country|original|review|sub|alternate|english',
    ),
  },
  mark: {
    names: words(
      'my rating|your rating|my score|your score|star rating|personal rating|rating|ratings|score|stars|mark|grade|overall rating|overall|points|bewertung|wertung|sterne|punkte|note|évaluation|étoiles|puntuación|valoración|calificación|nota|estrellas|voto|valutazione|stelle|avaliação|classificação|estrelas|cijfer|waardering|beoordeling|sterren|betyg|ocena|оценка|рейтинг|評価|评分|評分',
    ),
    parts: words(
      'rating|score|stars|points|bewertung|wertung|note|nota|puntuacion|valoracion|voto|cijfer|betyg|ocena|оценка',
    ),
    butNot: words(COUNTS),
  },
  /** Of the person where nothing else is: elsewhere the crowd's. */
  userMark: { names: words('user rating|user score|user stars|rating user|users rating') },
  usedAt: {
    names: words(
      'date read|date watched|watched date|watcheddate|date played|date seen|date finished|finish date|finished|read at|watched at|gelesen am|gesehen am|gelesen|gesehen|lu le|vu le|date de lecture|leído el|visto el|fecha de lectura|data lettura|visto il|assistido em|lido em|gelezen op|datum gelezen',
    ),
    parts: words(
      'read|watched|finished|finish|completed|played|tasted|visited|visit|drank|drunk|listened|seen|checkin|stayed|cooked|gelesen|gesehen|gespielt|besucht|lu|vu|lecture|leido|visto|vista|lectura|letto|lettura|assistido|lido|leitura|gelezen|gezien',
    ),
    butNot: words('start|started|begin|added|count|times|release'),
  },
  ratedAt: {
    names: words(
      'date rated|rated at|rating date|bewertungsdatum|fecha de valoración|date de la note|評価日|review date|date|created at|created|timestamp|added|date added|datum|bewertet am|hinzugefügt|date d ajout|ajouté le|fecha|añadido|data|дата|日付|日期',
    ),
    parts: words('rated|reviewed|date|datum|fecha|data|timestamp'),
    butNot: words(
      'start|started|begin|release|released|published|publication|birth|updated|modified|roast|bottled|expiry|best|due|joined',
    ),
  },
  creators: {
    names: words(
      'authors|author|creator|creators|director|directors|artist|artists|brand|maker|manufacturer|developer|roaster|roastery|producer|winery|brewery|distillery|autor|autoren|autorin|verfasser|regie|regisseur|künstler|marke|hersteller|auteur|auteurs|réalisateur|artiste|marque|autora|autores|autor a|autor es|director a|artista|marca|autore|autori|regista|diretor|schrijver|författare|reżyser|автор|режиссёр|著者|作者',
    ),
    parts: words('author|authors|director|artist|roaster|brewery|winery|distillery|producer|autor|auteur|autore'),
    butNot: words('id|url|link|sort|l f|gender|country'),
  },
  year: {
    names: words(
      'year|release year|year published|publication year|published|released|release date|vintage|jahr|erscheinungsjahr|jahrgang|année|ano|año|anno|jaar|år|rok|год|年',
    ),
    parts: words('year|jahr|annee|ano|anno|jaar|vintage|released|published|release'),
  },
  text: {
    names: words(
      'review text|review body|review|reviews|my review|your review|comment|comments|my comments|text|body|opinion|my thoughts|thoughts|impressions|verdict|tasting notes|my notes|your notes|rezension|kommentar|kommentare|meinung|meine meinung|kritik|critique|avis|commentaire|commentaires|reseña|opinión|comentario|comentarios|recensione|commento|resenha|comentário|recensie|recension|recenzja|отзыв|рецензия|комментарий|感想|评论',
    ),
    parts: words('review|comment|comments|thoughts|opinion|tasting|meinung|kritik|critique|avis|resena|recensione'),
    butNot: words(`${COUNTS}|title|headline|rating|score|stars|tasted`),
  },
  note: {
    names: words(
      'private notes|private note|personal note|notes|note|notizen|notiz|notas|remarques|appunti|anteckningar',
    ),
  },
  tags: {
    names: words(
      'tags|tag|labels|shelves|bookshelves|genres|genre|schlagworter|schlagworte|stichwörter|étiquettes|mots clés|etiquetas|etichette|gênero|género|genere',
    ),
  },
  wanted: {
    names: words(
      'wishlist|want|wanted|watchlist|to read|to watch|wunschliste|gewünscht|envie|liste d envies|deseado|lista de deseos',
    ),
  },
  owned: { names: words('owned|own|in besitz|besitz|possédé|possede|tengo|en propiedad') },
  liked: {
    names: words('liked|like|loved|favorite|favourite|is favorite|favorit|favori|favorito|preferito|lieblings|fav'),
  },
  status: {
    names: words('status|read status|reading status|shelf|exclusive shelf|list|state|liste|estado|statut|stato|stan'),
  },
  kind: {
    names: words(
      'type|kind|category|medium|media type|media|art|typ|kategorie|genre de média|catégorie|tipo|categoría|categoria|soort',
    ),
  },
} as const satisfies Record<string, ColumnWords>;
