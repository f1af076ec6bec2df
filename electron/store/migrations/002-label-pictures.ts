/** A picture of each of the marketplace's labels beside its ZPL, for print heads finer than 203 dpi. */
export const sql = `
ALTER TABLE stickers ADD COLUMN png BLOB;
ALTER TABLE supply_qrs ADD COLUMN png BLOB;
`
