/** Titles of resolutions of the example town, for whoever ties its measures to them. */
export const toldResolutions = {
  rooms: "Turnhalle und Aula an allen Abenden offen",
  small: "Eine Seite für Anträge bis 500 Euro",
  benches: "Mitfahrbänke in fünf Ortsteilen",
  mentors: "Patinnen und Paten für Neue",
  strategy: "Die Strategie wird neu verhandelt",
  breakfast: "Unternehmensstammtisch viermal im Jahr",
} as const;
