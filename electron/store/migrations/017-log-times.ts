/** A day's lines of the log are found by their time: what a packer did on it is counted from them. */
export const sql = `
CREATE INDEX log_by_time ON log (at);
`
