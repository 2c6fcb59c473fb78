// @ts-check
/**
 * Runs the add-on store's own linter over the built Firefox extension. An error fails; so does a warning or notice that
 * is not decided below, and a decision that no longer applies.
 */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
// @ts-expect-error the package comes without types
import linter from 'addons-linter';

/**
 * What the linter says and we leave as it is, and why.
 *
 * @type {{ code: string, file: string | undefined, reason: string }[]}
 */
const decided = [];

const dist = fileURLToPath(new URL('../dist/firefox', import.meta.url));
const { errors, warnings, notices } = await linter
  .createInstance({
    config: { _: [dist], logLevel: 'fatal', stack: false, pretty: false, output: 'none', selfHosted: false },
    runAsBinary: false,
  })
  .run();

const said = [...errors, ...warnings, ...notices];
const open = said.filter((message) => message._type === 'error' || !decisionOn(message));
const stale = decided.filter((decision) => !said.some((message) => decisionOn(message) === decision));

for (const { _type, code, message, file, line, column } of open) {
  console.error(`${_type} ${code} ${file ?? ''}:${line ?? ''}:${column ?? ''} ${message}`);
}
for (const { code, file } of stale) {
  console.error(`The decision on ${code} in ${file ?? 'any file'} no longer applies: remove it.`);
}
console.log(`${said.length} said by the linter, ${said.length - open.length} of them decided.`);
process.exitCode = open.length + stale.length === 0 ? 0 : 1;

/** @param {{ code: string, file?: string }} message */
function decisionOn({ code, file }) {
  return decided.find((decision) => decision.code === code && (decision.file === undefined || decision.file === file));
}
