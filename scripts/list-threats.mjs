// @ts-check
/**
 * Writes the second table of docs/threat-model.md anew: which test holds which case. Run it after a test of a case was
 * added, renamed or moved: `node scripts/list-threats.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { namesOfThreats, testsOfThreats, threatRow } from './lib/threat-rows.mjs';

const HEAD = '| case | what | test file | test title |\n|---|---|---|---|\n';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = new URL('../docs/threat-model.md', import.meta.url);
const document = readFileSync(file, 'utf8');
const names = namesOfThreats(document);
const tests = testsOfThreats(root);
const rows = tests.map((test) => threatRow(test, names.get(test.number) ?? '?'));
writeFileSync(file, `${document.slice(0, document.indexOf(HEAD) + HEAD.length)}${rows.join('\n')}\n`);

const open = [...names].filter(([number]) => !tests.some((test) => test.number === number));
console.log(`${rows.length} tests hold ${names.size - open.length} of ${names.size} cases.`);
console.log(open.map(([number, name]) => `Not held: ${number} ${name}`).join('\n'));
