import { runConformance } from './conformance.ts';

/**
 * `npx --package @sayso/customer sayso-conformance https://shop.example [10]`: a line for each rule; ends with 1 when one is not
 * kept. The number is how many seconds an answer may take.
 */
const [, , origin, seconds = '10'] = process.argv;

if (
  origin === undefined ||
  !URL.canParse(origin) ||
  new URL(origin).origin !== origin ||
  !/^[1-9]\d{0,2}$/u.test(seconds)
) {
  console.error('Usage: sayso-conformance <origin> [seconds], such as https://shop.example 10');
  process.exitCode = 2;
} else {
  const results = await runConformance(origin, { patienceMs: Number(seconds) * 1_000 });
  for (const { rule, fault } of results) {
    console.log(fault === undefined ? `kept    ${rule}` : `BROKEN  ${rule}\n        ${fault}`);
  }
  const broken = results.filter(({ fault }) => fault !== undefined).length;
  console.log(
    broken === 0 ? `All ${results.length} rules are kept.` : `${broken} of ${results.length} rules are not kept.`,
  );
  process.exitCode = broken === 0 ? 0 : 1;
}
