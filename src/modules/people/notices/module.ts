import type { Context } from "#core/context.ts";
import type { MineEntry, Module } from "#core/module.ts";
import { forgetNotices } from "./commands.ts";
import { jobs } from "./jobs.ts";
import { listCurrent, tellNotices } from "./queries.ts";

/** What was told is something to look at, not to do: it does not wait once its day has come. */
const waits = new Set(["call", "invitation", "handover", "wish", "pool"]);

const mine = async (ctx: Context): Promise<readonly MineEntry[]> => {
  if (ctx.actor.kind !== "person") return [];
  const rows = await listCurrent(ctx, ctx.actor.id);
  return rows.map(({ kind, title, text, path, notBefore }) => ({
    title,
    text,
    href: path,
    waiting: waits.has(kind),
    at: notBefore,
  }));
};

export const notices: Module = {
  name: "people/notices",
  mine,
  jobs,
  personalData: {
    show: async (ctx, person) => ({ notices: await tellNotices(ctx, person) }),
    erase: forgetNotices,
  },
};
