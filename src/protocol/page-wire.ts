/**
 * What passes between the provider in the page and the bridge, over a MessagePort.
 * Everything is a small array of plain values; the page can see it all, so nothing secret travels on it.
 */

/** Posted to the window with a port: here is a provider. A bridge that hears it takes the port. */
export const HELLO = 'sayso:1';
/** An event the bridge sends on the window when it starts after the provider did: say hello again. */
export const BRIDGE_READY = 'sayso:bridge';

/** The longest input a page may send, in UTF-16 units of its JSON. */
export const INPUT_LIMIT = 262_144;

/** `[number, call, input as JSON]`, or `[0]`: are you there? */
export type ToBridge = readonly [n: number, call: string, input?: string] | readonly [0];

/** An answer, a failure, an event's name, or `[0]`: I am here. */
export type FromBridge =
  | readonly [n: number, json: string]
  | readonly [n: number, name: string, message: string]
  | readonly [event: string]
  | readonly [0];

/** The name of the port between a chosen page's bridge and the background. It says nothing of who is at the other end. */
export const VENDOR_PORT = 'vendor';
