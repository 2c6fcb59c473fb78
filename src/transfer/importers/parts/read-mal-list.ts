import type { ItemKind } from '../../../domain/item.ts';
import type { SourceContent } from '../../../domain/source-record.ts';
import { type Outcome, thingOf } from '../../entry.ts';
import type { Content, XmlNode } from '../../importer.ts';
import { plainText } from '../../plain-text.ts';
import { readYearFirst } from '../../read-date.ts';
import { RowReader } from '../../row-reader.ts';
import { othersOf } from './others-of.ts';
import { outcomeOf } from './outcome-of.ts';
import type { Cell } from './read-rows.ts';
import { sortedIdentifiers } from './sorted-identifiers.ts';
import { tagsOf } from './tags-of.ts';
import { whenOf } from './when-of.ts';
import { wordsOf } from './words-of.ts';

/** Where MyAnimeList's two lists differ. */
export interface MalList {
  /** The element of an entry, and the first half of `anime/1`. */
  readonly element: 'anime' | 'manga';
  readonly id: string;
  /** The first of these that holds something is the name: tools that write this format use one for both. */
  readonly titles: readonly string[];
  /** How often it was watched or read again. */
  readonly repeats: string;
  /** How far it was watched or read; worth keeping where it was not finished. */
  readonly progress: readonly string[];
  readonly kindOf: (seriesType: string) => ItemKind;
}

const SCALE = { best: 10, worst: 1 };
/** The site's own numbers for its states, which some tools write. */
const STATES: ReadonlyMap<string, 'done' | 'wanted'> = new Map([
  ['2', 'done'],
  ['6', 'wanted'],
  ['completed', 'done'],
  ['plan to watch', 'wanted'],
  ['plan to read', 'wanted'],
]);

/** Whether it is a list of these. One without an entry says in its head what there could be. */
export function isMalList(content: Content, { element, id }: MalList): boolean {
  if (content.sort !== 'xml' || content.root.name !== 'myanimelist') {
    return false;
  }
  const { children } = content.root;
  const entries = children.filter(({ name }) => name === 'anime' || name === 'manga');
  return entries.length === 0
    ? children.some(({ name, children: head }) => name === 'myinfo' && hasChild(head, `user_total_${element}`))
    : entries.some((entry) => entry.name === element && hasChild(entry.children, id));
}

function hasChild(children: readonly XmlNode[], name: string): boolean {
  return children.some((child) => child.name === name);
}

/** Reads the entries of a list in their order; the head of the file (`myinfo`) is nothing of theirs. */
export function* readMalList(content: Content, list: MalList): Iterable<Outcome> {
  if (content.sort !== 'xml' || content.root.name !== 'myanimelist') {
    return;
  }
  for (const node of content.root.children.filter(({ name }) => name === list.element)) {
    yield readEntry(node, list);
  }
}

function readEntry(node: XmlNode, list: MalList): Outcome {
  const reader = new RowReader(node.line);
  const cell: Cell = (column) => node.children.find(({ name }) => name === column)?.text ?? '';
  const titleColumn = list.titles.find((column) => cell(column) !== '') ?? '';
  const name = reader.name(titleColumn, cell(titleColumn));
  const identifiers = sortedIdentifiers(reader, list.id, cell(list.id), ['mal', list.element]);
  if (name === '' && identifiers.length === 0) {
    return reader.skip('no-name', list.titles[0]);
  }
  return outcomeOf(reader, {
    thing: identifiers[0]?.slice('mal:'.length) ?? thingOf(list.element, name),
    facts: { kind: list.kindOf(cell('series_type')), name, identifiers },
    content: contentOf(reader, cell, list),
  });
}

function contentOf(reader: RowReader, cell: Cell, list: MalList): SourceContent {
  const given = reader.mark('my_score', cell('my_score'), SCALE, 0);
  const finishedAt = reader.moment('my_finish_date', dated(cell('my_finish_date')), readYearFirst);
  const state = STATES.get(cell('my_status').toLowerCase());
  const isDone = state === 'done';
  const repeats = reader.count(cell(list.repeats)) ?? 0;
  return {
    ...(given && { ratings: [{ given, ...whenOf(finishedAt) }] }),
    ...wordsOf(reader, cell, { note: 'my_comments' }, plainText),
    ...tagsOf(reader, 'my_tags', cell('my_tags').split(',')),
    ...(isDone && { uses: [whenOf(finishedAt)], ...(repeats > 0 && { useCount: repeats + 1 }) }),
    ...(state === 'wanted' && { wanted: {} }),
    ...othersOf(reader, (column) => told(cell(column)), [
      ...(state === undefined ? ['my_status'] : []),
      'my_start_date',
      ...(isDone ? [] : ['my_finish_date', ...list.progress]),
    ]),
  };
}

/** No date is `0000-00-00`. */
function dated(text: string): string {
  return text.startsWith('0000') ? '' : text;
}

/** Nothing is `0` or `0000-00-00`. */
function told(text: string): string {
  return text === '0' ? '' : dated(text);
}
