/** In the page: the worker does it, and the page counts its frames, by what goes on. */
export function importInWorker(work) {
  const worker = new Worker('/worker.js');
  const longestMs = {};
  let phase = 'import';
  let isDone = false;
  let lastAt = performance.now();
  const onFrame = () => {
    const now = performance.now();
    longestMs[phase] = Math.max(longestMs[phase] ?? 0, now - lastAt);
    lastAt = now;
    if (!isDone) {
      requestAnimationFrame(onFrame);
    }
  };
  requestAnimationFrame(onFrame);
  return new Promise((resolve) => {
    worker.addEventListener('message', ({ data }) => {
      if (data.phase) {
        onPhase(data.phase);
        return;
      }
      isDone = true;
      resolve({ ...data, longestMs });
    });
    worker.addEventListener('error', ({ message }) => resolve({ failure: message }));
    worker.postMessage(work);
  });

  /** A frame that comes late counts for what went on when it was due. */
  function onPhase(next) {
    if (next !== phase) {
      longestMs[phase] = Math.max(longestMs[phase] ?? 0, performance.now() - lastAt);
      lastAt = performance.now();
      phase = next;
      hearPhase(next);
    }
  }
}
