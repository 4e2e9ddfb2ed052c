import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Traceable } from "#core/traceable.ts";
import { say } from "#modules/reports/messages.ts";
import { paths } from "#modules/reports/paths.ts";

const named = ({ id, title, slug }: { id: string; title: string; slug: string }) => ({
  kind: "report",
  id,
  title,
  path: paths.show(slug),
});

const sealed = (ctx: Context) =>
  ctx.db.selectFrom("reports").select(["id", "title", "slug"]).where("state", "=", "sealed");

/** Sealed reports can be traced. */
export const reportsTraced: Traceable = {
  kind: "report",
  noun: (ctx) => say(ctx)("noun"),
  name: async (ctx, ids) => {
    const rows = await sealed(ctx)
      .where("id", "in", ids as readonly Id<"report">[])
      .limit(500)
      .execute();
    return rows.map(named);
  },
  find: async (ctx, words) => {
    const rows = await sealed(ctx)
      .where("title", "ilike", `%${words.replace(/[\\%_]/gu, "\\$&")}%`)
      .orderBy("sealedAt", "desc")
      .limit(10)
      .execute();
    return rows.map(named);
  },
};
