import { runConformance } from './conformance.ts';

/** `npx --package @sayso/customer sayso-conformance https://shop.example`: a line for each rule; ends with 1 when one is not kept. */
const [, , origin] = process.argv;

if (origin === undefined || !URL.canParse(origin) || new URL(origin).origin !== origin) {
  console.error('Usage: sayso-conformance <origin>, such as https://shop.example');
  process.exitCode = 2;
} else {
  const results = await runConformance(origin);
  for (const { rule, fault } of results) {
    console.log(fault === undefined ? `kept    ${rule}` : `BROKEN  ${rule}\n        ${fault}`);
  }
  const broken = results.filter(({ fault }) => fault !== undefined).length;
  console.log(
    broken === 0 ? `All ${results.length} rules are kept.` : `${broken} of ${results.length} rules are not kept.`,
  );
  process.exitCode = broken === 0 ? 0 : 1;
}
