/** Names that operating systems put beside what a person packs. */
const SYSTEM = /(?:^|\/)(?:__MACOSX\/|\._|(?:\.DS_Store|Thumbs\.db|ehthumbs\.db|desktop\.ini)$)/iu;
/** Up, absolute, of a drive, of another system, or cut off by a NUL. */
const UNSAFE = /(?:^|\/)\.\.(?:\/|$)|^\/|^[a-z]:|[\\\u0000]/iu;

/** Whether a system made the file for itself. */
export function isSystemFile(path: string): boolean {
  return SYSTEM.test(path);
}

/** Whether a path inside an archive could lead out of it. Nothing is ever written there; who makes such a path is not read either. */
export function isUnsafePath(path: string): boolean {
  return UNSAFE.test(path);
}
