import '../../../support/fake-browser.ts';
import { describe, expect, it } from 'vitest';
import type { PreviewRecord } from '../../../../src/app/ask-preview.ts';
import { recordWords } from '../../../../src/ui/prompt/record-words.ts';

const RATINGS = { collection: 'ratings' } as const;

function goes(fields: Readonly<Record<string, string>>): readonly string[] {
  const record = { id: 'x', name: 'Dune', kind: 'Movie', said: '4 / 5', fields } as unknown as PreviewRecord;
  return recordWords(RATINGS, record, ['dateCreated', 'reviewBody']).goes;
}

describe('recordWords', () => {
  it('tells a date as a person would, and a moment with its minute', () => {
    expect(goes({ dateCreated: '2024' })).toEqual(['2024']);
    expect(goes({ dateCreated: '2024-03-09' })).toEqual(['Mar 9, 2024']);
    expect(goes({ dateCreated: '2024-03-09T10:30:00.000Z' })[0]).toMatch(/Mar \d+, 2024, \d+:30/u);
  });

  it('shows what goes along, and nothing of what does not', () => {
    expect(goes({ reviewBody: 'Sand.', keywords: 'desert' })).toEqual(['Sand.']);
  });

  it('leaves what is no date as it is', () => {
    expect(goes({ dateCreated: 'soon' })).toEqual(['soon']);
  });
});
