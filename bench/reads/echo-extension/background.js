// Sends back an answer of the size it was taught, and does nothing else: what a message costs by itself.
const api = globalThis.browser ?? globalThis.chrome;
let answer = '';

api.runtime.onConnect.addListener((port) => {
  port.onMessage.addListener(([n, taught]) => {
    answer = taught ?? answer;
    port.postMessage([n, answer]);
  });
});

api.runtime.onMessage.addListener((message, _sender, reply) => {
  reply(message.taught ?? 'x');
  return false;
});
