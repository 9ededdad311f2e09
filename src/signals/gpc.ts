declare global {
  interface Navigator {
    /** https://w3c.github.io/gpc/ */
    readonly globalPrivacyControl?: unknown;
  }
}

/** Global Privacy Control: on only when the browser says exactly `true`; `null` where it has no such property. */
export function readGpc({globalPrivacyControl}: Pick<Navigator, 'globalPrivacyControl'> = navigator):
  boolean | null {
  return globalPrivacyControl === undefined ? null : globalPrivacyControl === true;
}
