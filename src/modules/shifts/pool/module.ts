import { dayAndTime } from "#core/date.ts";
import type { Module } from "#core/module.ts";
import { paths } from "#modules/shifts/paths.ts";
import { forgetPools } from "./commands.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";
import { tellPools } from "./queries.ts";

export const pool: Module = {
  name: "shifts/pool",
  pages: { [paths.plans]: pages },
  personalData: {
    show: async (ctx, person) => ({
      helpers: (await tellPools(ctx, person)).map(
        ({ mostMinutesADay, mostMinutesAWeek, wishes, ...helper }) => ({
          ...helper,
          mostHoursADay: mostMinutesADay === null ? null : mostMinutesADay / 60,
          mostHoursAWeek: mostMinutesAWeek === null ? null : mostMinutesAWeek / 60,
          wishes: wishes.map(
            ({ start, role, preference }) =>
              `${dayAndTime(ctx, new Date(start))}, ${role}: ${say(ctx)(`preference_${preference}`)}`,
          ),
        }),
      ),
    }),
    erase: forgetPools,
  },
};
