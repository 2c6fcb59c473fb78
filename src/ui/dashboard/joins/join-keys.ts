/** What a key asks of the list of pairs. */
export type JoinOrder = 'one' | 'two' | 'next' | 'previous' | 'undo';

const ORDERS: Readonly<Record<string, JoinOrder>> = {
  y: 'one',
  n: 'two',
  j: 'next',
  k: 'previous',
  u: 'undo',
  arrowdown: 'next',
  arrowup: 'previous',
};

/**
 * What a key pressed on the page means for the pairs, if anything. What is typed is never taken, nor what the browser does
 * by itself; the arrows move through the page where no pair has the focus.
 */
export function joinOrder(event: KeyboardEvent, isInPair: boolean): JoinOrder | undefined {
  const [target] = event.composedPath();
  if (event.defaultPrevented || event.altKey || event.repeat || isTyped(target)) {
    return undefined;
  }
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    return key === 'z' && !event.shiftKey ? 'undo' : undefined;
  }
  return key.startsWith('arrow') && !isInPair ? undefined : ORDERS[key];
}

function isTyped(target: EventTarget | undefined): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
