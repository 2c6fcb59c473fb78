import { describe, expect, it } from 'vitest';
import { codeOf, filesIn, textOf } from './support/repository.ts';

const sources = filesIn('src', '.ts', '.html');
const own = [
  ...sources,
  ...filesIn('tests', '.ts'),
  ...filesIn('scripts', '.ts', '.mjs'),
  ...filesIn('bench', '.ts', '.mjs'),
].filter((path) => !path.startsWith('tests/meta/') && !path.startsWith('tests/fixtures/'));
const MOST_LINES = 300;

/** Names that are addresses only to look at: elements and words are told apart by them, and nobody is asked. */
const NAMESPACES = ['http://www.w3.org/2000/svg', 'http://purl.org/dc/terms/'];

/** The files whose code has something, each with what. */
function found(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) => [...codeOf(path).matchAll(pattern)].map(([what]) => `${path}: ${what}`));
}

describe('the source', () => {
  it(`has no file of more than ${MOST_LINES} lines`, () => {
    expect(sources.filter((path) => textOf(path).trimEnd().split('\n').length > MOST_LINES)).toEqual([]);
  });

  it('has no any', () => {
    expect(found(sources, /(?::|\bas|<|\|)\s*any\b|\bany\[\]/gu)).toEqual([]);
  });

  it('makes no markup of text, and no code', () => {
    const pattern =
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|unsafeHTML|unsafeSVG|srcdoc|importScripts)\b|\bdocument\.write\b|\beval\(|\bnew Function\b|\bset(?:Timeout|Interval)\(\s*['"`]/gu;
    expect(found(sources, pattern)).toEqual([]);
  });

  it('names no insecure address', () => {
    const addresses = sources.flatMap((path) =>
      [...codeOf(path).matchAll(/\bhttp:\/\/[\w*][^'"`\s]*/gu)].map(([address]) => address),
    );
    expect(addresses.filter((address) => !NAMESPACES.includes(address))).toEqual([]);
  });

  // `sdk/` is no part of the extension: a vendor runs its suite against their own endpoint.
  it('talks to nobody but the page that the popup is opened on, and to chosen sites in one place', () => {
    expect(found(sources, /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\bsendBeacon\b|\bEventSource\b/gu)).toEqual([
      'src/platform/fetch-from-site.ts: fetch(',
      'src/platform/read-announcement.ts: fetch(',
      'src/sdk/server/conformance.ts: fetch(',
      'src/sdk/server/node-listener.ts: fetch(',
      'src/sdk/server/request-handler.ts: fetch(',
      'src/sdk/server/request-handler.ts: fetch(',
    ]);
  });

  it('sends messages to windows by their origin', () => {
    expect(found(sources, /postMessage\([^)]*,\s*['"`]\*['"`]/gu)).toEqual([]);
  });

  // Firefox styles all later siblings of what comes or goes anew, with all in them, wherever such a selector is in use.
  it('has no style for whatever follows something', () => {
    expect(found(sources, /[+~]\s*\*(?=[\s,{:])/gu).filter((hit) => hit.startsWith('src/ui/'))).toEqual([]);
  });

  it('has no default export', () => {
    expect(found(sources, /^export default\b/gmu)).toEqual([]);
  });

  it('imports the browser in one place', () => {
    const paths = sources.filter((path) =>
      /^(?:import (?!type)|export )[^;]*from 'webextension-polyfill'/mu.test(codeOf(path)),
    );
    expect(paths).toEqual(['src/platform/browser.ts']);
  });
});

describe('all code of ours', () => {
  it('puts a date on what is still to be done, and it has not passed', () => {
    const open = own.flatMap((path) =>
      [...textOf(path).matchAll(/\b(?:TODO|FIXME|XXX)\b(?: \[(\d{4}-\d{2}-\d{2})\])?/gu)].map(([, date]) => ({
        path,
        date,
      })),
    );
    const today = new Date().toISOString().slice(0, 10);
    expect(open.filter(({ date }) => date === undefined || date < today)).toEqual([]);
  });

  it('skips no test, and runs none alone', () => {
    expect(
      found(
        filesIn('tests', '.test.ts', '.e2e.ts').filter((path) => !path.startsWith('tests/meta/')),
        /\b(?:it|test|describe)\.(?:skip|only|todo|fails|skipIf|runIf)\b/gu,
      ),
    ).toEqual([]);
  });

  it('names its files in kebab-case', () => {
    const files = filesIn('src').map((path) => path.slice(path.lastIndexOf('/') + 1));
    expect(files.filter((name) => !/^[a-z\d-]+(?:\.iife)?\.(?:ts|html)$/u.test(name) && name !== 'README.md')).toEqual(
      [],
    );
  });
});
