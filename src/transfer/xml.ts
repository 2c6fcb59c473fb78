import { SaxesParser } from 'saxes';
import { FileFault } from './file-problem.ts';
import type { XmlNode } from './importer.ts';
import { mendedXml } from './mended-xml.ts';

/** Deeper than any export is; a file may be made to be deeper. */
const MAX_DEPTH = 50;
/** Read piece by piece, so that nothing is read behind a fault. */
const PIECE = 65_536;

interface OpenNode {
  readonly name: string;
  text: string[];
  readonly children: XmlNode[];
  readonly line: number;
  attributes?: Map<string, string>;
}

/**
 * Reads a whole XML text, as well as it can be: what old exports write that is no XML stands for itself.
 *
 * @returns the root element; the `line` of each element is that on which its tag begins
 * @throws {FileFault} `broken-xml` or `nested-too-deeply`, with the place
 */
export function parseXml(text: string, maxDepth = MAX_DEPTH): XmlNode {
  try {
    return parseStrictly(text, maxDepth);
  } catch (error) {
    const mended = error instanceof FileFault && error.problem.id === 'broken-xml' ? mendedXml(text) : text;
    if (mended === text) {
      throw error;
    }
    return parseStrictly(mended, maxDepth);
  }
}

/** Entities a document defines itself are not known, so none can be made to grow. */
function parseStrictly(text: string, maxDepth: number): XmlNode {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: OpenNode[] = [];
  let root: XmlNode | undefined;
  // An error that is thrown is kept by nobody between: the parser would go on.
  const place = (): { line: number; column: number } => ({ line: parser.line, column: parser.column });
  parser.on('error', (error) => {
    throw new FileFault('broken-xml', { ...place(), detail: error.message.slice(0, 200) });
  });
  parser.on('opentagstart', ({ name }) => {
    if (open.length >= maxDepth) {
      throw new FileFault('nested-too-deeply', place());
    }
    // The character behind the name is read too: a line end, where the next line begins already.
    open.push({ name, text: [], children: [], line: parser.line - (parser.column === 0 ? 1 : 0) });
  });
  parser.on('attribute', ({ name, value }) => {
    const node = open.at(-1);
    if (node) {
      (node.attributes ??= new Map()).set(name, value);
    }
  });
  const add = (piece: string): void => {
    open.at(-1)?.text.push(piece);
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const node = open.pop();
    if (node) {
      const closed: XmlNode = { ...node, text: node.text.join('').trim() };
      const parent = open.at(-1);
      if (parent) {
        parent.children.push(closed);
      } else {
        root = closed;
      }
    }
  });
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at += PIECE) {
    parser.write(text.slice(at, at + PIECE));
  }
  parser.close();
  if (root === undefined) {
    throw new FileFault('broken-xml', place());
  }
  return root;
}
