import type { Id } from "#core/id.ts";

const shelf = "/berichte";
const register = "/buero/berichte";
const draft = (id: Id<"report">) => `${register}/${id}`;

/** Every address of the reports. */
export const paths = {
  shelf,
  show: (slug: string) => `${shelf}/${slug}`,
  file: (slug: string, ending: "pdf" | "json" | "csv") => `${shelf}/${slug}.${ending}`,
  register,
  draft,
  block: (id: Id<"report">, key: string) => `${draft(id)}/teile/${encodeURIComponent(key)}`,
  blocks: (id: Id<"report">) => `${draft(id)}/teile`,
  preview: (id: Id<"report">) => `${draft(id)}/vorschau.pdf`,
  seal: (id: Id<"report">) => `${draft(id)}/siegel`,
} as const;
