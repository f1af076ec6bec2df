/** Labels of orders that cross a border: PDF, as the marketplace draws them. */
export const sql = `
CREATE TABLE border_labels (
  order_id INTEGER PRIMARY KEY,
  pdf BLOB NOT NULL
) STRICT;
`
