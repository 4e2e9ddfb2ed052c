import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { forgetContacts } from "./commands.ts";
import { leaving, pages } from "./pages.tsx";
import { contactsOfPerson } from "./queries.ts";

export const surveysContacts: Module = {
  name: "surveys/contacts",
  pages: { [paths.listing]: leaving, [paths.register]: pages },
  personalData: {
    show: async (ctx, person) => ({ surveyContacts: await contactsOfPerson(ctx, person) }),
    erase: forgetContacts,
  },
};
