/** What in a free text could tell who wrote it, or of whom it speaks. */
export type TextHint = {
  readonly kind: "email" | "phone" | "web" | "name" | "street";
  readonly found: string;
};

const patterns: readonly (readonly [TextHint["kind"], RegExp])[] = [
  ["email", /[\p{L}\d._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu],
  ["web", /(?:https?:\/\/|www\.)\S+/giu],
  ["phone", /(?<![\p{L}\d.,])\+?\d(?:[ ()/-]{0,2}\d){5,}(?![\p{L}\d])/gu],
  ["street", /\p{Lu}[\p{L}-]*(?:straße|strasse|str\.|weg|platz|allee|gasse|ring)\s\d+\s?[a-z]?(?!\p{L})/gu],
  [
    "name",
    /(?<!\p{L})(?:Herrn?|Frau|Familie|Fam\.|Dr\.|Prof\.|Pfarrer(?:in)?|Pan|Pani)\s(?:(?:Dr|Prof)\.\s)?\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?/gu,
  ],
];

/** Finds addresses, numbers and names that follow "Herr" or "Frau"; a name alone cannot be told from other words. */
export const hintsIn = (text: string): readonly TextHint[] => {
  const hints = patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(([found]) => ({ kind, found: found.trim() })),
  );
  const unique = new Map(hints.map((hint) => [`${hint.kind} ${hint.found}`, hint]));
  return [...unique.values()];
};
