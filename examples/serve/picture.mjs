import { escape } from './html.mjs';

/** Line drawings of things on a sheet of 200 by 200; `fill` is the thing's colour, `line` its outline. */
const SHAPES = {
  mug: 'M52 66h80v74a16 16 0 0 1-16 16H68a16 16 0 0 1-16-16zM132 84h14a18 18 0 0 1 0 46h-14M74 48q-6-8 0-16M94 48q-6-8 0-16M114 48q-6-8 0-16',
  pan: 'M80 104m-54 0a54 54 0 1 0 108 0a54 54 0 1 0-108 0M40 104a40 40 0 1 1 80 0a40 40 0 1 1-80 0M132 92h46q8 0 8 12t-8 12h-46z',
  knife: 'M28 158l44-44 16 16-40 38q-18 6-20-10zM76 110L150 40q22 30-8 60l-50 34z',
  teapot:
    'M58 84a42 42 0 0 0 0 72h66a42 42 0 0 0 4-72zM58 100q-24-4-34-26h18l20 12M134 92q34-6 32 22t-30 26M92 84v-10M70 84q20-26 44 0',
  bottle: 'M84 30h32v20h-32zM84 50q-16 10-16 30v76q0 14 14 14h36q14 0 14-14V80q0-20-16-30zM68 92h64',
  shirt: 'M72 44q28 22 56 0l42 26-16 32-18-10v72H64V92l-18 10-16-32z',
  jacket: 'M70 48q30-26 60 0l40 30-14 40-18-8v54H62v-54l-18 8-14-40zM100 52v112M70 48l30 16 30-16',
  sock: 'M84 34h44v70q0 14-12 24l-32 30q-20 16-36 0t2-34l34-28zM84 54h44',
  shoe: 'M22 92q34 16 56-16 30 34 84 42 18 4 18 30H22zM22 132h154M92 92l-12 14M108 104l-12 14',
  boot: 'M56 34h50v60q54 10 68 26 8 10 4 28H56zM56 148v16h124v-16M106 58H86M106 76H86',
  bag: 'M62 44h76l8 26v84q0 10-10 10H64q-10 0-10-10V70zM54 70h92M78 100h44v30H78z',
  bar: 'M50 46h100v108H50zM84 46v108M117 46v108M50 82h100M50 118h100',
  jar: 'M66 36h68v20H66zM66 56q-14 8-14 26v68q0 14 14 14h68q14 0 14-14V82q0-18-14-26zM52 96h96v36H52z',
  headphones:
    'M44 124v-18a56 56 0 0 1 112 0v18h-12v-18a44 44 0 0 0-88 0v18zM40 116h26v46H52q-12 0-12-12zM160 116h-26v46h14q12 0 12-12z',
  radio: 'M34 74h132v82H34zM66 74l60-38M82 115m-28 0a28 28 0 1 0 56 0 28 28 0 1 0-56 0M128 98h24M128 116h24M128 134h24',
  lamp: 'M60 164h80v-10H60zM96 154L56 96l54-38L56 96zM104 38l44 34-32 20-36-28zM118 104l10 18M136 92l18 14',
  pot: 'M50 74h100v20H50zM58 94l10 66h64l10-66M100 74q-4-34-36-42 2 34 36 42M100 74q4-40 40-44 0 36-40 44',
  book: 'M56 38h82q8 0 8 8v116H66q-10 0-10-10zM56 152q0-10 10-10h80M72 38v104M90 66h38M90 82h38',
  pack: 'M60 84q0-40 40-40t40 40v68q0 12-12 12H72q-12 0-12-12zM82 46q0-16 18-16t18 16M74 112h52v34H74zM60 92h80',
  teapot:
    'M58 84a42 42 0 0 0 0 72h66a42 42 0 0 0 4-72zM138 142q30-4 30-28t-34-22M42 112q-8-10-18-38h18l16 14M92 84v-8M66 84q26-24 52 0',
  jumper: 'M72 44q28 22 56 0 34 14 42 108h-24q-4-40-14-56v66H68V96q-10 16-14 56H30q8-94 42-108zM68 150h64',
  scarf: 'M60 46q40 26 80 0v22q-40 26-80 0zM66 74h30v82H66zM104 76h28v60h-28zM66 140h30M104 120h28',
  board: 'M44 44h112v112H44zM60 60h60v24H84v34h34M136 76v64H60v-38',
  sausage:
    'M46 142q-18-18 0-36l62-62q18-16 36 0t0 36l-62 62q-18 18-36 0zM46 142l-16 16M144 44l14-14M78 96l26 26M98 76l26 26',
};

/**
 * A picture of a thing, drawn by a few lines of code.
 *
 * @param {{ name: string, shape: string, gtin: string }} thing
 * @param {readonly (readonly [ground: string, fill: string, line: string])[]} palettes one is chosen by the GTIN
 * @returns {string} an SVG document of 200 by 200
 */
export function pictureOf({ name, shape, gtin }, palettes) {
  const [ground, fill, line] = palettes[chanceOf(gtin) % palettes.length];
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" role="img">',
    `<title>${escape(name)}</title><rect width="200" height="200" fill="${ground}"/>`,
    `<path d="${SHAPES[shape]}" fill="${fill}" stroke="${line}" stroke-width="5" stroke-linejoin="round" stroke-linecap="round"/>`,
    '</svg>',
  ].join('');
}

/** The last five digits count up in steps, so each digit weighs its own. */
function chanceOf(gtin) {
  return Array.from(gtin, (digit, index) => Number(digit) * (index + 3) ** 2).reduce((sum, each) => sum + each, 0);
}
