// @ts-check
/** Lines of a failure's message that are told again at the end. */
const LINES = 12;

/**
 * What one run of the test runner did not prove, by its JSON report, to be told again below everything else: who sees
 * only the end of a long log still learns what failed. Empty where there is no report to read: that was said before.
 *
 * @param {string} report - JSON as the test runner wrote it
 * @returns {string[]} a text for each test that is not a pass and each file that did not load, its message cut short
 */
export function listFailures(report) {
  /** @typedef {{ status: string, fullName: string, failureMessages?: string[] | null }} Test */
  /** @type {{ testResults?: { name: string, status: string, message?: string, assertionResults: Test[] }[] }} */
  let read;
  try {
    read = JSON.parse(report);
  } catch {
    return [];
  }
  return (read.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status !== 'passed');
    if (failed.length === 0 && status === 'failed') {
      return [told(name, 'did not load', message ?? '')];
    }
    return failed.map((test) => told(name, `${test.fullName} (${test.status})`, test.failureMessages?.[0] ?? ''));
  });
}

/**
 * @param {string} file
 * @param {string} what
 * @param {string} message
 */
function told(file, what, message) {
  const shown = message.split('\n', LINES).map((line) => `\n    ${line}`);
  return `${file}: ${what}${message === '' ? '' : shown.join('')}`;
}
