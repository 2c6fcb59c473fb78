// Reads the page under the popup through activeTab, and asks for one site on a click.
globalThis.api = globalThis.browser ?? chrome;
const title = document.querySelector('#title');

async function readTab() {
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  const [{ result }] = await api.scripting.executeScript({ target: { tabId: tab.id }, func: () => document.title });
  title.textContent = result;
}

if (title) {
  readTab().catch((thrown) => {
    title.textContent = `failed: ${thrown.message}`;
  });
}
document.querySelector('#ask').addEventListener('click', () => {
  api.permissions.request({ origins: ['http://matinee.localhost/*'] }).then((isGiven) => {
    document.body.dataset.given = String(isGiven);
  });
});
