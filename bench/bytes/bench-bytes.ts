import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** What a site carries because of Sayso, minified and gzipped, in bytes. Budgets of the design, section 6. */
const BUDGETS = [
  { what: 'a site not chosen', files: [], most: 0 },
  {
    what: 'provider and bridge, on a connected site',
    files: ['src/page/provider.iife.js', 'src/bridge/bridge.iife.js'],
    most: 4_000,
  },
  { what: 'stars and recogniser, where the person turned them on', files: ['src/inline/inline.iife.js'], most: 20_000 },
] as const;

/** @returns whether every budget held */
export async function benchBytes(): Promise<boolean> {
  const manifest = JSON.parse(readFileSync('dist/chrome/manifest.json', 'utf8')) as Record<string, unknown>;
  const resources = manifest['web_accessible_resources'] === undefined ? 0 : 1;
  console.log(`bytes   web-accessible resources: ${String(resources)}  (hold 0)`);
  let isHeld = resources === 0;
  for (const { what, files, most } of BUDGETS) {
    const bytes = files.reduce(
      (sum, file) => sum + gzipSync(readFileSync(`dist/chrome/${file}`), { level: 9 }).length,
      0,
    );
    isHeld &&= bytes <= most;
    console.log(`  ${what}: ${bytes.toLocaleString('en')} bytes gzipped  (hold ≤ ${most.toLocaleString('en')})`);
  }
  return Promise.resolve(isHeld);
}
