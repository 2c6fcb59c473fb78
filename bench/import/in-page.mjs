/**
 * In the page: a worker imports, another does what that is put beside, and the page counts its frames, by what goes on.
 */
export async function importInWorker(work) {
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
  const times = await inWorker(work);
  const beside = work.isBeside && !times.failure ? await inWorker({ imported: times.imported }) : undefined;
  isDone = true;
  return { ...times, ...(beside?.failure && { failure: beside.failure }), beside, longestMs };

  function inWorker(message) {
    const worker = new Worker('/worker.js');
    return new Promise((resolve) => {
      worker.addEventListener('message', ({ data }) => {
        if (data.phase) {
          onPhase(data.phase);
        } else {
          resolve(data);
        }
      });
      worker.addEventListener('error', ({ message: failure }) => resolve({ failure }));
      worker.postMessage(message);
    }).finally(() => worker.terminate());
  }

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
