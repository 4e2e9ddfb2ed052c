import type { Reaction } from "#core/events.ts";
import type { Module } from "#core/module.ts";
import { tie } from "#modules/threads/commands.ts";
import { paths } from "#modules/workshops/paths.ts";
import { say } from "./messages.ts";
import { officePages, publicPages } from "./pages.tsx";

/** From the workshop one finds its sealed report, and back. */
const tieReport: Reaction = async (ctx, { subjectId, data }) => {
  const { subjectKind, subjectId: workshop } = data;
  if (subjectKind !== "workshop" || typeof workshop !== "string") return;
  await tie(ctx, { kind: "workshop", id: workshop }, { kind: "report", id: subjectId }, say(ctx)("heading"));
};

export const findings: Module = {
  name: "workshops/findings",
  pages: { [paths.register]: officePages, [paths.listing]: publicPages },
  reactions: { "report.sealed": tieReport },
};
