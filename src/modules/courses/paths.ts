import type { Id } from "#core/id.ts";

type Qualification = Id<"qualification">;
type Held = Id<"heldQualification">;
type Person = Id<"person">;

/** Every address of what one is qualified for. */
export const paths = {
  list: "/buero/qualifikationen",
  one: (id: Qualification) => `/buero/qualifikationen/${id}`,
  retire: (id: Qualification) => `/buero/qualifikationen/${id}/ende`,
  /** What the office knows of one person. */
  person: (id: Person) => `/buero/menschen/${id}/qualifikationen`,
  seen: (person: Person, held: Held) => `/buero/menschen/${person}/qualifikationen/${held}/gesehen`,
  ended: (person: Person, held: Held) => `/buero/menschen/${person}/qualifikationen/${held}/ende`,
  mine: "/mein/qualifikationen",
  mineEnd: (held: Held) => `/mein/qualifikationen/${held}/ende`,
} as const;
