import { dayWithYear } from "#core/date.ts";
import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { jobs } from "./jobs.ts";
import { say } from "./messages.ts";
import { officePages, ownPages } from "./pages.tsx";
import { listOwnWaiting } from "./queries.ts";

export const circulars: Module = {
  name: "consortium/circulars",
  pages: { [paths.circulars]: officePages, [`${paths.mine}/umlauf`]: ownPages },
  mine: async (ctx) =>
    (await listOwnWaiting(ctx)).map(({ motionId, title, seat, dueAt, openedAt }) => ({
      title,
      text: say(ctx)("openText", { seat, day: dayWithYear(ctx, dueAt) }),
      href: paths.circular(motionId),
      waiting: true,
      at: openedAt,
    })),
  jobs,
};
