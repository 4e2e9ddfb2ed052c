import type { Context } from "#core/context.ts";
import { isId } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { type AmendmentRow, findAmendment } from "#modules/strategy/amendments/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { closeBeneath, followWords, tellOffered } from "./commands.ts";
import { pages } from "./pages.tsx";

type Happened = { readonly subjectId: string };

type Work = (ctx: Context, row: AmendmentRow) => Promise<void>;

const withAmendment =
  (work: Work) =>
  async (ctx: Context, { subjectId }: Happened): Promise<void> => {
    const row = isId<"amendment">(subjectId) ? await findAmendment(ctx, subjectId) : undefined;
    if (row) await work(ctx, row);
  };

const withParent = (work: Work) =>
  withAmendment(async (ctx, row) => {
    if (row.amendsId === null) await work(ctx, row);
  });

const close = withParent(closeBeneath);
const offered = withAmendment(tellOffered);

export const refinements: Module = {
  name: "strategy/refinements",
  pages: { [paths.amendments]: pages },
  reactions: {
    "amendment.proposed": offered,
    "amendment.open": offered,
    "amendment.accepted": close,
    "amendment.declined": close,
    "amendment.withdrawn": close,
    "amendment.hidden": close,
    "amendment.review": close,
    "amendment.carried": withParent(followWords),
  },
};
