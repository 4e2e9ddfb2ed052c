import type { Reaction } from "#core/events.ts";
import { isId } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { paths } from "#modules/shifts/paths.ts";
import { askForReply } from "./commands.ts";
import { jobs } from "./jobs.ts";
import { pages } from "./pages.tsx";

// Everything slow is done by the job: whoever signs up holds the lock of a place meanwhile.
const heard: Reaction = async (ctx, { data: { personId } }) => {
  if (typeof personId === "string" && isId<"person">(personId)) await askForReply(ctx, personId);
};

export const replies: Module = {
  name: "shifts/replies",
  pages: { [paths.mine]: pages },
  jobs,
  reactions: {
    "signup.confirmed": heard,
    "signup.asked": heard,
    "signup.waiting": heard,
    "signup.declined": heard,
    "signup.removed": heard,
    "signup.canceled": heard,
    "signup.passed": heard,
  },
};
