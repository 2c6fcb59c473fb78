import { asks } from './attacks/asks.js';
import { frames } from './attacks/frames.js';
import { knownId } from './attacks/known-id.js';
import { messages } from './attacks/messages.js';
import { presence } from './attacks/presence.js';
import { surroundings } from './attacks/surroundings.js';

/** Every attack by name. To add one, add it to a file of its kind: `{ threat, says, run }`, where run gives `{ held, saw }`. */
const ALL = { ...presence, ...knownId, ...messages, ...surroundings, ...asks, ...frames };

/** For tests: `await window.attacks['probe-globals']()`. */
window.attacks = Object.fromEntries(Object.entries(ALL).map(([name, { run }]) => [name, run]));

const body = document.querySelector('tbody');
if (body) {
  body.append(...Object.entries(ALL).map(([name, { threat, says }]) => row(name, threat, says)));
  document.getElementById('run-all').addEventListener('click', runAll);
  document.getElementById('here').textContent = navigator.customer
    ? 'navigator.customer is here.'
    : 'There is no navigator.customer here.';
}
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
  result.dataset.held = isThere === false ? '' : String(held);
  result.textContent = isThere === false ? 'nothing to attack' : held ? 'held' : 'did not hold';
  result.title = JSON.stringify(saw ?? null).slice(0, 2_000);
  cells.querySelector('.saw').textContent = JSON.stringify(saw ?? null).slice(0, 300);
}

function row(name, threat, says) {
  const button = made('button', 'Try');
  button.type = 'button';
  button.setAttribute('aria-label', `Try ${name}`);
  button.addEventListener('click', () => run(name));
  const head = made('th', made('code', name), made('span', says));
  head.scope = 'row';
  const result = made('td');
  result.className = 'result';
  const saw = made('td');
  saw.className = 'saw';
  const line = made('tr', made('td', String(threat)), head, result, saw, made('td', button));
  line.id = `attack-${name}`;
  return line;
}

/** An element that says whose it is, so that what others put on the page can be told from it. */
function made(name, ...children) {
  const element = document.createElement(name);
  element.dataset.own = '';
  element.append(...children);
  return element;
}
