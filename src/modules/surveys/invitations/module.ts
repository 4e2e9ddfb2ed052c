import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { forgetInvitations } from "./commands.ts";
import { jobs } from "./jobs.ts";
import { declining, pages } from "./pages.tsx";
import { invitationsOf } from "./queries.ts";

export const surveysInvitations: Module = {
  name: "surveys/invitations",
  pages: { [paths.register]: pages, [paths.listing]: declining },
  jobs,
  personalData: {
    show: async (ctx, person) => ({ surveyInvitations: await invitationsOf(ctx, person) }),
    erase: forgetInvitations,
  },
};
