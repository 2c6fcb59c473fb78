import type { SourceContent } from '../../../domain/source-record.ts';
import type { RowReader } from '../../row-reader.ts';
import { type JsonObject, fieldsOf, textOf } from './json-fields.ts';

/** Whether a record holds a comment or a note, in an object of its own or as it stands. */
export function hasTraktWords(record: JsonObject): boolean {
  return commentOf(record) !== '' || noteOf(record) !== '';
}

/** What the person wrote of a thing, for all to read or for themselves. An answer to somebody is no review of the thing. */
export function traktWords(reader: RowReader, record: JsonObject): SourceContent {
  const comment = reader.words('comment', commentOf(record));
  const note = reader.words('note', noteOf(record));
  const isAnswer = !['', '0'].includes(textOf(fieldsOf(record['comment'])?.['parent_id']));
  return {
    ...(comment !== undefined && (isAnswer ? { others: { comment } } : { text: comment })),
    ...(note !== undefined && { note }),
  };
}

function commentOf(record: JsonObject): string {
  const comment = record['comment'];
  return textOf(fieldsOf(comment)?.['comment'] ?? comment);
}

function noteOf(record: JsonObject): string {
  const note = record['note'];
  return textOf(fieldsOf(note)?.['notes'] ?? note);
}
