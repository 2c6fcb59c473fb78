/**
 * A shop's counter: while the person is on the page, what they asked of this shop is carried from their Sayso to the shop's own
 * endpoint, and its signed answers back. The page signs nothing and decides nothing.
 */
const says = document.querySelector('#counter');
const list = document.querySelector('#requests');

function enter(state, words) {
  says.dataset.state = state;
  says.textContent = words;
}

/** Hands one message of the person to the endpoint. @returns {Promise<object[]>} what it answered */
async function hand(message) {
  const response = await fetch('/quotes', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
  });
  const { messages = [], status } = await response.json();
  const later = status === undefined ? undefined : await (await fetch(status)).json();
  return [...messages, ...(later?.messages ?? [])];
}

/** Answers what was asked. The same message again is the same answer, so nothing has to be remembered here. */
async function serve(person) {
  const { items } = await person.intentions();
  const shown = [];
  for (const { identifier, itemOffered, messages } of items) {
    const answers = [];
    for (const message of messages) {
      for (const answer of await hand(message)) {
        const { refused } = await person.reply(identifier, answer);
        answers.push(refused === undefined ? answer.body.kind : `${answer.body.kind} (${refused})`);
      }
    }
    const row = document.createElement('li');
    row.textContent = `${itemOffered.category}: ${answers.join(', ') || 'we are looking into it'}`;
    shown.push(row);
  }
  list.replaceChildren(...shown);
  enter('open', items.length === 0 ? 'You have asked us nothing.' : 'We have answered what we can.');
}

let isServing = Promise.resolve();

/** One after the other. */
function serveNext(person) {
  isServing = isServing
    .then(() => serve(person))
    .catch((error) => enter('closed', `We can’t answer just now. ${error.name}: ${error.message}`));
}

const { whenCustomer } = await import('/sdk/index.js');
whenCustomer((person) => {
  person.addEventListener('intentionschange', () => serveNext(person));
  serveNext(person);
});
