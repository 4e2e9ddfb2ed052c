import { isId } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import type { Traceable } from "#core/traceable.ts";
import { paths } from "#modules/strategy/paths.ts";
import { forgetAuthor, moveAuthors } from "./commands.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";
import { type AmendmentId, findAmendments, nameAmendments, tellOwn } from "./queries.ts";

const amendment: Traceable = {
  kind: "amendment",
  noun: (ctx) => say(ctx)("noun"),
  name: (ctx, ids) => nameAmendments(ctx, ids as readonly AmendmentId[]),
  find: findAmendments,
};

export const amendments: Module = {
  name: "strategy/amendments",
  pages: { [paths.amendments]: pages },
  traceables: [amendment],
  personalData: {
    show: async (ctx, person) => ({ amendments: await tellOwn(ctx, person) }),
    erase: forgetAuthor,
  },
  reactions: {
    "organization.merged": async (ctx, { data }) => {
      const [from, into] = [String(data["from"]), String(data["into"])];
      if (isId<"organization">(from) && isId<"organization">(into)) await moveAuthors(ctx, from, into);
    },
  },
};
