/**
 * A table as a spreadsheet opens it: RFC 4180, in UTF-8 with the mark at its start without which Excel takes the
 * text for another encoding. https://www.rfc-editor.org/rfc/rfc4180
 */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(field).join()}\r\n`).join('')}`;

/** Always in quotes, so that nothing in it can end the field. */
const field = (text: string): string => `"${disarm(text).replaceAll('"', '""')}"`;

/**
 * A spreadsheet would run it as a formula: the apostrophe makes it text.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const disarm = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
