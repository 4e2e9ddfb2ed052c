import type { Id } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { freeFund, takeResult, tellOnBallot } from "./commands.ts";
import { pages } from "./pages.tsx";

type News = { readonly subjectId: string };
const ballotOf = ({ subjectId }: News) => subjectId as Id<"ballot">;

export const fundBallots: Module = {
  name: "participation/fund-ballots",
  pages: { [paths.register]: pages },
  reactions: {
    "ballot.announced": (ctx, news) => tellOnBallot(ctx, ballotOf(news)),
    "ballot.published": (ctx, news) => takeResult(ctx, ballotOf(news)),
    "ballot.canceled": (ctx, news) => freeFund(ctx, ballotOf(news)),
  },
};
