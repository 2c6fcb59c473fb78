// @ts-check
/**
 * Counts what one run of the test runner proved, by its JSON report. Whatever is not plainly a pass is a failure: a
 * test that was skipped, a file that did not load, an error outside any test, a run without tests, no report at all.
 *
 * @param {() => string} readReport
 * @param {boolean} isDone - whether the test runner itself ended well
 * @returns {{ passed: number, failed: number }}
 */
export function countTests(readReport, isDone) {
  /** @type {{ numPassedTests: number, numTotalTests: number, testResults: { status: string, name: string }[] }} */
  let report;
  try {
    report = JSON.parse(readReport());
  } catch {
    console.error('The test runner left no report.');
    return { passed: 0, failed: 1 };
  }
  const passed = report.numPassedTests;
  const failed = report.numTotalTests - passed;
  const isSound = isDone && passed > 0;
  return { passed, failed: failed === 0 && !isSound ? 1 : failed };
}
