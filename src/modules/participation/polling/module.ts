import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { forgetVoter } from "#modules/participation/roll/commands.ts";
import { listRolls } from "#modules/participation/roll/queries.ts";
import { pages } from "./pages.tsx";
import { ballotTraceable, mineEntries, personalRoll } from "./queries.ts";

export const polling: Module = {
  name: "participation/polling",
  pages: { [paths.ballots]: pages },
  mine: mineEntries,
  traceables: [ballotTraceable],
  personalData: {
    show: async (ctx, person) => ({
      ballots: (await listRolls(ctx, person)).map((row) => personalRoll(ctx, row)),
    }),
    erase: forgetVoter,
  },
};
