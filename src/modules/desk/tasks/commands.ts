import type { Context } from "#core/context.ts";
import { isId } from "#core/id.ts";
import { nextOpeningEnd } from "#methods/opening-hours.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import { edit, paths as organizations } from "#modules/organizations/paths.ts";
import { paths as people } from "#modules/people/paths.ts";
import { say } from "./messages.ts";

type News = Readonly<Record<string, unknown>>;

const text = (data: News, name: string): string => {
  const value = data[name];
  return typeof value === "string" ? value : "";
};

/** Somebody says "this is us": the office has until the end of the next opening hours to look at it. */
export const expectDecision = async (ctx: Context, data: News): Promise<void> => {
  const personId = text(data, "personId");
  await openTask(ctx, {
    kind: "claim",
    subjectId: text(data, "claimId"),
    title: say(ctx)("claimTitle", { organization: text(data, "title") }),
    detail: say(ctx)("claimDetail"),
    path: text(data, "path"),
    personId: isId<"person">(personId) ? personId : null,
    dueAt: nextOpeningEnd(ctx.place.openingHours, ctx.now),
  });
};

/** The claim was decided. */
export const dropDecision = (ctx: Context, data: News): Promise<void> =>
  closeTask(ctx, "claim", text(data, "claimId"), say(ctx)("claimDecided"));

/** A file was taken over: what came in may be known under another name. */
export const expectComparison = async (ctx: Context, importId: string, data: News): Promise<void> => {
  await openTask(ctx, {
    kind: "double",
    subjectId: importId,
    title: say(ctx)("doubleTitle", { file: text(data, "title") }),
    detail: say(ctx)("doubleDetail"),
    path: organizations.doubles,
    dueAt: nextOpeningEnd(ctx.place.openingHours, ctx.now),
  });
};

/** Something waits for somebody who cannot be written to: the office tells them, once for everything of the day. */
export const expectCall = async (ctx: Context, subjectId: string, data: News): Promise<void> => {
  const personId = text(data, "personId");
  if (!isId<"person">(personId)) return;
  const lines = Array.isArray(data["lines"]) ? data["lines"].map((line) => `– ${String(line)}`) : [];
  const phone = text(data, "phone");
  await openTask(ctx, {
    kind: "reminder",
    subjectId,
    title: say(ctx)("tellTitle", { name: text(data, "name") }),
    detail: [phone && say(ctx)("tellPhone", { phone }), ...lines].filter(Boolean).join("\n"),
    path: people.file(personId),
    personId,
    dueAt: nextOpeningEnd(ctx.place.openingHours, ctx.now),
  });
};

/** A calendar elsewhere could not be read five times: somebody of the organization should hear of it. */
export const expectRepair = async (ctx: Context, sourceId: string, data: News): Promise<void> => {
  const organizationId = text(data, "organizationId");
  if (!isId<"organization">(organizationId)) return;
  await openTask(ctx, {
    kind: "feed",
    subjectId: sourceId,
    title: say(ctx)("feedTitle"),
    detail: say(ctx)("feedDetail"),
    path: edit.office.calendar(organizationId),
    dueAt: nextOpeningEnd(ctx.place.openingHours, ctx.now),
  });
};

/** It can be read again, or nobody wants to. */
export const dropRepair = (ctx: Context, sourceId: string): Promise<void> =>
  closeTask(ctx, "feed", sourceId, say(ctx)("feedFine"));
