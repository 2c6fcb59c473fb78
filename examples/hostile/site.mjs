/** Hostile is files only, with few rules for itself: it frames others, can be framed, and fetches what it likes. */
export const csp = [
  "default-src 'self'",
  "script-src 'self' blob:",
  'connect-src *',
  'img-src * data: blob:',
  'frame-src * data: blob:',
  'frame-ancestors *',
].join('; ');
