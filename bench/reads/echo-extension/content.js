// A page's MessagePort on one side, a bare extension port (or a one-shot message, to wake the background) on the other.
const api = globalThis.browser ?? globalThis.chrome;

window.addEventListener('message', ({ data, ports: [port] }) => {
  if (data === 'echo:port' && port) {
    const wire = api.runtime.connect();
    wire.onMessage.addListener((message) => port.postMessage(message));
    port.onmessage = (event) => wire.postMessage(event.data);
  }
  if ((data === 'echo:once' || data === 'echo:stored') && port) {
    port.onmessage = async (event) => {
      const [n, taught] = event.data;
      port.postMessage([n, await api.runtime.sendMessage({ taught, stored: data === 'echo:stored' })]);
    };
  }
});
