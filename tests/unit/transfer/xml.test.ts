import { describe, expect, it } from 'vitest';
import { FileFault, type FileProblem } from '../../../src/transfer/file-problem.ts';
import { parseXml } from '../../../src/transfer/xml.ts';

function problemOf(text: string): FileProblem | undefined {
  try {
    parseXml(text);
    return undefined;
  } catch (error) {
    if (error instanceof FileFault) {
      return error.problem;
    }
    throw error;
  }
}

describe('parseXml', () => {
  it('reads elements, attributes, text and CDATA, with the lines on which tags begin', () => {
    const root = parseXml(
      '\uFEFF<?xml version="1.0"?>\n<l>\n <a\n x="1">1 &amp;\n2</a>\n <b><![CDATA[<i> & ]]></b><c/>\n</l>\n',
    );
    expect(root).toEqual({
      name: 'l',
      text: '',
      line: 2,
      children: [
        { name: 'a', text: '1 &\n2', line: 3, children: [], attributes: new Map([['x', '1']]) },
        { name: 'b', text: '<i> &', line: 6, children: [] },
        { name: 'c', text: '', line: 6, children: [] },
      ],
    });
  });

  it.each<[string, string, number]>([
    ['an end tag of another', '<a>\n<b>\n</a>', 3],
    ['no end', '<a>\n<b></b>\n', 3],
    ['a lone ampersand before another fault', '<a>\n\n& b</c>', 3],
    ['an entity of its own', '<!DOCTYPE a [<!ENTITY x "y">]>\n<a>&x;</a>', 2],
    ['two roots', '<a/>\n<b/>', 2],
    ['no element', '<!-- -->\n', 2],
    ['no XML', 'x', 1],
    ['nothing', '', 1],
  ])('says on which line it breaks: %s', (_what, text, line) => {
    expect(problemOf(text)).toMatchObject({ id: 'broken-xml', line });
  });

  it('says where it is nested too deeply, and reads what is just not', () => {
    const nested = (depth: number) => '<a>\n'.repeat(depth) + '</a>'.repeat(depth);
    expect(problemOf(nested(50))).toBeUndefined();
    expect(problemOf(nested(51))).toMatchObject({ id: 'nested-too-deeply', line: 51 });
    expect(problemOf('<a>'.repeat(1_000_000))).toMatchObject({ id: 'nested-too-deeply', line: 1 });
  });

  it('lets no entity grow', () => {
    const bomb = `<!DOCTYPE a [<!ENTITY a "ha">${Array.from('bcdefghij', (name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'.charAt(at)};`.repeat(10)}">`).join('')}]>\n<a>&j;</a>`;
    expect(problemOf(bomb)).toMatchObject({ id: 'broken-xml', line: 2 });
    expect(problemOf('<!DOCTYPE a SYSTEM "file:///etc/passwd">\n<a/>')).toBeUndefined();
  });

  it('keeps names that every object has for names', () => {
    expect(parseXml('<__proto__ constructor="1"><toString/></__proto__>')).toMatchObject({ name: '__proto__' });
    expect(({} as { name?: string }).name).toBeUndefined();
  });

  it('stops at the first fault of a large text, and reads one in proportional time', () => {
    const began = performance.now();
    expect(problemOf(`<a>&;${'&;'.repeat(1_000_000)}`)).toMatchObject({ line: 1 });
    expect(parseXml(`<a>${'<b>x</b>\n'.repeat(200_000)}</a>`).children).toHaveLength(200_000);
    expect(parseXml(`<a>${'x&amp;'.repeat(500_000)}</a>`).text).toHaveLength(1_000_000);
    expect(performance.now() - began).toBeLessThan(40_000);
  });
});
