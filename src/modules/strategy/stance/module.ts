import { holds } from "#core/actor.ts";
import type { Module } from "#core/module.ts";
import { ownSeats } from "#modules/consortium/seats/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { say } from "./messages.ts";
import { amendmentPages, packagePages } from "./pages.tsx";
import { listAsked } from "./queries.ts";

export const stance: Module = {
  name: "strategy/stance",
  pages: { [paths.packageStances]: packagePages, [paths.amendmentStances]: amendmentPages },
  mineMenu: (ctx) =>
    holds(ctx.actor, "consortium")
      ? [{ href: paths.packageStances, label: say(ctx)("heading"), rank: 61 }]
      : [],
  mine: async (ctx) => {
    const { packages, amendments } = await listAsked(ctx, await ownSeats(ctx));
    const words = say(ctx);
    const latest = amendments.toSorted((one, other) => +other.madeAt - +one.madeAt)[0];
    return [
      ...packages.map(({ number, title, madeAt }) => ({
        title,
        text: words("packageWaits"),
        href: paths.packageStance(number),
        waiting: true,
        at: madeAt,
      })),
      ...(latest
        ? [
            {
              title: words("amendmentsWait", { n: amendments.length }),
              text: words("amendmentsText"),
              href: `${paths.packageStances}#aenderungen`,
              waiting: false,
              at: latest.madeAt,
            },
          ]
        : []),
    ];
  },
};
