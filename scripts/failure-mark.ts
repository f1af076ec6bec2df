/** Begins a line of a test runner's output that is a failure as JSON. */
export const FAILURE_MARK = 'FAILURE-AS-JSON '
