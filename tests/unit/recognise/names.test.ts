// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement, foldName } from '../../../src/recognise/agreement.ts';
import { cleanName, titleParts } from '../../../src/recognise/clean-name.ts';
import { tidy, visibleText } from '../../../src/recognise/text.ts';
import { pageOf } from '../../support/read-page.ts';

describe('cleanName', () => {
  it.each([
    ['  Two\n  words ', 'Two words'],
    ['Salt &amp;amp; pepper', 'Salt & pepper'],
    ['Caf&#233; &#x26; bar', 'Café & bar'],
    ['<b>Bold</b> name', 'Bold name'],
    ['Line one<br />line <a href="/x">two</a>', 'Line one line two'],
    ['&lt;i&gt;Dune&lt;/i&gt; &lt;img src="x"&gt;', 'Dune'],
    ['Rust: Vec<T> and Vec<U>', 'Rust: Vec<T> and Vec<U>'],
    ['C++ <algorithm> and <map>', 'C++ <algorithm> and <map>'],
    ['<items> of <i>Dune</i> <3', '<items> of Dune <3'],
    ['Map&lt;K, V&gt; <3', 'Map<K, V> <3'],
    ['<Untitled>', '<Untitled>'],
    ['Details about  Old lamp', 'Old lamp'],
    ['Slicer - Buy slicers, cheese slicers on Shop', 'Slicer'],
    ['Legend 200ml model: ', 'Legend 200ml'],
    ['a\u202Eb\u200Bc\uE000d', 'abcd'],
    ['\uD800x', 'x'],
    ['Buy', 'Buy'],
    ['5 < 6 & 7 > 2', '5 < 6 & 7 > 2'],
    ['می‌روم', 'می‌روم'],
    ['***', ''],
    ['', ''],
  ])('makes %j read %j', (raw, expected) => {
    expect(cleanName(raw)).toBe(expected);
  });

  it('looks through a name full of brackets in no time', () => {
    const beganMs = performance.now();
    for (const text of ['<a'.repeat(1_000), '<a>'.repeat(700), `${'<ab '.repeat(500)}</a>`]) {
      cleanName(text);
    }
    expect(performance.now() - beganMs).toBeLessThan(1_000);
  });

  it('is bounded, tidy and well formed whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (raw) => {
        const name = cleanName(raw);
        expect(name.length).toBeLessThanOrEqual(300);
        expect(name).not.toMatch(/^\s|\s$|\p{Cs}|\p{Cc}/u);
        expect(tidy(name)).toBe(name);
      }),
    );
  });
});

it('takes a title apart where its parts are joined', () => {
  expect(titleParts('Lamp Nora - brass | Lamps | Corner Store')).toEqual([
    'Lamp Nora',
    'brass',
    'Lamps',
    'Corner Store',
  ]);
  expect(titleParts('Spider-Man: Far')).toEqual(['Spider-Man: Far']);
});

describe('visibleText', () => {
  it('leaves out what nobody reads in a heading', () => {
    const heading = pageOf(
      '<h1><span class="sr-only">Item:</span> Lamp <!-- x --><b>Nora</b><script>1</script><button>Save</button><span hidden>no</span><select><option>S</select></h1>',
    ).querySelector('h1')!;
    expect(visibleText(heading)).toBe('Lamp Nora');
  });

  it('stops in an element that has no end', () => {
    const body = pageOf(`<p>${'<i>word </i>'.repeat(2_000)}</p>`).body;
    expect(visibleText(body).length).toBeLessThanOrEqual(300);
  });
});

describe('agreement', () => {
  const of = (left: string, right: string): number => agreement(foldName(left), foldName(right));

  it('is whole for one name in other letters, and nothing for none', () => {
    expect(of('Señor Café', 'SENOR CAFE!')).toBe(1);
    expect([of('', 'x'), of('x', ''), of('', '')]).toEqual([0, 0, 0]);
  });

  it('is more the more of a name another holds', () => {
    expect(of('Lamp Nora', 'Lamp Nora brass')).toBeGreaterThan(
      of('Lamp Nora', 'Lamp Nora brass with a very long shade'),
    );
    expect(of('Lamp Nora', 'Lamp Nora brass with a very long shade')).toBeGreaterThanOrEqual(0.6);
    expect(of('Lamp Nora', 'Kettle Bora')).toBeLessThan(0.5);
  });

  it('is the same either way round, between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        expect(of(left, right)).toBe(of(right, left));
        expect(of(left, right)).toBeGreaterThanOrEqual(0);
        expect(of(left, right)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
