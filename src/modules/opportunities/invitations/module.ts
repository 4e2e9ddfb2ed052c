import type { Module } from "#core/module.ts";
import { manage } from "#modules/opportunities/paths.ts";
import { eraseInvitations, lapse } from "./commands.ts";
import { officePages, pagesOf } from "./pages.tsx";
import { showInvitations } from "./queries.ts";
import { seed } from "./seed.ts";

export const invitations: Module = {
  name: "opportunities/invitations",
  pages: {
    [manage.mine.list]: pagesOf("mine"),
    [manage.office.list]: pagesOf("office").route("/", officePages),
  },
  reactions: {
    "consent.withdrawn": async (ctx, { subjectId, data }) => {
      if (data["purpose"] === "suggestions") await lapse(ctx, subjectId);
    },
  },
  personalData: {
    show: async (ctx, person) => ({ invitations: await showInvitations(ctx, person) }),
    erase: eraseInvitations,
  },
  seed,
};
