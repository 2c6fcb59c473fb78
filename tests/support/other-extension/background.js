// What an extension that wants to be spoken to does: it answers its own pages and other extensions.
const api = globalThis.browser ?? chrome;

api.runtime.onMessage.addListener((_message, _sender, answer) => answer('heard'));
api.runtime.onMessageExternal.addListener((_message, _sender, answer) => answer('heard'));
api.runtime.onConnect.addListener((port) => port.postMessage('heard'));
