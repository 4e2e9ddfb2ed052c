import type { Module } from "#core/module.ts";
import { routes } from "#core/web.ts";
import { paths } from "#modules/content/paths.ts";
import { paths as organizations } from "#modules/organizations/paths.ts";
import { data, file, ofOrganization, single } from "./api.ts";
import { say } from "./messages.ts";
import { datasets } from "./open-data.ts";
import { pages } from "./pages.tsx";
import { profilePartOf, searchDates } from "./queries.ts";
import { seed } from "./seed.ts";

export const contentCalendar: Module = {
  name: "content/calendar",
  pages: {
    [paths.calendar]: routes().route("/", single).route("/", pages),
    [paths.calendarFile]: file,
    [paths.calendarData]: data,
    [organizations.list]: ofOrganization,
  },
  menu: (ctx) => [{ href: paths.calendar, label: say(ctx)("menu"), rank: 30 }],
  datasets,
  search: searchDates,
  profile: profilePartOf,
  seed,
};
