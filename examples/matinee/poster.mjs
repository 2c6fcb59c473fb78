import { escape } from '../serve/html.mjs';

const WIDTH = 300;
const HEIGHT = 450;

/** Ground, three colours to draw with, and the ink of the words. */
const PALETTES = [
  ['#f4e3c1', '#e4572e', '#17405c', '#f3a712', '#17263a'],
  ['#12263a', '#f4d35e', '#ee6c4d', '#3d5a80', '#f7f3e8'],
  ['#efe9dd', '#2f6f62', '#d1495b', '#edae49', '#22302d'],
  ['#2b1d3a', '#ff8c61', '#ce6a85', '#985277', '#fdeee3'],
  ['#d9e5dd', '#30638e', '#003d5b', '#d1495b', '#0d2a3c'],
  ['#1c1c22', '#e8c547', '#5c6672', '#cdd1c4', '#f4f1e4'],
  ['#f7d9c4', '#7a306c', '#c1554d', '#e9a23b', '#41183a'],
  ['#0f3d3e', '#e2dcc8', '#f1a661', '#100f0f', '#f3efe2'],
  ['#fcefef', '#b56576', '#355070', '#eaac8b', '#2c2a4a'],
  ['#3a0f12', '#e63946', '#f1c9a5', '#7d1a1f', '#fbeee0'],
];

const DARK = PALETTES.filter((_, index) => index % 2 === 1);

/** The genres that play after dark. */
const NIGHT = ['Science fiction', 'Film noir', 'Horror', 'Thriller', 'Mystery'];

/** Which drawings suit a genre. The first genre that is listed decides. */
const DRAWINGS_OF = {
  'Science fiction': [planets, rings, orbit],
  Fantasy: [hills, petals, planets],
  Animation: [hills, petals, tiles],
  'Film noir': [windows, blinds],
  Horror: [spiral, blinds],
  Mystery: [spiral, windows],
  Crime: [windows, blinds, tiles],
  Thriller: [spiral, rays],
  Western: [sun, hills],
  Adventure: [hills, rays, sun],
  War: [rays, blinds],
  Musical: [petals, tiles],
  Comedy: [tiles, petals, rays],
  Romance: [sun, petals, orbit],
  Drama: [sun, tiles, orbit, blinds],
};

const FACES = [
  'Georgia, "Times New Roman", serif',
  '"Helvetica Neue", Arial, sans-serif',
  '"Gill Sans", "Trebuchet MS", sans-serif',
  'Futura, "Century Gothic", Verdana, sans-serif',
];

/**
 * A poster of our own, drawn from a film's title, genre and year, the same each time.
 *
 * @param {import('./public/films.js').Film} film
 * @returns {string} an SVG document of 300 by 450
 */
export function posterOf(film) {
  const chance = chanceOf(film.imdb);
  const genre = film.genres.findLast((name) => name !== 'Drama' && name in DRAWINGS_OF) ?? 'Drama';
  const [ground, ...rest] = pick(NIGHT.includes(genre) ? DARK : PALETTES, chance >> 4);
  const ink = rest.pop();
  const drawing = pick(DRAWINGS_OF[genre], chance >> 9)(rest, chance, ground);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">`,
    `<title>${escape(film.title)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${ground}"/>`,
    drawing,
    words(film, { ground, ink, face: pick(FACES, chance >> 2) }),
    '</svg>',
  ].join('');
}

function words({ title, year, directors }, { ground, ink, face }) {
  const lines = wrap(title);
  const longest = Math.max(...lines.map((line) => line.length));
  const size = Math.round(Math.min(46, 264 / (longest * 0.6), 132 / lines.length));
  const top = HEIGHT - 52 - lines.length * size * 1.06;
  const text = lines.map(
    (line, index) =>
      `<text x="18" y="${round(top + (index + 0.84) * size * 1.06)}" font-size="${size}">${escape(line)}</text>`,
  );
  return [
    `<rect y="${round(top - 22)}" width="${WIDTH}" height="${round(HEIGHT - top + 22)}" fill="${ground}"/>`,
    `<rect x="18" y="${round(top - 8)}" width="44" height="3" fill="${ink}"/>`,
    `<g fill="${ink}" font-family='${face}' font-weight="700">${text.join('')}`,
    `<text x="18" y="${HEIGHT - 24}" font-size="13" font-weight="400">${escape(directors.join(', '))}</text>`,
    `<text x="282" y="${HEIGHT - 24}" font-size="13" font-weight="400" text-anchor="end">${year}</text></g>`,
  ].join('');
}

/** Lines of about the same length, the fewer the better. */
function wrap(title) {
  const most = title.length > 22 ? 13 : 10;
  const lines = [''];
  for (const word of title.split(' ')) {
    const last = lines.at(-1);
    if (last !== '' && `${last} ${word}`.length > most) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
    }
  }
  return lines;
}

function sun([a, b, c], chance) {
  const x = between(110, 190, chance);
  const bars = range(9).map(
    (n) => `<rect y="${230 + n * n * 2.4}" width="300" height="${3 + n * 1.6}" fill="${n % 2 ? b : c}"/>`,
  );
  return `<circle cx="${x}" cy="190" r="${between(78, 112, chance)}" fill="${a}"/>${bars.join('')}`;
}

function rings([a, b, c], chance) {
  const x = between(60, 240, chance);
  const y = between(90, 170, chance);
  return range(9)
    .map((n) => `<circle cx="${x + n * 4}" cy="${y + n * 3}" r="${190 - n * 21}" fill="${[a, b, c][n % 3]}"/>`)
    .join('');
}

function orbit([a, b, c], chance) {
  const tilt = between(-40, 40, chance);
  return [
    `<g transform="rotate(${tilt} 150 160)" fill="none" stroke-width="3">`,
    ...range(4).map(
      (n) => `<ellipse cx="150" cy="160" rx="${128 - n * 22}" ry="${40 + n * 18}" stroke="${[c, b][n % 2]}"/>`,
    ),
    `</g><circle cx="150" cy="160" r="34" fill="${a}"/>`,
    `<circle cx="${between(50, 110, chance)}" cy="${between(70, 110, chance)}" r="13" fill="${b}"/>`,
  ].join('');
}

function rays([a, b, c], chance) {
  const x = between(90, 210, chance);
  const wedges = range(12).map((n) => {
    const [from, to] = [(n * Math.PI) / 12, ((n + 0.55) * Math.PI) / 12];
    const at = (angle) => `${round(x - Math.cos(angle) * 520)} ${round(300 - Math.sin(angle) * 520)}`;
    return `<path d="M${x} 300L${at(from)} ${at(to)}Z" fill="${n % 2 ? a : c}"/>`;
  });
  return `${wedges.join('')}<path d="M${x - 74} 300a74 74 0 0 1 148 0Z" fill="${b}"/>`;
}

function tiles([a, b, c], chance, ground) {
  const colours = [a, b, c, ground];
  return range(12)
    .map((n) => {
      const [x, y] = [(n % 3) * 100, Math.floor(n / 3) * 100 - 20];
      const [back, front] = [colours[(n + chance) % 4], colours[(n * 3 + chance + 1) % 4]];
      const shape = [
        `<path d="M0 0A100 100 0 0 1 100 100H0Z" fill="${front}"/>`,
        `<circle cx="50" cy="50" r="36" fill="${front}"/>`,
        `<path d="M0 0H100L0 100Z" fill="${front}"/>`,
        `<path d="M100 0A100 100 0 0 0 0 100H100Z" fill="${front}"/>`,
      ][(n * 7 + (chance >> 3)) % 4];
      return `<g transform="translate(${x} ${y})"><rect width="100" height="100" fill="${back}"/>${back === front ? '' : shape}</g>`;
    })
    .join('');
}

function hills([a, b, c], chance) {
  const moon = `<circle cx="${between(70, 230, chance)}" cy="${between(70, 110, chance)}" r="42" fill="${c}"/>`;
  const ridges = range(4).map((n) => {
    const y = 170 + n * 42;
    const lift = between(20, 70, chance >> n) * (n % 2 ? 1 : -1);
    return `<path d="M0 ${y}C80 ${y - lift} 120 ${y + lift} 170 ${y}S260 ${y - lift} 300 ${y + 8}V450H0Z" fill="${[b, a][n % 2]}" opacity="${0.55 + n * 0.15}"/>`;
  });
  return moon + ridges.join('');
}

function petals([a, b, c], chance) {
  const turn = between(0, 45, chance);
  const leaf = (n) =>
    `<ellipse cx="150" cy="94" rx="27" ry="60" fill="${[a, c][n % 2]}" opacity=".86" transform="rotate(${turn + n * 36} 150 160)"/>`;
  return `${range(10).map(leaf).join('')}<circle cx="150" cy="160" r="30" fill="${b}"/>`;
}

function planets([a, b, c], chance) {
  const stars = range(46).map((n) => {
    const [x, y] = [(n * 89 + chance) % 300, (n * 53 + (chance >> 4)) % 330];
    return `<circle cx="${x}" cy="${y}" r="${1 + (n % 3) * 0.7}" fill="${c}"/>`;
  });
  const x = between(90, 210, chance);
  return [
    ...stars,
    `<circle cx="${x}" cy="170" r="86" fill="${a}"/>`,
    `<path d="M${x - 86} 170a86 86 0 0 0 172 0a150 60 0 0 1-172 0" fill="${b}"/>`,
    `<ellipse cx="${x}" cy="176" rx="134" ry="20" fill="none" stroke="${c}" stroke-width="5" transform="rotate(-14 ${x} 176)"/>`,
  ].join('');
}

function windows([a, b, c], chance) {
  return range(5)
    .map((n) => {
      const [x, height] = [n * 62 - 6, between(150, 300, chance >> n)];
      const lit = range(24)
        .filter((k) => ((k + 3) * (n + 5) * 31 + chance) % 7 < 3)
        .map(
          (k) =>
            `<rect x="${x + 10 + (k % 3) * 15}" y="${346 - height + Math.floor(k / 3) * 26}" width="8" height="13" fill="${a}"/>`,
        );
      return `<rect x="${x}" y="${330 - height}" width="56" height="${height + 120}" fill="${[b, c][n % 2]}"/>${lit.join('')}`;
    })
    .join('');
}

function blinds([a, b, c], chance) {
  const slant = between(-60, 60, chance);
  const bars = range(15).map(
    (n) => `<path d="M0 ${n * 26}L300 ${n * 26 + slant}v11L0 ${n * 26 + 11}Z" fill="${n % 5 === 2 ? c : b}"/>`,
  );
  return `<circle cx="${between(90, 210, chance)}" cy="150" r="104" fill="${a}"/>${bars.join('')}`;
}

function spiral([a, b, c], chance) {
  const arms = range(3).map((arm) => {
    const points = range(64).map((n) => {
      const angle = n * 0.21 + (arm * Math.PI * 2) / 3 + chance / 9;
      return `${round(150 + Math.cos(angle) * n * 3.4)} ${round(160 + Math.sin(angle) * n * 3.4)}`;
    });
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${[a, b, c][arm]}" stroke-width="${13 - arm * 2}" stroke-linecap="round"/>`;
  });
  return arms.join('');
}

/** A whole number from a film's id: what is drawn by chance is drawn the same next time. */
function chanceOf(imdb) {
  let sum = 2_166_136_261;
  for (const character of imdb) {
    sum = Math.imul(sum ^ character.codePointAt(0), 16_777_619) >>> 0;
  }
  return (sum ^ (sum >>> 15)) >>> 8;
}

function pick(list, chance) {
  return list[chance % list.length];
}

function between(low, high, chance) {
  return low + ((chance * 17) % (high - low + 1));
}

function range(count) {
  return Array.from({ length: count }, (_, index) => index);
}

function round(number) {
  return Math.round(number * 10) / 10;
}
