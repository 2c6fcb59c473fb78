import '../../../../support/fake-browser.ts';
import { afterEach, expect, it } from 'vitest';
import { formatBytes } from '../../../../../src/ui/dashboard/about/format-bytes.ts';
import { speak } from '../../../../support/fake-browser.ts';

afterEach(() => speak('en'));

it.each([
  [0, '0 bytes', '0 Byte'],
  [1, '1 byte', '1 Byte'],
  [999, '999 bytes', '999 Byte'],
  [4200, '4.2 kB', '4,2 kB'],
  [10_737_418_240, '10.7 GB', '10,7 GB'],
  [3e15, '3,000 TB', '3.000 TB'],
])('tells %d bytes as people say it', (bytes, english, german) => {
  expect(formatBytes(bytes).replaceAll(/\s/gu, ' ')).toBe(english);
  speak('de');
  expect(formatBytes(bytes).replaceAll(/\s/gu, ' ')).toBe(german);
});
