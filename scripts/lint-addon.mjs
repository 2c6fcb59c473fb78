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
 * What the linter says and we leave as it is, how often, and why. Built files have changing names, so they count here.
 *
 * @type {{ code: string, times: number, reason: string }[]}
 */
const decided = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    times: 2,
    reason:
      'lit-html fills <template> from the literal parts of our own templates, through its Trusted Types policy; the reader ' +
      'of archives could load a module for what a browser lacks, and is given none',
  },
];

const dist = fileURLToPath(new URL('../dist/firefox', import.meta.url));
const { errors, warnings, notices } = await linter
  .createInstance({
    config: { _: [dist], logLevel: 'fatal', stack: false, pretty: false, output: 'none', selfHosted: false },
    runAsBinary: false,
  })
  .run();

let open = 0;
for (const [code, messages] of byCode([...errors, ...warnings, ...notices])) {
  const decision = decided.find((one) => one.code === code);
  if (decision?.times === messages.length && messages.every(({ _type }) => _type !== 'error')) {
    console.log(`${code}, ${messages.length}×, decided: ${decision.reason}.`);
    continue;
  }
  for (const { _type, message, file, line, column } of messages) {
    console.error(`${_type} ${code} ${file ?? ''}:${line ?? ''}:${column ?? ''} ${message}`);
    open += 1;
  }
}
for (const { code } of decided) {
  if (!byCode([...warnings, ...notices]).has(code)) {
    console.error(`The decision on ${code} no longer applies: remove it.`);
    open += 1;
  }
}
console.log(open === 0 ? 'The add-on linter has nothing else to say.' : `${open} to look at.`);
process.exitCode = open === 0 ? 0 : 1;

/**
 * @typedef {{ _type: string, code: string, message: string, file?: string, line?: number, column?: number }} Message
 * @param {Message[]} messages
 */
function byCode(messages) {
  /** @type {Map<string, Message[]>} */
  const groups = new Map();
  for (const message of messages) {
    groups.set(message.code, [...(groups.get(message.code) ?? []), message]);
  }
  return groups;
}
