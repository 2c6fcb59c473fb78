/** Makes a request, as `fetch` does. Redirects are not to be followed. */
export type Sender = (address: string, init: RequestInit) => Promise<Response>;
