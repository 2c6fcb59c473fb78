/** Runs inside the frames: looks for the API, calls it, posts at its parent when told to, and tells what it saw. */
(async () => {
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const here = navigator.customer;
  let answered = false;
  let error;
  try {
    answered =
      here !== undefined && (await Promise.race([here.grants().then(() => true), pause(600).then(() => false)]));
  } catch (thrown) {
    error = thrown.name;
  }
  let replies = 0;
  if (location.hash === '#post') {
    addEventListener('message', ({ data }) => {
      replies += data?.hostile === 'report' ? 0 : 1;
    });
    for (const call of ['request', 'grants', 'ratings', 'preferences', 'state']) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        replies += 1;
      };
      parent.postMessage({ wire: 'vendor', id: crypto.randomUUID(), call, input: '{}' }, '*', [port2]);
    }
    await pause(800);
  }
  parent.postMessage(
    { hostile: 'report', report: { isThere: here !== undefined, answered, error, replies, origin: self.origin } },
    '*',
  );
})();
