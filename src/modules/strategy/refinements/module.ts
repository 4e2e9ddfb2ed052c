import type { Context } from "#core/context.ts";
import { isId } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { type AmendmentRow, findAmendment } from "#modules/strategy/amendments/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { closeBeneath, followWords } from "./commands.ts";
import { pages } from "./pages.tsx";

type Happened = { readonly subjectId: string };

const withParent =
  (work: (ctx: Context, parent: AmendmentRow) => Promise<void>) =>
  async (ctx: Context, { subjectId }: Happened): Promise<void> => {
    const parent = isId<"amendment">(subjectId) ? await findAmendment(ctx, subjectId) : undefined;
    if (parent && parent.amendsId === null) await work(ctx, parent);
  };

const close = withParent(closeBeneath);

export const refinements: Module = {
  name: "strategy/refinements",
  pages: { [paths.amendments]: pages },
  reactions: {
    "amendment.accepted": close,
    "amendment.declined": close,
    "amendment.withdrawn": close,
    "amendment.hidden": close,
    "amendment.review": close,
    "amendment.carried": withParent(followWords),
  },
};
