/** A vendor's message without its id, which stands on its envelope. The fields alone: what a variant of schemas takes. */
export type Unnamed<T> = { [K in keyof T as Exclude<K, 'id'>]: T[K] };
