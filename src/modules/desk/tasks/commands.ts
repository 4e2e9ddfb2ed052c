import type { Context } from "#core/context.ts";
import { isId } from "#core/id.ts";
import { nextOpeningEnd } from "#methods/opening-hours.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import { paths as organizations } from "#modules/organizations/paths.ts";
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
