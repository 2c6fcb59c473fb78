import { SaxesParser } from 'saxes';
import { AppError } from '../domain/errors.ts';
import type { XmlNode } from './importer.ts';

/** Deeper than any export is; a file may be made to be deeper. */
const MAX_DEPTH = 50;

interface OpenNode {
  readonly name: string;
  text: string;
  readonly children: XmlNode[];
  readonly line: number;
}

/**
 * Reads a whole XML text. Entities a document defines itself are not known, so none can be made to grow.
 *
 * @returns the root element, or `undefined` where the text is not well-formed, or nested too deeply
 */
export function parseXml(text: string): XmlNode | undefined {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: OpenNode[] = [];
  let root: XmlNode | undefined;
  const broken: Error[] = [];
  parser.on('error', (error) => {
    broken.push(error);
  });
  parser.on('opentag', ({ name }) => {
    if (open.length >= MAX_DEPTH) {
      broken.push(new AppError('too-much', 'The file is nested too deeply.'));
    } else if (broken.length === 0) {
      open.push({ name, text: '', children: [], line: parser.line });
    }
  });
  const add = (piece: string): void => {
    const node = open.at(-1);
    if (node) {
      node.text += piece;
    }
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const node = open.pop();
    if (node) {
      const closed: XmlNode = { ...node, text: node.text.trim() };
      const parent = open.at(-1);
      if (parent) {
        parent.children.push(closed);
      } else {
        root = closed;
      }
    }
  });
  parser.write(text.replace(/^\uFEFF/u, '')).close();
  return broken.length > 0 ? undefined : root;
}
