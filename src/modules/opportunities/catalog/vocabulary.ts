import { type Rhythm, rhythms } from "#modules/opportunities/vocabulary.ts";
import { accessibilities, type Field, fields, spokenLanguages } from "#modules/organizations/vocabulary.ts";

/** When somebody has time, as the address says it. */
export const times = ["tag", "abend", "wochenende"] as const;
/** How far in kilometers, or from home. */
export const ranges = ["3", "10", "25", "50", "zuhause"] as const;
/** At most so many minutes. */
export const lengths = ["60", "120", "240"] as const;
export const ageLimits = ["12", "14", "16", "18"] as const;
export const orders = ["passt", "nah", "neu"] as const;

export type Order = (typeof orders)[number];
type Asked = Readonly<Record<string, string | readonly string[]>>;

/** What the address asks for; whatever it says wrongly is left out. */
export type Filters = {
  readonly q: string;
  readonly feld: readonly Field[];
  readonly zeit: readonly (typeof times)[number][];
  readonly rhythmus: readonly Rhythm[];
  readonly plz: string;
  readonly umkreis: (typeof ranges)[number] | "";
  readonly sprachen: readonly string[];
  readonly barrierefrei: readonly string[];
  readonly alter: (typeof ageLimits)[number] | "";
  readonly dauer: (typeof lengths)[number] | "";
  readonly organisation: string;
  readonly sortierung: Order;
  readonly seite: number;
};

export type FilterName = keyof Filters;

const list = (asked: Asked, name: string): readonly string[] => {
  const value = asked[name] ?? [];
  return typeof value === "string" ? [value] : value;
};

const chosen = <Code extends string>(asked: Asked, name: string, codes: readonly Code[]): Code[] =>
  codes.filter((code) => list(asked, name).includes(code));

const one = <Code extends string>(asked: Asked, name: string, codes: readonly Code[]): Code | "" =>
  chosen(asked, name, codes)[0] ?? "";

const typed = (asked: Asked, name: string, max: number): string =>
  (list(asked, name)[0] ?? "").trim().slice(0, max);

/** Reads an address. A time of the week is asked for by three words, a place by its postcode. */
export const readFilters = (asked: Asked): Filters => ({
  q: typed(asked, "q", 120),
  feld: chosen(asked, "feld", fields),
  zeit: chosen(asked, "zeit", times),
  rhythmus: chosen(asked, "rhythmus", rhythms),
  plz: typed(asked, "plz", 10),
  umkreis: one(asked, "umkreis", ranges),
  sprachen: chosen(asked, "sprachen", spokenLanguages),
  barrierefrei: chosen(asked, "barrierefrei", accessibilities),
  alter: one(asked, "alter", ageLimits),
  dauer: one(asked, "dauer", lengths),
  organisation: /^[a-z0-9-]{1,120}$/u.test(typed(asked, "organisation", 120))
    ? typed(asked, "organisation", 120)
    : "",
  sortierung: one(asked, "sortierung", orders) || "passt",
  seite: Math.min(500, Math.max(1, Math.trunc(Number(typed(asked, "seite", 4))) || 1)),
});

/** No wish at all. */
export const noFilters: Filters = readFilters({});

/** The address that asks for this, without what nobody asked. */
export const addressOf = (filters: Filters, path = "/angebote"): string => {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (name === "sortierung" && value === "passt") continue;
    if (name === "seite" && value === 1) continue;
    for (const item of Array.isArray(value) ? value : [value])
      if (item !== "") parameters.append(name, String(item));
  }
  return parameters.size === 0 ? path : `${path}?${parameters}`;
};

/** The same wish without one of its values. */
export const without = (filters: Filters, name: FilterName, value: string): Filters => {
  const present = filters[name];
  const changed = Array.isArray(present) ? present.filter((item) => item !== value) : "";
  return { ...filters, [name]: changed, seite: 1 };
};
