import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../../..');

/** A file's text. @param path - from the root of the repository */
export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Every file below a folder, by its path from the root, in order. */
export function filesIn(folder: string, ...endings: string[]): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => endings.length === 0 || endings.some((ending) => path.endsWith(ending)))
    .sort();
}

/**
 * The rows of a Markdown file's tables that have these headings, as lists of cells without back-ticks around the whole cell.
 */
export function tableRows(markdown: string, ...headings: string[]): string[][] {
  const lines = markdown.split('\n');
  const rows: string[][] = [];
  for (let at = 0; at < lines.length; at += 1) {
    if (cellsOf(lines[at] ?? '').join('|') === headings.join('|')) {
      for (at += 2; lines[at]?.startsWith('|'); at += 1) {
        rows.push(cellsOf(lines[at] ?? '').map((cell) => /^`([^`]+)`$/u.exec(cell)?.[1] ?? cell));
      }
    }
  }
  return rows;
}

function cellsOf(line: string): string[] {
  return line.startsWith('|')
    ? line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
    : [];
}

/** A script's or module's text without its comments and the insides of nothing else: what can run. */
export function codeOf(path: string): string {
  return textOf(path)
    .replaceAll(/\/\*[\s\S]*?\*\//gu, '')
    .replaceAll(/(^|[\s;{}(,])\/\/[^\n]*/gu, '$1');
}
