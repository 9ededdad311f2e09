/**
 * Tells `npm test` what web-test-runner counted, in one line that is easy to read back. A file that could not
 * be run at all counts as one failed test.
 *
 * @returns {import('@web/test-runner-core').Reporter}
 */
export function countReporter() {
  return {
    onTestRunFinished({sessions}) {
      const counts = sessions.map(countSession);
      const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
      console.log(`\n# pass ${sum('passed')}\n# fail ${sum('failed')}\n# skipped ${sum('skipped')}`);
    },
  };
}

/** @param {import('@web/test-runner-core').TestSession} session */
function countSession({passed, testResults}) {
  const tests = testResults ? testsIn(testResults) : [];
  const failed = tests.filter((test) => !test.passed && !test.skipped).length;
  const skipped = tests.filter((test) => test.skipped).length;
  return {passed: tests.length - failed - skipped, failed: failed || (passed ? 0 : 1), skipped};
}

/** @param {import('@web/test-runner-core').TestSuiteResult} suite */
function testsIn({tests, suites}) {
  return [...tests, ...suites.flatMap(testsIn)];
}
