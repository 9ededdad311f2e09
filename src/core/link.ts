/**
 * What a link may be: https:, http:, mailto: or relative. A scheme may hide behind control characters
 * and spaces, which browsers drop.
 */
export const SAFE_LINK = /^(https?:|mailto:|(?![\0-\x20]*[a-z][\w+.\-\t\n\r]*:))/i;
