import { SaxesParser } from 'saxes';
import { ublSequence } from '../fixtures/ubl-sequences.ts';

export interface UblNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: UblNode[];
  text: string;
}

/** Reads a document, strictly and with its namespaces. @throws {Error} when it is not well-formed. */
export function readUbl(xml: string): UblNode {
  const parser = new SaxesParser({ xmlns: true });
  const open: UblNode[] = [];
  let root: UblNode | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
    const node: UblNode = { name, attributes: values, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
    root ??= node;
  });
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node) {
      node.text += text;
    }
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return root!;
}

/**
 * What of a document is not as the sequences have it: out of order, too often, missing, unknown, or empty.
 *
 * @returns a line for each, with its path; empty when all fits
 */
export function ublMisfits(node: UblNode, path = `/${node.name}`): string[] {
  if (node.name.startsWith('cbc:')) {
    return node.text === '' || node.children.length > 0 ? [`${path} is empty, or has elements`] : [];
  }
  const sequence = ublSequence(node.name.replace('cac:', ''));
  if (!sequence) {
    return [`${path} is not in the tables`];
  }
  const places = node.children.map(({ name }) => sequence.findIndex((slot) => slot.name === name));
  return [
    ...node.children.filter((_child, index) => places[index] === -1).map(({ name }) => `${path} has no ${name}`),
    ...places.flatMap((place, index) =>
      index > 0 && place < (places[index - 1] ?? 0) ? [`${path}: ${node.children[index]!.name} stands too late`] : [],
    ),
    ...sequence.flatMap(({ name, isRequired, isRepeated }) => {
      const count = node.children.filter((child) => child.name === name).length;
      return (isRequired && count === 0) || (!isRepeated && count > 1) ? [`${path} has ${count} ${name}`] : [];
    }),
    ...(node.text.trim() === '' ? [] : [`${path} has text`]),
    ...(node.children.length === 0 ? [`${path} is empty`] : []),
    ...node.children.flatMap((child) => ublMisfits(child, `${path}/${child.name}`)),
  ];
}

/** All elements of a name, wherever they stand. */
export function allNamed(node: UblNode, name: string): UblNode[] {
  return [...(node.name === name ? [node] : []), ...node.children.flatMap((child) => allNamed(child, name))];
}
