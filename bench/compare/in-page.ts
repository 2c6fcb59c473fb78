/** What runs in a page of Sayso's: each function is sent there by itself and uses nothing around it. */

interface Watching {
  saysoTasks?: { longestMs: number; longestFrameMs: number };
}

/**
 * From before anything of the page: the longest task the browser tells of (Chromium does, from 50 ms on), and the longest time
 * between two frames.
 */
export function watchTasks(): void {
  const watching = globalThis as Watching;
  const tasks = { longestMs: 0, longestFrameMs: 0 };
  watching.saysoTasks = tasks;
  if (PerformanceObserver.supportedEntryTypes.includes('longtask')) {
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        tasks.longestMs = Math.max(tasks.longestMs, duration);
      }
    }).observe({ type: 'longtask', buffered: true });
  }
  let lastMs = performance.now();
  const frame = (): void => {
    const nowMs = performance.now();
    tasks.longestFrameMs = Math.max(tasks.longestFrameMs, nowMs - lastMs);
    lastMs = nowMs;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/**
 * Puts the comparison of a request on a page of Sayso's, in place of all that was there, and waits until all that is drawn
 * unasked is painted.
 *
 * @returns how long that took, the longest task and the longest frame meanwhile, and how many cells there are
 */
export async function paintComparison(
  requestId: string,
): Promise<{ tookMs: number; longestMs: number; longestFrameMs: number; cells: number }> {
  const tasks = (globalThis as Watching).saysoTasks;
  if (!tasks) {
    throw new Error('nobody watches');
  }
  const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
  type Dashboard = HTMLElement & { context: unknown };
  let dashboard = document.querySelector<Dashboard>('sayso-dashboard');
  while (!dashboard) {
    await frame();
    dashboard = document.querySelector<Dashboard>('sayso-dashboard');
  }
  const compared = Object.assign(document.createElement('sayso-compare-quotes'), {
    context: dashboard.context,
    requestId,
  });
  dashboard.remove();
  await frame();
  await frame();
  tasks.longestMs = 0;
  tasks.longestFrameMs = 0;
  const startMs = performance.now();
  document.body.append(compared);
  while (!compared.shadowRoot?.querySelector('[aria-busy="false"] sayso-quote-bank')) {
    await frame();
  }
  const tookMs = performance.now() - startMs;
  // What the last piece costs to paint belongs to it.
  await frame();
  await frame();
  const banks = [...compared.shadowRoot.querySelectorAll('sayso-quote-bank')];
  const cells = banks.reduce((sum, bank) => sum + (bank.shadowRoot?.querySelectorAll('td, dd').length ?? 0), 0);
  return { tookMs, ...tasks, cells };
}

/**
 * Asks for more of what is compared until all of it is there, as the person would.
 *
 * @returns how long that took, the longest task and the longest frame meanwhile, and how many cells there are then
 */
export async function paintMore(): Promise<{
  tookMs: number;
  longestMs: number;
  longestFrameMs: number;
  cells: number;
}> {
  const tasks = (globalThis as Watching).saysoTasks;
  const compared = document.querySelector('sayso-compare-quotes')?.shadowRoot;
  if (!tasks || !compared) {
    throw new Error('nothing is compared');
  }
  const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
  tasks.longestMs = 0;
  tasks.longestFrameMs = 0;
  const startMs = performance.now();
  for (;;) {
    const more = compared.querySelector<HTMLElement>('#more');
    if (!more) {
      break;
    }
    more.click();
    await frame();
    while (!compared.querySelector('[aria-busy="false"]')) {
      await frame();
    }
  }
  const tookMs = performance.now() - startMs;
  await frame();
  await frame();
  const banks = [...compared.querySelectorAll('sayso-quote-bank')];
  const cells = banks.reduce((sum, bank) => sum + (bank.shadowRoot?.querySelectorAll('td, dd').length ?? 0), 0);
  return { tookMs, ...tasks, cells };
}

/**
 * Goes to a request's own page, and waits until all of it is painted: what is compared, and everyone's part.
 *
 * @returns how long that took, the longest task and the longest frame meanwhile
 */
export async function paintRequest(
  requestId: string,
  vendors: number,
): Promise<{ tookMs: number; longestMs: number; longestFrameMs: number }> {
  const tasks = (globalThis as Watching).saysoTasks;
  if (!tasks) {
    throw new Error('nobody watches');
  }
  const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
  while (!document.querySelector('sayso-dashboard')?.shadowRoot?.querySelector('sayso-about')) {
    await frame();
  }
  await frame();
  await frame();
  tasks.longestMs = 0;
  tasks.longestFrameMs = 0;
  const startMs = performance.now();
  location.hash = `intentions/${requestId}`;
  const isPainted = (): boolean => {
    const page = document.querySelector('sayso-dashboard')?.shadowRoot?.querySelector('sayso-intention')?.shadowRoot;
    const compared = page?.querySelector('sayso-compare-quotes')?.shadowRoot;
    const parts = page?.querySelector('sayso-threads')?.shadowRoot?.querySelectorAll('sayso-thread').length ?? 0;
    return parts === vendors && Boolean(compared?.querySelector('[aria-busy="false"]'));
  };
  while (!isPainted()) {
    await frame();
  }
  const tookMs = performance.now() - startMs;
  await frame();
  await frame();
  return { tookMs, ...tasks };
}
