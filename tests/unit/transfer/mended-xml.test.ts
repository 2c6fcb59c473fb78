import { describe, expect, it } from 'vitest';
import { mendedXml } from '../../../src/transfer/mended-xml.ts';
import { parseXml } from '../../../src/transfer/xml.ts';

describe('mendedXml', () => {
  it('lets lone ampersands stand for themselves, outside of CDATA and in it', () => {
    const text = '<l>\n<a>Cat & Mouse &amp; R&D;x &#33;</a><b><![CDATA[& <i>]]></b><c>&&</c>\n</l>';
    expect(mendedXml(text)).toContain('Cat &amp; Mouse &amp; R&D;x &#33;');
    const [a, b, c] = parseXml(text.replace('R&D;', 'R& D')).children;
    expect([a?.text, b?.text, c?.text]).toEqual(['Cat & Mouse & R& Dx !', '& <i>', '&&']);
    expect(c?.line).toBe(2);
  });

  it('marks characters that can’t be there as lost, and takes a declaration that comes late', () => {
    expect(parseXml('\n <?xml version="1.0"?>\n<a>x\u0008y<b><![CDATA[\u0001]]></b></a>')).toMatchObject({
      text: 'x\uFFFDy',
      line: 3,
      children: [{ text: '\uFFFD' }],
    });
  });

  it('leaves alone what is XML, and what can’t be mended', () => {
    expect(mendedXml('<a>&amp;</a>')).toBe('<a>&amp;</a>');
    expect(mendedXml('<a>&own;</a>')).toBe('<a>&own;</a>');
    expect(() => parseXml('<a>&own;</a>')).toThrow();
  });

  it('needs no more than proportional time', () => {
    const began = performance.now();
    mendedXml('<![CDATA['.repeat(200_000));
    mendedXml('&'.repeat(500_000));
    mendedXml(`<?xml ${' '.repeat(500_000)}`);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
