// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { isInPlace, placeBeside, putIn } from '../../../src/inline/place.ts';

function page(markup: string, width = 800): Element {
  document.body.innerHTML = markup;
  const anchor = document.querySelector('#anchor')!;
  for (const element of document.querySelectorAll('*')) {
    Object.defineProperty(element, 'clientWidth', { value: width, configurable: true });
  }
  return anchor;
}

describe('placeBeside', () => {
  afterEach(() => {
    document.body.innerHTML = '';
  });

  it.each([
    ['after a heading', '<h1 id="anchor">A</h1>', 'h1', 'after'],
    ['out of the heading around a link', '<h3><a id="anchor" href="/a">A</a></h3>', 'h3', 'after'],
    ['out of a link that is only the title', '<a href="/a"><h3 id="anchor">A</h3></a>', 'a', 'after'],
    ['inside a link that is the whole card', '<a href="/a"><img><h3 id="anchor">A</h3></a>', 'h3', 'after'],
    [
      'inside a heading whose parent lines its children up',
      '<div style="display:flex"><h1 id="anchor">A</h1></div>',
      'h1',
      'inside',
    ],
    ['inside a heading in a grid', '<div style="display:grid"><h1 id="anchor">A</h1></div>', 'h1', 'inside'],
    [
      'after a heading in a column',
      '<div style="display:flex;flex-direction:column"><h1 id="anchor">A</h1></div>',
      'h1',
      'after',
    ],
  ])('goes %s', (_what, markup, spot, where) => {
    const place = placeBeside(page(markup), 'full');
    expect([place.spot.localName, place.where]).toEqual([spot, where]);
    const host = document.createElement('span');
    putIn(place, host);
    expect(isInPlace(place, host)).toBe(true);
    host.remove();
    expect(isInPlace(place, host)).toBe(false);
  });

  it('is compact where there is no room for more', () => {
    expect(placeBeside(page('<h1 id="anchor">A</h1>', 320), 'full').form).toBe('full');
    expect(placeBeside(page('<h1 id="anchor">A</h1>', 280), 'full').form).toBe('compact');
    expect(placeBeside(page('<h1 id="anchor">A</h1>', 800), 'compact').form).toBe('compact');
  });

  it('is dark where words are light, and runs as they run', () => {
    const dark = placeBeside(page('<h1 id="anchor" style="color:rgb(240, 240, 240);direction:rtl">A</h1>'), 'full');
    expect(dark).toMatchObject({ isDark: true, direction: 'rtl' });
    const light = placeBeside(page('<h1 id="anchor" style="color:rgb(20, 20, 20)">A</h1>'), 'full');
    expect(light).toMatchObject({ isDark: false, direction: 'ltr' });
  });
});
