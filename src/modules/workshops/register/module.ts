import type { Context } from "#core/context.ts";
import type { Module } from "#core/module.ts";
import type { Named } from "#core/traceable.ts";
import { paths } from "#modules/workshops/paths.ts";
import { may } from "#modules/workshops/policy.ts";
import { findNamed, nameWorkshops } from "#modules/workshops/queries.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";

const named = (rows: Awaited<ReturnType<typeof nameWorkshops>>): readonly Named[] =>
  rows.map(({ id, title, slug }) => ({ kind: "workshop", id, title, path: paths.show(slug) }));

export const register: Module = {
  name: "workshops/register",
  pages: { [paths.register]: pages },
  officeMenu: (ctx) => (may.run(ctx) ? [{ href: paths.register, label: say(ctx)("heading"), rank: 60 }] : []),
  traceables: [
    {
      kind: "workshop",
      noun: (ctx: Context) => say(ctx)("title"),
      name: async (ctx, ids) => named(await nameWorkshops(ctx, ids)),
      find: async (ctx, words) => named(await findNamed(ctx, words)),
    },
  ],
};
