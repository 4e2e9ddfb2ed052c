import { isId } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { tellSeats } from "#modules/consortium/seats/queries.ts";
import { forgetHolder, moveHolder, moveSeats } from "./commands.ts";
import { jobs } from "./jobs.ts";
import { say } from "./messages.ts";

export const offices: Module = {
  name: "consortium/offices",
  jobs,
  reactions: {
    "organization.merged": async (ctx, { data: { from, into } }) => {
      if (typeof from !== "string" || typeof into !== "string") return;
      if (isId<"organization">(from) && isId<"organization">(into)) await moveSeats(ctx, from, into);
    },
    "person.claimed": async (ctx, { subjectId, data: { file } }) => {
      if (typeof file !== "string" || !isId<"person">(file) || !isId<"person">(subjectId)) return;
      await moveHolder(ctx, file, subjectId);
    },
  },
  personalData: {
    show: tellSeats,
    erase: (ctx, person) => forgetHolder(ctx, person, say(ctx)("formerly")),
  },
};
