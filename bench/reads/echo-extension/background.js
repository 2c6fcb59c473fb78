// Sends back an answer of the size it was taught, and does nothing else: what a message costs by itself. Asked to, it
// first opens a database, reads fifty rows of each of three stores and writes one: what any extension pays for that.
const api = globalThis.browser ?? globalThis.chrome;
const ROWS = 50;
let answer = '';

api.runtime.onConnect.addListener((port) => {
  port.onMessage.addListener(([n, taught]) => {
    answer = taught ?? answer;
    port.postMessage([n, answer]);
  });
});

api.runtime.onMessage.addListener((message, _sender, reply) => {
  const taught = message.taught ?? 'x';
  if (message.stored) {
    readAndWrite().then(() => reply(taught));
    return true;
  }
  reply(taught);
  return false;
});

async function readAndWrite() {
  const database = await opened();
  const transaction = database.transaction(['named', 'items', 'ratings', 'log'], 'readwrite');
  for (const store of ['named', 'items', 'ratings']) {
    await Promise.all(Array.from({ length: ROWS }, (_, row) => settled(transaction.objectStore(store).get(row))));
  }
  transaction.objectStore('log').put({ rows: Array.from({ length: ROWS }, (_, row) => row) });
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
}

function opened() {
  const request = indexedDB.open('bare', 1);
  request.onupgradeneeded = () => {
    for (const store of ['named', 'items', 'ratings']) {
      const made = request.result.createObjectStore(store);
      for (let row = 0; row < ROWS; row += 1) {
        made.put({ row, text: 'x'.repeat(200) }, row);
      }
    }
    request.result.createObjectStore('log', { autoIncrement: true });
  };
  return settled(request);
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
