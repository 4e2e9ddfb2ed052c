/** Headings of a table of helpers, beside those that tell who they are. */
export const helperColumns = {
  roles: ["aufgaben", "wunsch", "wünsche", "wuensche", "rollen", "gern", "aufgabe"],
  times: ["zeiten", "zeit", "kann", "verfügbar", "verfuegbar"],
  mostShifts: [
    "schichten höchstens",
    "schichten hoechstens",
    "höchstens",
    "hoechstens",
    "anzahl schichten",
    "max",
  ],
  hoursADay: ["stunden am tag", "stunden pro tag"],
  together: ["zusammen mit", "zusammen", "mit wem"],
  words: ["hinweis", "bemerkung"],
} as const;
export type HelperColumn = keyof typeof helperColumns;
