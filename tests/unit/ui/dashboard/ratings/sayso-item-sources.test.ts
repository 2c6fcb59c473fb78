// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it } from 'vitest';
import type { SourceContent, SourceRecord } from '../../../../../src/domain/source-record.ts';
import '../../../../../src/ui/dashboard/ratings/sayso-item-sources.ts';
import { mount, textOf } from '../../../../support/mount.ts';

afterEach(() => document.body.replaceChildren());

function sources(content: object, source = 'goodreads') {
  const record = { id: source, source, facts: { name: 'Dune (Dune, #1)' }, content: content as SourceContent };
  return mount('sayso-item-sources', { records: [record as unknown as SourceRecord] });
}

describe('sayso-item-sources', () => {
  it('says nothing where no source does', async () => {
    expect(textOf(await mount('sayso-item-sources'))).toBe('');
  });

  it('tells marks with their dates, words, tags and what was done with it', async () => {
    const element = await sources({
      ratings: [
        { given: { value: 3, best: 5, worst: 1 } },
        { given: { value: 4, best: 5, worst: 1 }, at: '2021-05-06' },
      ],
      text: 'Sand.',
      tags: ['desert'],
      uses: [{ at: '2019' }, { at: '2021-05', isRepeat: true }],
      useCount: 3,
      liked: {},
      owned: { at: '2018', count: 2 },
      wanted: { at: '2017-01' },
      others: { Spoiler: 'yes' },
    });
    const text = textOf(element);
    expect(text).toContain('Goodreads');
    expect(text).toContain('Dune (Dune, #1)');
    expect(element.shadowRoot!.querySelectorAll('sayso-mark')).toHaveLength(2);
    for (const said of ['Date unknown', 'May 6, 2021', 'Sand.', 'desert', '3 times: 2019 and May 2021', 'Yes']) {
      expect(text).toContain(said);
    }
    expect(text).toContain('2 × · 2018');
    expect(text).toContain('January 2017');
    expect(text).toContain('Spoileryes');
    expect(text).not.toContain('Private note');
  });

  it('says of a thing that was seen only that it was not rated', async () => {
    expect(textOf(await sources({ uses: [{}] }))).toContain('Not rated there.');
  });

  it('marks a private note as one', async () => {
    expect(textOf(await sources({ note: 'Lent to Ada' }))).toContain('Private note: goes to no site Lent to Ada');
  });

  it('shows markup as the text it is', async () => {
    const element = await sources({ text: '<img src=x>', tags: ['<b>'], others: { '<i>': '<u>' } }, '<s>');
    expect(element.shadowRoot!.querySelector('img, b, i, u, s')).toBeNull();
    expect(textOf(element)).toContain('<img src=x>');
  });
});
