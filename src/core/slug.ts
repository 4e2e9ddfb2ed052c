const letters: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  ł: "l",
  đ: "d",
  æ: "ae",
  ø: "o",
};

/** "Frühling für Běła Woda" → "fruehling-fuer-bela-woda": a title as part of an address that can be read out. */
export const slugOf = (title: string, otherwise = "eintrag"): string => {
  const plain = title
    .toLowerCase()
    .normalize("NFC")
    .replace(/[äöüßłđæø]/gu, (letter) => letters[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/gu, "-")
    .slice(0, 80)
    .replace(/^-+|-+$/gu, "");
  return plain === "" ? otherwise : plain;
};

/** The slug, or the slug with the first free number: "stammtisch-2". */
export const freeSlug = (slug: string, taken: readonly string[]): string => {
  const used = new Set(taken);
  if (!used.has(slug)) return slug;
  for (let number = 2; ; number += 1) {
    const candidate = `${slug}-${number}`;
    if (!used.has(candidate)) return candidate;
  }
};
