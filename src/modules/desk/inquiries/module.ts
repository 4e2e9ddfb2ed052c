import type { Module } from "#core/module.ts";
import { paths } from "#modules/desk/paths.ts";
import { erasePerson } from "./commands.ts";
import { jobs } from "./jobs.ts";
import { inquiry } from "./pages.tsx";
import { searchInquiries, showPerson } from "./queries.ts";

export const inquiries: Module = {
  name: "desk/inquiries",
  pages: { [paths.inquiries]: inquiry },
  jobs,
  search: searchInquiries,
  personalData: { show: showPerson, erase: erasePerson },
};
