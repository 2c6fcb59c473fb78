import { describe, expect, it } from 'vitest';
import { RowReader } from '../../../src/transfer/row-reader.ts';

describe('RowReader.name', () => {
  it('makes one line of single blanks, without a remark', () => {
    const reader = new RowReader(1);
    expect(reader.name('Name', ' The\r\n Tin \t Kettle ')).toBe('The Tin Kettle');
    expect(reader.keep().remarks).toEqual([]);
  });

  it('drops what is no text, and cuts what no name is as long as', () => {
    const reader = new RowReader(1);
    expect(reader.name('Name', `Ti\u0000de\u202E${'x'.repeat(600)}`)).toHaveLength(500);
    expect(reader.keep().remarks.map(({ reason }) => reason)).toEqual(['bad-characters', 'too-long']);
  });
});
