/**
 * Requests for proposals, what passes in them, and what waits to be done, beside what was there. Nothing that was there
 * changes.
 *
 * - `requests.dueAtMs`, `threads.dueAtMs`, `orders.rateAtMs`: what time moves next. A row that waits for nothing is in none
 * - `threads.setAtMs`: whose spans began in the future, since the clock was set back
 * - `threads.[requestId+isOver]`: all of a request, and how many are open; `[vendor+isOver]`: what one vendor may see
 * - `requestVersions.requestId`: how a request was before
 * - `messages.[threadId+place]`: a thread's story, in order
 * - `outbox.threadId`: what is still to be done for a thread
 * - `orders.vendor`: what was bought there
 * - `proposals.[vendor+state]`: how many of a vendor wait; `[state+atMs]`: the inbox, newest first
 */
export const SCHEMA_3 = {
  requests: '&id, dueAtMs',
  requestVersions: '&id, requestId',
  threads: '&id, [requestId+isOver], [vendor+isOver], dueAtMs, setAtMs',
  messages: '&id, [threadId+place]',
  outbox: '&id, threadId',
  orders: '&id, rateAtMs, vendor',
  proposals: '&id, [vendor+state], [state+atMs]',
} as const;
