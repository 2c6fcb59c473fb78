/** The same fields without the interface's name: what a variant of schemas takes as the output of one. */
export type Flat<T> = { [K in keyof T]: T[K] };
