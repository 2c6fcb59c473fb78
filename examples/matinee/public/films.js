/**
 * The films of Matinee: facts only. `imdb` is the film's id there; `series` the series it belongs to.
 * `average` (of 10) and `votes` are this example's own invention, made from the id, and no film's real mark.
 *
 * @typedef {{ imdb: string, title: string, year: number, directors: string[], genres: string[], series?: string,
 *   slug: string, average: number, votes: number }} Film
 */

const ROWS = [
  ['tt0000417', 'A Trip to the Moon', 1902, 'Georges Méliès', 'Adventure, Science fiction'],
  ['tt0017136', 'Metropolis', 1927, 'Fritz Lang', 'Drama, Science fiction'],
  ['tt0018455', 'Sunrise', 1927, 'F. W. Murnau', 'Drama, Romance'],
  ['tt0021749', 'City Lights', 1931, 'Charlie Chaplin', 'Comedy, Romance'],
  ['tt0022100', 'M', 1931, 'Fritz Lang', 'Crime, Thriller'],
  ['tt0025316', 'It Happened One Night', 1934, 'Frank Capra', 'Comedy, Romance'],
  ['tt0027977', 'Modern Times', 1936, 'Charlie Chaplin', 'Comedy, Drama'],
  ['tt0032138', 'The Wizard of Oz', 1939, 'Victor Fleming', 'Fantasy, Musical'],
  ['tt0033467', 'Citizen Kane', 1941, 'Orson Welles', 'Drama, Mystery'],
  ['tt0034583', 'Casablanca', 1942, 'Michael Curtiz', 'Drama, Romance'],
  ['tt0036775', 'Double Indemnity', 1944, 'Billy Wilder', 'Crime, Film noir'],
  ['tt0038650', "It's a Wonderful Life", 1946, 'Frank Capra', 'Drama, Fantasy'],
  ['tt0040522', 'Bicycle Thieves', 1948, 'Vittorio De Sica', 'Drama'],
  ['tt0041959', 'The Third Man', 1949, 'Carol Reed', 'Film noir, Mystery'],
  ['tt0042876', 'Rashomon', 1950, 'Akira Kurosawa', 'Crime, Drama'],
  ['tt0043014', 'Sunset Boulevard', 1950, 'Billy Wilder', 'Drama, Film noir'],
  ['tt0045152', "Singin' in the Rain", 1952, 'Stanley Donen, Gene Kelly', 'Comedy, Musical'],
  ['tt0046438', 'Tokyo Story', 1953, 'Yasujirō Ozu', 'Drama'],
  ['tt0047396', 'Rear Window', 1954, 'Alfred Hitchcock', 'Mystery, Thriller'],
  ['tt0047478', 'Seven Samurai', 1954, 'Akira Kurosawa', 'Action, Drama'],
  ['tt0050083', '12 Angry Men', 1957, 'Sidney Lumet', 'Crime, Drama'],
  ['tt0050976', 'The Seventh Seal', 1957, 'Ingmar Bergman', 'Drama, Fantasy'],
  ['tt0052357', 'Vertigo', 1958, 'Alfred Hitchcock', 'Mystery, Thriller'],
  ['tt0053125', 'North by Northwest', 1959, 'Alfred Hitchcock', 'Adventure, Thriller'],
  ['tt0053198', 'The 400 Blows', 1959, 'François Truffaut', 'Crime, Drama'],
  ['tt0053291', 'Some Like It Hot', 1959, 'Billy Wilder', 'Comedy, Romance'],
  ['tt0053604', 'The Apartment', 1960, 'Billy Wilder', 'Comedy, Romance'],
  ['tt0054215', 'Psycho', 1960, 'Alfred Hitchcock', 'Horror, Thriller'],
  ['tt0056172', 'Lawrence of Arabia', 1962, 'David Lean', 'Adventure, Drama'],
  ['tt0056801', '8½', 1963, 'Federico Fellini', 'Drama'],
  ['tt0057012', 'Dr. Strangelove', 1964, 'Stanley Kubrick', 'Comedy, War'],
  ['tt0060196', 'The Good, the Bad and the Ugly', 1966, 'Sergio Leone', 'Adventure, Western'],
  ['tt0062622', '2001: A Space Odyssey', 1968, 'Stanley Kubrick', 'Adventure, Science fiction'],
  ['tt0068646', 'The Godfather', 1972, 'Francis Ford Coppola', 'Crime, Drama', 'The Godfather'],
  ['tt0071315', 'Chinatown', 1974, 'Roman Polanski', 'Mystery, Thriller'],
  ['tt0071562', 'The Godfather Part II', 1974, 'Francis Ford Coppola', 'Crime, Drama', 'The Godfather'],
  ['tt0073195', 'Jaws', 1975, 'Steven Spielberg', 'Adventure, Thriller'],
  ['tt0075314', 'Taxi Driver', 1976, 'Martin Scorsese', 'Crime, Drama'],
  ['tt0076759', 'Star Wars', 1977, 'George Lucas', 'Adventure, Science fiction', 'Star Wars'],
  ['tt0078748', 'Alien', 1979, 'Ridley Scott', 'Horror, Science fiction', 'Alien'],
  ['tt0078788', 'Apocalypse Now', 1979, 'Francis Ford Coppola', 'Drama, War'],
  ['tt0079944', 'Stalker', 1979, 'Andrei Tarkovsky', 'Drama, Science fiction'],
  ['tt0080684', 'The Empire Strikes Back', 1980, 'Irvin Kershner', 'Adventure, Science fiction', 'Star Wars'],
  ['tt0081505', 'The Shining', 1980, 'Stanley Kubrick', 'Drama, Horror'],
  ['tt0082971', 'Raiders of the Lost Ark', 1981, 'Steven Spielberg', 'Action, Adventure', 'Indiana Jones'],
  ['tt0083658', 'Blade Runner', 1982, 'Ridley Scott', 'Science fiction, Thriller'],
  ['tt0083866', 'E.T. the Extra-Terrestrial', 1982, 'Steven Spielberg', 'Family, Science fiction'],
  ['tt0088763', 'Back to the Future', 1985, 'Robert Zemeckis', 'Comedy, Science fiction', 'Back to the Future'],
  ['tt0090605', 'Aliens', 1986, 'James Cameron', 'Action, Science fiction', 'Alien'],
  ['tt0093779', 'The Princess Bride', 1987, 'Rob Reiner', 'Adventure, Comedy'],
  ['tt0096283', 'My Neighbor Totoro', 1988, 'Hayao Miyazaki', 'Animation, Family'],
  ['tt0097576', 'Indiana Jones and the Last Crusade', 1989, 'Steven Spielberg', 'Action, Adventure', 'Indiana Jones'],
  ['tt0102926', 'The Silence of the Lambs', 1991, 'Jonathan Demme', 'Crime, Thriller'],
  ['tt0103064', 'Terminator 2: Judgment Day', 1991, 'James Cameron', 'Action, Science fiction'],
  ['tt0107048', 'Groundhog Day', 1993, 'Harold Ramis', 'Comedy, Fantasy'],
  ['tt0107290', 'Jurassic Park', 1993, 'Steven Spielberg', 'Adventure, Science fiction'],
  ['tt0110912', 'Pulp Fiction', 1994, 'Quentin Tarantino', 'Crime, Drama'],
  ['tt0111161', 'The Shawshank Redemption', 1994, 'Frank Darabont', 'Crime, Drama'],
  ['tt0112471', 'Before Sunrise', 1995, 'Richard Linklater', 'Drama, Romance'],
  ['tt0114369', 'Seven', 1995, 'David Fincher', 'Crime, Thriller'],
  ['tt0114709', 'Toy Story', 1995, 'John Lasseter', 'Animation, Family'],
  ['tt0116282', 'Fargo', 1996, 'Joel Coen, Ethan Coen', 'Crime, Thriller'],
  ['tt0118694', 'In the Mood for Love', 2000, 'Wong Kar-wai', 'Drama, Romance'],
  ['tt0118715', 'The Big Lebowski', 1998, 'Joel Coen, Ethan Coen', 'Comedy, Crime'],
  ['tt0119698', 'Princess Mononoke', 1997, 'Hayao Miyazaki', 'Animation, Fantasy'],
  ['tt0120382', 'The Truman Show', 1998, 'Peter Weir', 'Comedy, Drama'],
  ['tt0120737', 'The Fellowship of the Ring', 2001, 'Peter Jackson', 'Adventure, Fantasy', 'The Lord of the Rings'],
  ['tt0130827', 'Run Lola Run', 1998, 'Tom Tykwer', 'Action, Thriller'],
  ['tt0133093', 'The Matrix', 1999, 'Lana Wachowski, Lilly Wachowski', 'Action, Science fiction'],
  ['tt0167260', 'The Return of the King', 2003, 'Peter Jackson', 'Adventure, Fantasy', 'The Lord of the Rings'],
  ['tt0167261', 'The Two Towers', 2002, 'Peter Jackson', 'Adventure, Fantasy', 'The Lord of the Rings'],
  ['tt0211915', 'Amélie', 2001, 'Jean-Pierre Jeunet', 'Comedy, Romance'],
  ['tt0245429', 'Spirited Away', 2001, 'Hayao Miyazaki', 'Animation, Fantasy'],
  ['tt0338013', 'Eternal Sunshine of the Spotless Mind', 2004, 'Michel Gondry', 'Drama, Romance'],
  ['tt0405094', 'The Lives of Others', 2006, 'Florian Henckel von Donnersmarck', 'Drama, Thriller'],
  ['tt0457430', "Pan's Labyrinth", 2006, 'Guillermo del Toro', 'Drama, Fantasy'],
  ['tt0910970', 'WALL·E', 2008, 'Andrew Stanton', 'Animation, Science fiction'],
  ['tt1049413', 'Up', 2009, 'Pete Docter', 'Animation, Adventure'],
  ['tt1375666', 'Inception', 2010, 'Christopher Nolan', 'Action, Science fiction'],
  ['tt1392190', 'Mad Max: Fury Road', 2015, 'George Miller', 'Action, Adventure'],
  ['tt2278388', 'The Grand Budapest Hotel', 2014, 'Wes Anderson', 'Comedy, Drama'],
  ['tt2543164', 'Arrival', 2016, 'Denis Villeneuve', 'Drama, Science fiction'],
  ['tt6751668', 'Parasite', 2019, 'Bong Joon-ho', 'Drama, Thriller'],
];

/** @type {readonly Film[]} The house order: by the example's own average, best first. */
export const FILMS = ROWS.map(filmOf).sort((a, b) => b.average - a.average || a.year - b.year);

/** @returns {Film} */
function filmOf([imdb, title, year, directors, genres, series]) {
  const chance = (Number(imdb.slice(2)) * 2_654_435_761) % 4_294_967_296;
  return {
    imdb,
    title,
    year,
    directors: directors.split(', '),
    genres: genres.split(', '),
    ...(series && { series }),
    slug: slugOf(`${title} ${year}`),
    average: Math.round(60 + (chance % 31)) / 10,
    votes: 40 + (chance % 1_873),
  };
}

function slugOf(text) {
  return text
    .replaceAll('½', ' and a half')
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’.]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
}
