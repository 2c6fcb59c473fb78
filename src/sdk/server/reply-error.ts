/** A reply that a person's Sayso would not take. The message names the path and the rule: `lines.0.key: Not 1 to 64 of …`. */
export class ReplyError extends Error {
  override name = 'ReplyError';
}
