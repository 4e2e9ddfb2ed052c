import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { day, line, many, paragraph, postcode, tick, time } from "#core/input.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { freeSlug, slugOf } from "#core/slug.ts";
import { accessibilities } from "#modules/organizations/vocabulary.ts";
import { missingLegalNotice } from "#modules/places/queries.ts";
import { may } from "./policy.ts";
import { findOwnDate } from "./queries.ts";

const Fields = z.object({
  title: line(150),
  day,
  time: time.optional(),
  endDay: day.optional(),
  endTime: time.optional(),
  allDay: tick,
  whereText: line(200).optional(),
  postcode: postcode.optional(),
  accessibility: many(z.enum(accessibilities)),
  admission: line(200).optional(),
  organizationId: z.uuid().optional(),
  body: paragraph(10_000).optional(),
});

type Problem = readonly [
  field: "time" | "endTime" | "endDay",
  key: "needsTime" | "needsEndTime" | "endBeforeStart" | "overlong",
];

const longestDays = 31;

const problemOf = (form: z.infer<typeof Fields>): Problem | undefined => {
  const last = form.endDay ?? form.day;
  if (last < form.day) return ["endDay", "endBeforeStart"];
  if (last > plusDays(form.day, longestDays)) return ["endDay", "overlong"];
  if (form.allDay) return undefined;
  if (form.time === undefined) return ["time", "needsTime"];
  if (last > form.day && form.endTime === undefined) return ["endTime", "needsEndTime"];
  if (form.endTime !== undefined && last === form.day && form.endTime < form.time)
    return ["endTime", "endBeforeStart"];
  return undefined;
};

// All-day dates end where the day after their last one begins.
const spanOf = ({ day: first, endDay, time: start = "00:00", endTime, allDay }: z.infer<typeof Fields>) => {
  const last = endDay ?? first;
  if (allDay) return { startsAt: instantAt(first), endsAt: instantAt(plusDays(last, 1)) };
  return { startsAt: instantAt(first, start), endsAt: instantAt(last, endTime ?? start) };
};

/** What the form of a date sends, with its span worked out. */
export const DateForm = Fields.superRefine((form, context) => {
  const problem = problemOf(form);
  if (problem) context.addIssue({ code: "custom", path: [problem[0]], message: problem[1] });
}).transform((form) => ({
  ...spanOf(form),
  title: form.title,
  allDay: form.allDay,
  whereText: form.whereText ?? "",
  postcode: form.postcode ?? null,
  accessibility: [...form.accessibility],
  admission: form.admission ?? "",
  organizationId: (form.organizationId ?? null) as Id<"organization"> | null,
  body: form.body ?? "",
}));

export type DateInput = z.infer<typeof DateForm>;
export type DateRefusal = "past" | "tooFar" | "unknownHost" | "legalNoticeMissing";

const farthestDays = 3 * 366;

const untimely = (ctx: Context, { startsAt, endsAt }: DateInput): "past" | "tooFar" | undefined => {
  if (endsAt < ctx.now && startsAt < ctx.now) return "past";
  return +startsAt - +ctx.now > farthestDays * 86_400_000 ? "tooFar" : undefined;
};

const hostExists = async (ctx: Context, id: Id<"organization"> | null): Promise<boolean> => {
  if (id === null) return true;
  const organization = await ctx.db
    .selectFrom("organizations")
    .select("id")
    .where("id", "=", id)
    .where("hiddenAt", "is", null)
    .where("mergedIntoId", "is", null)
    .executeTakeFirst();
  return organization !== undefined;
};

/** A free short name for a date, from its title and its day. */
export const slugFor = async (
  ctx: Context,
  { title, startsAt }: Pick<DateInput, "title" | "startsAt">,
): Promise<string> => {
  const slug = `${slugOf(title, "termin").slice(0, 60).replace(/-+$/u, "")}-${dayOf(startsAt)}`;
  const rows = await ctx.db
    .selectFrom("calendarDates")
    .select("slug")
    .where("slug", "like", `${slug}%`)
    .limit(500)
    .execute();
  return freeSlug(
    slug,
    rows.map((row) => row.slug),
  );
};

/** Puts a date into the calendar, as a draft or for everyone. */
export const announceDate = async (
  ctx: Context,
  input: DateInput,
  publish: boolean,
): Promise<Outcome<{ id: Id<"calendarDate">; slug: string }, DateRefusal>> => {
  allow(may.change(ctx, input));
  const reason = untimely(ctx, input);
  if (reason) return refused(reason);
  if (!(await hostExists(ctx, input.organizationId))) return refused("unknownHost");
  if (publish && (await missingLegalNotice(ctx)).length > 0) return refused("legalNoticeMissing");
  const row = await ctx.db
    .insertInto("calendarDates")
    .values({
      ...input,
      slug: await slugFor(ctx, input),
      madeBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
      publishedAt: publish ? ctx.now : null,
    })
    .returning(["id", "slug"])
    .executeTakeFirstOrThrow();
  await record(ctx, "date.announced", row.id);
  if (publish) await record(ctx, "date.published", row.id);
  return done(row);
};

/** Changes a date. Its address stays; calendars that know it take over the change by its revision. */
export const changeDate = async (
  ctx: Context,
  id: Id<"calendarDate">,
  input: DateInput,
  publish: boolean,
): Promise<Outcome<null, DateRefusal>> => {
  const before = found(await findOwnDate(ctx, id));
  allow(may.change(ctx, before) && may.change(ctx, input));
  const moved = +before.startsAt !== +input.startsAt || +before.endsAt !== +input.endsAt;
  const reason = moved ? untimely(ctx, input) : undefined;
  if (reason) return refused(reason);
  const newHost = input.organizationId !== before.organizationId;
  if (newHost && !(await hostExists(ctx, input.organizationId))) return refused("unknownHost");
  const newly = publish && !before.publishedAt;
  if (newly && (await missingLegalNotice(ctx)).length > 0) return refused("legalNoticeMissing");
  await ctx.db
    .updateTable("calendarDates")
    .set({ ...input, changedAt: ctx.now, revision: before.revision + 1 })
    .$if(newly, (query) => query.set({ publishedAt: ctx.now }))
    .where("id", "=", id)
    .execute();
  await record(ctx, "date.changed", id, { moved });
  if (newly) await record(ctx, "date.published", id);
  return done(null);
};

/** Says that the date does not take place. It stays in the calendar, so that everyone learns of it. */
export const cancelDate = async (ctx: Context, id: Id<"calendarDate">): Promise<void> => {
  const date = found(await findOwnDate(ctx, id));
  allow(may.change(ctx, date));
  if (date.canceledAt) return;
  await ctx.db
    .updateTable("calendarDates")
    .set({ canceledAt: ctx.now, changedAt: ctx.now, revision: date.revision + 1 })
    .where("id", "=", id)
    .execute();
  await record(ctx, "date.canceled", id);
};

/** It takes place after all. */
export const reviveDate = async (ctx: Context, id: Id<"calendarDate">): Promise<void> => {
  const date = found(await findOwnDate(ctx, id));
  allow(may.change(ctx, date));
  if (!date.canceledAt) return;
  await ctx.db
    .updateTable("calendarDates")
    .set({ canceledAt: null, changedAt: ctx.now, revision: date.revision + 1 })
    .where("id", "=", id)
    .execute();
  await record(ctx, "date.revived", id);
};

/** Hands the dates of an organization to the one it was merged into. */
export const moveDates = async (
  ctx: Context,
  from: Id<"organization">,
  to: Id<"organization">,
): Promise<void> => {
  await ctx.db
    .updateTable("calendarDates")
    .set({ organizationId: to })
    .where("organizationId", "=", from)
    .execute();
};
