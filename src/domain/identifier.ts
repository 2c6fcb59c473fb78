import type { Branded } from './ids.ts';

/** `scheme:value`, normalised: names an item across sites. Made by the functions of this file only. */
export type Identifier = Branded<'Identifier'>;
