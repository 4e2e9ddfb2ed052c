import { isStaff } from "#core/actor.ts";
import type { Settings } from "#core/env.ts";
import type { AnyJob } from "#core/jobs.ts";
import { mailJob } from "#core/mail-sending.ts";
import { mailTransport } from "#core/mail-transport.ts";
import type { Module } from "#core/module.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";
import { paths } from "./paths.ts";

// Without a mail server nothing carries mail away: it waits in its line, and can be read here.
const jobs = (settings: Settings): readonly AnyJob[] => {
  const transport = mailTransport(settings);
  return transport ? [mailJob(transport, settings)] : [];
};

/** The office's view of all mail. The roof owns it, for mail belongs to no module. */
export const outbox = {
  name: "outbox",
  pages: { [paths.outbox]: pages },
  officeMenu: (ctx) =>
    isStaff(ctx.actor) ? [{ href: paths.outbox, label: say(ctx)("outbox"), rank: 80 }] : [],
  jobs,
} satisfies Omit<Module, "jobs"> & { jobs: (settings: Settings) => readonly AnyJob[] };
