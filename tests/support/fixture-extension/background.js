// Writes down what happens to it, so that a test can read it later from any page of this extension.
globalThis.api = globalThis.browser ?? chrome;
globalThis.bornAt = crypto.randomUUID();
let writing = Promise.resolve();

function note(entry) {
  writing = writing.then(async () => {
    const { log = [] } = await api.storage.local.get('log');
    await api.storage.local.set({ log: [...log, entry] });
  });
}

api.runtime.onInstalled.addListener(({ reason }) => note(`installed ${reason}`));
api.runtime.onStartup.addListener(() => note('startup'));
api.permissions.onAdded.addListener(({ origins }) => note(`added ${origins}`));
api.permissions.onRemoved.addListener(({ origins }) => note(`removed ${origins}`));
api.runtime.onMessage.addListener((message, _sender, answer) => {
  if (message === 'born') {
    answer(globalThis.bornAt);
  }
  if (message === 'window') {
    void api.windows.create({ type: 'popup', url: 'page.html?window', width: 400, height: 400 });
  }
});
