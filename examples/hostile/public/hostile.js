import { asks } from './attacks/asks.js';
import { frames } from './attacks/frames.js';
import { messages } from './attacks/messages.js';
import { presence } from './attacks/presence.js';
import { surroundings } from './attacks/surroundings.js';

/** Every attack by name. To add one, add it to a file of its kind: `{ threat, says, run }`, where run gives `{ held, saw }`. */
const ALL = { ...presence, ...messages, ...surroundings, ...asks, ...frames };

/** For tests: `await window.attacks['probe-globals']()`. */
window.attacks = Object.fromEntries(Object.entries(ALL).map(([name, { run }]) => [name, run]));

const body = document.querySelector('tbody');

for (const [name, { threat, says }] of Object.entries(ALL)) {
  body.append(row(name, threat, says));
}
document.getElementById('run-all').addEventListener('click', runAll);
document.getElementById('here').textContent = navigator.customer
  ? 'navigator.customer is here.'
  : 'There is no navigator.customer here.';
document.documentElement.dataset.ready = '';

async function runAll() {
  for (const name of Object.keys(ALL)) {
    await run(name);
  }
}

async function run(name) {
  const cells = document.getElementById(`attack-${name}`);
  const result = cells.querySelector('.result');
  result.dataset.held = '';
  result.textContent = 'running …';
  const { held, isThere, saw } = await ALL[name].run().catch((error) => ({ held: false, saw: String(error) }));
  result.dataset.held = String(held);
  result.textContent = isThere === false ? 'nothing to attack' : held ? 'held' : 'did not hold';
  result.title = JSON.stringify(saw ?? null).slice(0, 2_000);
  cells.querySelector('.saw').textContent = JSON.stringify(saw ?? null).slice(0, 300);
}

function row(name, threat, says) {
  const line = document.createElement('tr');
  line.id = `attack-${name}`;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Try';
  button.setAttribute('aria-label', `Try ${name}`);
  button.addEventListener('click', () => run(name));
  line.append(
    cell('td', String(threat)),
    titled(name, says),
    cell('td', '', 'result'),
    cell('td', '', 'saw'),
    cell('td', button),
  );
  return line;
}

function titled(name, says) {
  const head = cell('th', '');
  head.scope = 'row';
  const code = document.createElement('code');
  code.textContent = name;
  const words = document.createElement('span');
  words.textContent = says;
  head.append(code, words);
  return head;
}

function cell(name, content, className = '') {
  const made = document.createElement(name);
  made.className = className;
  made.append(content);
  return made;
}
