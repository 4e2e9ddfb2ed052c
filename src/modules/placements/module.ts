import type { Id } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { routes } from "#core/web.ts";
import { pages as answers } from "./answers/pages.tsx";
import { pages as consultations } from "./consultations/pages.tsx";
import { pages as files } from "./files/pages.tsx";
import { jobs as followUpJobs } from "./follow-ups/jobs.ts";
import { pages as followUps } from "./follow-ups/pages.tsx";
import { erasePersonal, showPersonal } from "./mine/commands.ts";
import { say as mineWords } from "./mine/messages.ts";
import { pages as mine } from "./mine/pages.tsx";
import { calendarOf, mineOf } from "./mine/queries.ts";
import { paths } from "./paths.ts";
import { may } from "./policy.ts";
import { pages as proposals } from "./proposals/pages.tsx";
import { moveReferrals } from "./referrals/commands.ts";
import { pages as register } from "./register/pages.tsx";
import { mindConsent } from "./releases/commands.ts";
import { pages as releases } from "./releases/pages.tsx";
import { jobs as requestJobs } from "./requests/jobs.ts";
import { seed } from "./seed.ts";
import { pages as shortlist } from "./shortlist/pages.tsx";
import { say } from "./steps/messages.ts";

/** From the conversation to the place: everything of its rooms in one. */
export const placements: Module = {
  name: "placements",
  pages: {
    [paths.files]: routes()
      .route("/", consultations)
      .route("/", proposals)
      .route("/", shortlist)
      .route("/", files),
    [paths.register]: register,
    [paths.release]: releases,
    [paths.answer]: answers,
    [paths.followUps]: followUps,
    [paths.mine]: mine,
  },
  officeMenu: (ctx) =>
    may.consult(ctx) ? [{ href: paths.register, label: say(ctx)("menu"), rank: 35 }] : [],
  mineMenu: (ctx) => [{ href: paths.mine, label: mineWords(ctx)("menu"), rank: 20 }],
  mine: mineOf,
  calendar: calendarOf,
  jobs: [...followUpJobs, ...requestJobs],
  personalData: { show: showPersonal, erase: erasePersonal },
  seed,
  reactions: {
    "consent.withdrawn": (ctx, { subjectId, data }) =>
      mindConsent(ctx, subjectId as Id<"person">, String(data["purpose"])),
    "organization.merged": (ctx, { data }) =>
      moveReferrals(ctx, data["from"] as Id<"organization">, data["into"] as Id<"organization">),
  },
};
