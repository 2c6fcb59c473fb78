/** The one policy by which a page of Sayso's starts a script of Sayso's: none that is not in the package. */
interface ScriptPolicy {
  createScriptURL(url: string): unknown;
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): ScriptPolicy;
}

let policy: ScriptPolicy | undefined;

/** An address of one of Sayso's own scripts, as the browser wants it where it asks for trusted ones (Chromium; Firefox 148). */
export function ownScriptUrl(path: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('sayso-worker', { createScriptURL: ownOnly });
  return (policy ? policy.createScriptURL(path) : ownOnly(path)) as string;
}

function ownOnly(path: string): string {
  const url = new URL(path, window.location.href);
  if (url.origin !== window.location.origin) {
    throw new TypeError('Not a script of Sayso.');
  }
  return url.href;
}
