/**
 * A vendor's message as it was signed, and the key that it was checked with: from these two anybody can see later that the key's
 * holder said it. Both are JSON, kept as text, since nothing here looks into them.
 */
export interface SignedMessage {
  readonly envelope: string;
  readonly publicKey: string;
}
