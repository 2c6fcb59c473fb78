import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesIn } from '../../support/bytes-in.ts';
import { joined } from '../../support/make-zip.ts';
import { type Bytes, openOne } from '../../support/open-all.ts';

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const utf16 = (text: string, isBig: boolean): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((code) =>
      isBig ? [code >> 8, code & 255] : [code & 255, code >> 8],
    ),
  );

async function cellsOf(bytes: Bytes): Promise<unknown> {
  const file = await openOne(bytes);
  return 'content' in file && file.content.sort === 'table'
    ? [file.content.table.header, ...file.content.table.rows.map(({ cells }) => cells)]
    : file;
}

describe('readText', () => {
  const text = 'Title,Stars\nAmélie – “€”,4\n';
  const cells = [
    ['Title', 'Stars'],
    ['Amélie – “€”', '4'],
  ];

  it.each<[string, Bytes]>([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a mark', utf8(`\uFEFF${text}`)],
    ['UTF-16, low byte first, with a mark', utf16(`\uFEFF${text}`, false)],
    ['UTF-16, high byte first, with a mark', utf16(`\uFEFF${text}`, true)],
    [
      'windows-1252',
      joined([
        utf8('Title,Stars\nAm'),
        new Uint8Array([0xe9]),
        utf8('lie '),
        new Uint8Array([0x96, 32, 0x93, 0x80, 0x94]),
        utf8(',4\n'),
      ]),
    ],
  ])('reads %s', async (_what, bytes) => {
    expect(await cellsOf(bytes)).toEqual(cells);
  });

  it.each([true, false])('reads UTF-32 with a mark, low byte first: %s', async (isLittle) => {
    const bytes = new Uint8Array(Array.from(`\uFEFF${text}😀`).length * 4);
    const view = new DataView(bytes.buffer);
    Array.from(`\uFEFF${text}😀`).forEach((character, at) => {
      view.setUint32(at * 4, character.codePointAt(0) ?? 0, isLittle);
    });
    expect(await cellsOf(bytes)).toEqual([...cells, ['😀']]);
    expect(await openOne(bytes)).toMatchObject({ encoding: isLittle ? 'utf-32le' : 'utf-32be' });
    view.setUint32(20, 0x11_00_00, isLittle);
    expect(await openOne(bytes)).toMatchObject({ broken: [{ reason: 'bad-characters' }] });
  });

  it('tells what was taken for what, and reads it again as the person says', async () => {
    const russian = 'Title,Stars\nМастер и Маргарита,4\n';
    const cyrillic = await openOne(bytesIn('windows-1251', russian));
    expect(cyrillic).toMatchObject({ encoding: 'windows-1251' });
    const greek = bytesIn('windows-1253', 'Title,Stars\nΟ θίασος,4\n');
    const unsure = await openOne(greek);
    expect(unsure).toMatchObject({ encoding: 'windows-1252' });
    const again = await unsure.readAs?.('windows-1253');
    expect(again).toMatchObject({
      encoding: 'windows-1253',
      content: { table: { rows: [{ cells: ['Ο θίασος', '4'] }] } },
    });
    expect(await again?.readAs?.('utf-8')).toMatchObject({ encoding: 'utf-8', broken: [{ reason: 'bad-characters' }] });
    expect(await openOne(utf8(russian))).not.toHaveProperty('encoding');
  });

  it('reads UTF-16 without a mark', async () => {
    const plain = 'Title,Stars\nDune,4\n';
    for (const isBig of [true, false]) {
      expect(await cellsOf(utf16(plain, isBig))).toEqual([
        ['Title', 'Stars'],
        ['Dune', '4'],
      ]);
    }
  });

  it('reads windows-1252 whose first other character comes late, and UTF-8 cut anywhere into pieces', async () => {
    const late = joined([utf8(`A,B\n${'x,y\n'.repeat(200_000)}`), new Uint8Array([0xe9]), utf8(',1\n')]);
    expect(((await cellsOf(late)) as string[][]).at(-1)).toEqual(['é', '1']);
    const many = `A,B\n${'é€😀,y\n'.repeat(50_000)}`;
    expect(((await cellsOf(utf8(many))) as string[][]).every(([first]) => first === 'A' || first === 'é€😀')).toBe(
      true,
    );
  });

  it.each(['', '\uFEFF'])('reads UTF-8 with a broken byte as UTF-8, and says where it is', async (mark) => {
    const rows = Array.from({ length: 50 }, (_, at) => `Amélie ${at},4\n`).join('');
    const broken = joined([utf8(`${mark}Title,Stars\n${rows}Caf`), new Uint8Array([0xe9]), utf8(',3\nZoë,5\n')]);
    const file = await openOne(broken);
    expect(((await cellsOf(broken)) as string[][]).slice(-3)).toEqual([
      ['Amélie 49', '4'],
      ['Caf\uFFFD', '3'],
      ['Zoë', '5'],
    ]);
    expect('broken' in file && file.broken).toEqual([
      { line: 52, reason: 'bad-characters', column: 'Title', value: 'Caf\uFFFD', isSkipped: false },
    ]);
  });

  it.each([true, false])(
    'reads UTF-16 with half of a pair, and says where it is (high byte first: %s)',
    async (isBig) => {
      const broken = utf16('\uFEFFTitle,Stars\nAmélie,4\nCaf\uD83D,3\nZoë,5\n', isBig);
      const file = await openOne(broken);
      expect(await cellsOf(broken)).toEqual([
        ['Title', 'Stars'],
        ['Amélie', '4'],
        ['Caf\uFFFD', '3'],
        ['Zoë', '5'],
      ]);
      expect('broken' in file && file.broken).toEqual([
        { line: 3, reason: 'bad-characters', column: 'Title', value: 'Caf\uFFFD', isSkipped: false },
      ]);
    },
  );

  it('reads UTF-16 that is cut inside its last character', async () => {
    const cut = utf16('\uFEFFA,B\n1,2\n3,né', false).slice(0, -1);
    expect(await cellsOf(cut)).toEqual([
      ['A', 'B'],
      ['1', '2'],
      ['3', 'n\uFFFD'],
    ]);
  });

  it.each([true, false])(
    'takes nothing from UTF-16 of which a byte is missing (high byte first: %s)',
    async (isBig) => {
      const whole = utf16(`\uFEFFA,B\n${'word,2\n'.repeat(40)}`, isBig);
      const torn = joined([whole.slice(0, 101), whole.slice(102)]);
      expect(await openOne(torn)).toMatchObject({ problem: { id: 'broken-text' } });
    },
  );

  it('reads UTF-8 that is cut inside its last character', async () => {
    const cut = utf8('A,B\né,ü\nö,€').slice(0, -1);
    expect(await cellsOf(cut)).toEqual([
      ['A', 'B'],
      ['é', 'ü'],
      ['ö', '\uFFFD'],
    ]);
  });

  it('says nothing of a mark that somebody put into whole UTF-8, nor of windows-1252', async () => {
    expect(await openOne(utf8('A,B\nx\uFFFDy,1\n'))).not.toHaveProperty('broken');
    expect(await openOne(joined([utf8('A,B\nCaf'), new Uint8Array([0xe9]), utf8(',1\n')]))).not.toHaveProperty(
      'broken',
    );
  });

  it('reads 9 MB of UTF-8 with one broken byte, in a few times of what whole UTF-8 takes', async () => {
    const block = 'Amélie – “€”,4\n'.repeat(50_000);
    const pieces = ['A,B\n', ...Array.from({ length: 8 }, () => block)];
    const timed = async (blob: Blob): Promise<number> => {
      const began = performance.now();
      expect(await openOne(blob as unknown as string)).toMatchObject({ content: { sort: 'table' } });
      return performance.now() - began;
    };
    const whole = await timed(new Blob(pieces));
    expect(await timed(new Blob([...pieces, new Uint8Array([0xe9]), ',1\n']))).toBeLessThan(10 * whole + 1_000);
  });

  it('keeps a NUL in a cell', async () => {
    expect(await cellsOf(`A,B\n${'some,text\n'.repeat(20)}x\0y,1\n`)).toContainEqual(['x\0y', '1']);
  });

  it('says on which line a text breaks that announces its encoding', async () => {
    const marked = joined([utf8('\uFEFFA,B\n1,2\n3,'), new Uint8Array([0xe9]), utf8('\n')]);
    expect(await openOne(marked)).toMatchObject({ problem: { id: 'broken-text', line: 3 } });
    expect(await openOne(utf16('\uFEFFA,B\n1,2\n\uD800\uD800,\uD800\n', false))).toMatchObject({
      problem: { id: 'broken-text', line: 3 },
    });
  });

  it('refuses 200 MB of one line soon, without holding them, and says which line', async () => {
    const blob = new Blob(['A,B\n1,2\n', ...Array.from({ length: 200 }, () => 'x'.repeat(1_048_576))]);
    const began = performance.now();
    const memory = process.memoryUsage().rss;
    const file = await openOne(blob as unknown as string);
    expect(file).toMatchObject({ problem: { id: 'line-too-long', line: 3 } });
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(process.memoryUsage().rss - memory).toBeLessThan(100 * 1_048_576);
  });

  it('refuses one document that is too large, and lines that are', async () => {
    const limits = { documentBytes: 1_000, fileBytes: 2_000 };
    const many = Array.from({ length: 300 }, (_, at) => `${at},x`);
    expect(await openOne(`[${many.join(',').replaceAll('x', '1')}]`, { limits })).toMatchObject({
      problem: { id: 'too-large' },
    });
    expect(await openOne(`A,B\n${many.join('\n')}\n`, { limits })).toMatchObject({ content: { sort: 'table' } });
    expect(await openOne(`A,B\n${many.join('\n')}\n`.repeat(2), { limits })).toMatchObject({
      problem: { id: 'too-large' },
    });
  });

  it('reads any text that is written in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.stringMatching(/^[ -~À-ÿ€–]{1,20}$/u), { minLength: 2, maxLength: 9 }),
        async (names) => {
          const rows = names.map((name) => [`x${name.replaceAll('"', '')}x`, '1']);
          const csv = ['Title,Stars', ...rows.map(([name]) => `"${name}",1`)].join('\n');
          for (const bytes of [utf8(csv), utf16(`\uFEFF${csv}`, true), utf16(`\uFEFF${csv}`, false)]) {
            expect(await cellsOf(bytes)).toEqual([['Title', 'Stars'], ...rows]);
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
