import { describe, expect, it } from 'vitest';
import { PACKAGES } from '../../src/ui/dashboard/about/built-with.ts';
import { Built, TARGETS } from '../support/dist.ts';

/**
 * The template library makes markup of its own constant templates, by the one Trusted Types policy that the manifest
 * allows; no data of the person's or of a page ever is in them. It is in the chunk of shared styles, and nowhere else.
 */
const TEMPLATES = /\.createTemplate\(|createElement\(["'`]template["'`]\)/u;

/** Addresses that code may name. None is ever loaded: they are links that a person may follow, names, and help of libraries. */
const ADDRESSES = [
  /^http:\/\/www\.w3\.org\//u, // names of namespaces
  /^https?:\/\/schema\.org/u, // what JSON-LD is of
  /^https:\/\/(?:tinyurl\.com\/y2uuvskb|bit\.ly\/2kdckMn)/u, // in messages of Dexie
  /^http:\/\/bit\.ly\/2kdckMn/u, // the same
  /^https:\/\/[\w.]*\.invalid/u, // a base to read relative addresses by
  /^https:\/\/(?:www\.)?(?:imdb\.com|themoviedb\.org|wikidata\.org|openlibrary\.org|letterboxd\.com|boxd\.it|trakt\.tv)\//u,
  /^https:\/\/(?:www\.)?(?:goodreads\.com|librarything\.com|csfd\.cz|kinopoisk\.ru|myanimelist\.net|anilist\.co)\//u,
  /^https:\/\/(?:store\.steampowered\.com|boardgamegeek\.com|www\.discogs\.com|open\.spotify\.com|www\.deezer\.com)\//u,
  /^https:\/\/maps\.google\.com\/\?cid=/u, // what a place of Google's is called
  /^https:\/\/\$\{/u, // put together from an origin
];

describe.each(TARGETS)('threat 32: the built code for %s', (target) => {
  const built = new Built(`dist/${target}`);
  const scripts = built.filesEndingWith('.js');
  const pages = built.filesEndingWith('.html');
  const onPages = scripts.filter((file) => file.endsWith('.iife.js'));

  it('makes no code of text', () => {
    const pattern = /\beval\(|\bnew Function\b|[^.\w]Function\(|\bimportScripts\b|set(?:Timeout|Interval)\(["'`]/gu;
    expect(
      scripts.flatMap((file) => [...built.text(file).matchAll(pattern)].map(([what]) => `${file}: ${what}`)),
    ).toEqual([]);
  });

  it('makes no markup of text, but for the template library', () => {
    const pattern = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|srcdoc/gu;
    const found = scripts.filter((file) => pattern.test(built.text(file)));
    expect(found.filter((file) => !TEMPLATES.test(built.text(file)))).toEqual([]);
    expect(found.length).toBeLessThanOrEqual(1);
    expect(found.filter((file) => onPages.includes(file) || file === 'background.js')).toEqual([]);
  });

  it('names no address that it should not', () => {
    const addresses = scripts.flatMap((file) => built.text(file).match(/https?:\/\/[\w$][^"'`\\\s)<>]*/gu) ?? []);
    expect(addresses.filter((address) => !ADDRESSES.some((allowed) => allowed.test(address)))).toEqual([]);
  });

  it('loads nothing from anywhere else', () => {
    const pattern =
      /(?:src|href)="(?!\.{0,2}\/)[^"]*"|\bimport\(\s*["'`](?!\.)|(?:^|[;}])(?:import|export)\b[^;("'`]*["'](?![./])|\bXMLHttpRequest\b|\bWebSocket\b|\bsendBeacon\b|\bEventSource\b/gu;
    expect(
      [...scripts, ...pages].flatMap((file) =>
        [...built.text(file).matchAll(pattern)].map(([what]) => `${file}: ${what}`),
      ),
    ).toEqual([]);
  });

  it('has no script or style of its own in its pages', () => {
    for (const page of pages) {
      const text = built.text(page);
      expect(
        [...text.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>|<style\b|\son\w+=|\bstyle=/gu)].map(([what]) => what),
      ).toEqual([]);
    }
  });

  it('puts single files on vendors’ pages', () => {
    expect(onPages).toEqual([
      'src/bridge/bridge-ported.iife.js',
      'src/bridge/bridge.iife.js',
      'src/inline/inline.iife.js',
      'src/inline/recognise-page.iife.js',
      'src/page/provider-now.iife.js',
      'src/page/provider.iife.js',
    ]);
    for (const file of onPages) {
      expect(built.text(file)).not.toMatch(
        /^\s*(?:import|export)\b|[;}\n](?:import|export)[\s{*"']|\bimport\(|\bimport\.meta\b/mu,
      );
    }
  });

  it('threat 11 listens to nobody outside: no other extension, no page', () => {
    const pattern = /onMessageExternal|onConnectExternal|onConnect\b|onUserScriptMessage/u;
    const own = scripts.filter(
      (file) => !built.text(file).includes('webextension-polyfill') && pattern.test(built.text(file)),
    );
    expect(own).toEqual([]);
    // `onConnect` hears Sayso's own scripts alone: the bridge speaks on a port.
    expect(built.text('background.js')).not.toMatch(/on(?:Message|Connect)External\.addListener/u);
  });

  it('holds no file that nothing names', () => {
    const named = ['manifest.json', ...scripts, ...pages].map((file) => built.text(file)).join('\n');
    const fileName = (file: string) => file.slice(file.lastIndexOf('/') + 1);
    const isNamed = (file: string) =>
      file.startsWith('_locales/') || file === 'manifest.json' || named.includes(fileName(file));
    // The prompt and the welcome page are opened by path, which is in the code.
    expect(built.files.filter((file) => !isNamed(file))).toEqual([]);
  });

  it('holds the licences of Sayso and of every package that is built in', () => {
    expect(built.text('LICENSE.txt')).toContain('MIT License');
    const all = built.text('THIRD-PARTY-LICENSES.txt');
    for (const { name, licence } of PACKAGES) {
      expect(all).toMatch(new RegExp(`^${name} [0-9.]+ \\(${licence}\\)$`, 'mu'));
    }
    const words = {
      'Apache-2.0': 'Apache License',
      'BSD-2-Clause': 'Redistribution and use in source and binary forms',
      'BSD-3-Clause': 'BSD 3-Clause',
      ISC: 'Permission to use, copy, modify, and/or distribute',
      MIT: 'MIT License',
      'MPL-2.0': 'Mozilla Public',
    };
    for (const { licence } of PACKAGES) {
      expect(all).toContain(words[licence]);
    }
  });

  it('holds nothing of ours that is not for it: no map, no source, no test', () => {
    expect(built.filesEndingWith('.map', '.ts', '.md')).toEqual([]);
    expect(scripts.filter((file) => built.text(file).includes('sourceMappingURL'))).toEqual([]);
  });
});

describe('threat 32: the two extensions', () => {
  it('differ in their manifest alone', () => {
    const [chrome, firefox] = TARGETS.map((target) => new Built(`dist/${target}`));
    expect(firefox!.files).toEqual(chrome!.files);
    const different = chrome!.files.filter((file) => !chrome!.bytes(file).equals(firefox!.bytes(file)));
    expect(different).toEqual(['manifest.json']);
  });
});
