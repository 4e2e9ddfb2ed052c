import type { Reaction } from "#core/events.ts";
import { isId } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { closeTask } from "#modules/desk/commands.ts";
import { holdsPlace } from "#modules/shifts/places/queries.ts";
import { moveUp, placeFreed } from "./commands.ts";
import { jobs } from "./jobs.ts";
import { pages } from "./pages.tsx";
import { listNeeds } from "./queries.ts";

const freed: Reaction = async (ctx, { subjectId, data: { was, needId, personId } }) => {
  if (typeof was !== "string" || !holdsPlace(was)) return;
  if (was === "offered") await closeTask(ctx, "shift", subjectId);
  if (!isId<"signup">(subjectId) || typeof needId !== "string" || !isId<"shiftNeed">(needId)) return;
  const person = typeof personId === "string" && isId<"person">(personId) ? personId : null;
  await placeFreed(ctx, subjectId, { needId, personId: person });
};

/** More places than before: those who wait move up. */
const changed: Reaction = async (ctx, { subjectId }) => {
  if (!isId<"shift">(subjectId)) return;
  for (const need of await listNeeds(ctx, subjectId)) await moveUp(ctx, need);
};

export const waiting: Module = {
  name: "shifts/waiting",
  pages: { "/schicht/platz": pages },
  jobs,
  reactions: {
    "signup.canceled": freed,
    "signup.removed": freed,
    "signup.declined": freed,
    "signup.passed": freed,
    "signup.confirmed": async (ctx, { subjectId, data: { was } }) => {
      if (was === "offered") await closeTask(ctx, "shift", subjectId);
    },
    "shift.changed": changed,
  },
};
