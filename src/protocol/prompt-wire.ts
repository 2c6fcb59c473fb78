/**
 * What Sayso's own pages tell the background. They share the database, so this wire only says that something changed; and it
 * asks what only the background may find out.
 */
import * as v from 'valibot';

export const PROMPT_WIRE = 'prompt';

const text = v.pipe(v.string(), v.maxLength(400));

export const promptCalls = {
  /** A grant or a choice of this origin changed: scripts, permissions and open tabs follow. */
  changed: { input: text, output: v.null() },
  /** The ask of this id was answered; the decision is in the database. */
  decided: { input: v.pipe(v.string(), v.uuid()), output: v.null() },
  /** Ratings changed: stars on open pages look again. */
  rated: { input: text, output: v.null() },
  /** Something was said to vendors in the request of this id: it goes out, and their open pages are told. */
  requested: { input: v.pipe(v.string(), v.uuid()), output: v.null() },
  /** How what is said to this origin gets there: to the endpoint that its customer.json names, on a visit, or nobody can tell now. */
  channel: { input: text, output: v.picklist(['endpoint', 'visit', 'away']) },
} as const;

export type PromptCall = keyof typeof promptCalls;
export type ChannelFound = v.InferOutput<(typeof promptCalls)['channel']['output']>;

export const promptMessage = v.strictObject({
  wire: v.literal(PROMPT_WIRE),
  call: v.pipe(v.string(), v.maxLength(40)),
  input: text,
});
