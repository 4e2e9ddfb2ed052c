import { sql } from "kysely";
import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import type { SearchHit } from "#core/module.ts";
import { paths } from "#modules/desk/paths.ts";
import { may } from "#modules/desk/policy.ts";
import { type Double, findDoubles, listPeople } from "#modules/people/queries.ts";
import { say } from "./messages.ts";

const rows = (ctx: Context) =>
  ctx.db
    .selectFrom("inquiries")
    .leftJoin("people", "people.id", "inquiries.personId")
    .selectAll("inquiries")
    .select(sql<string>`coalesce(people.name, inquiries.name)`.as("who"));

export type InquiryRow = Awaited<ReturnType<ReturnType<typeof rows>["execute"]>>[number];

export type InquirySearch = { readonly words?: string; readonly open?: boolean; readonly page?: number };
export const pageSize = 20;

/** What people asked, newest first, found by name, number or words. */
export const listInquiries = async (ctx: Context, { words = "", open = true, page = 1 }: InquirySearch) => {
  allow(may.work(ctx));
  const wanted = words.trim();
  const pattern = `%${wanted.replace(/[\\%_]/gu, "\\$&")}%`;
  const items = await rows(ctx)
    .select(sql<number>`count(*) over ()`.as("total"))
    .$if(open, (query) => query.where("inquiries.closedAt", "is", null))
    .$if(wanted !== "", (query) =>
      query.where(
        sql<boolean>`(plain_text(coalesce(people.name, inquiries.name) || ' ' || inquiries.words) like plain_text(${pattern})
          or inquiries.number::text = ${wanted})`,
      ),
    )
    .orderBy("inquiries.arrivedAt", "desc")
    .orderBy("inquiries.id")
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return { items, total: items[0]?.total ?? 0 };
};

/** One inquiry, for the office. */
export const findInquiry = (ctx: Context, id: Id<"inquiry">): Promise<InquiryRow | undefined> => {
  allow(may.work(ctx));
  return rows(ctx).where("inquiries.id", "=", id).executeTakeFirst();
};

/** What was answered, noted and said on the phone, oldest first. */
export const repliesOf = (ctx: Context, id: Id<"inquiry">) => {
  allow(may.work(ctx));
  return ctx.db
    .selectFrom("inquiryReplies")
    .leftJoin("people", "people.id", "inquiryReplies.writtenBy")
    .select([
      "inquiryReplies.id",
      "inquiryReplies.kind",
      "inquiryReplies.words",
      "inquiryReplies.writtenAt",
      "people.name as by",
    ])
    .where("inquiryId", "=", id)
    .orderBy("writtenAt")
    .limit(200)
    .execute();
};
export type ReplyRow = Awaited<ReturnType<typeof repliesOf>>[number];

/** What a person asked, newest first: for themselves and for the office. */
export const inquiriesOf = async (ctx: Context, personId: Id<"person">) => {
  const self = ctx.actor.kind === "person" && ctx.actor.id === personId;
  if (!self && !isStaff(ctx.actor)) return [];
  return ctx.db
    .selectFrom("inquiries")
    .select(["id", "number", "topic", "channel", "words", "answers", "arrivedAt", "closedAt", "result"])
    .where("personId", "=", personId)
    .orderBy("arrivedAt", "desc")
    .limit(100)
    .execute();
};

/** Everything that the desk keeps about a person, for them to read. */
export const showPerson = async (ctx: Context, personId: Id<"person">) => ({
  inquiries: await ctx.db
    .selectFrom("inquiries")
    .select([
      "number",
      "channel",
      "topic",
      "words",
      "name",
      "email",
      "phone",
      "reachable",
      "language",
      "answers",
    ])
    .select(["arrivedAt", "closedAt", "result"])
    .where("personId", "=", personId)
    .orderBy("arrivedAt")
    .limit(1_000)
    .execute(),
  replies: await ctx.db
    .selectFrom("inquiryReplies")
    .innerJoin("inquiries", "inquiries.id", "inquiryReplies.inquiryId")
    .select(["inquiries.number", "inquiryReplies.kind", "inquiryReplies.words", "inquiryReplies.writtenAt"])
    .where("inquiries.personId", "=", personId)
    .orderBy("writtenAt")
    .limit(1_000)
    .execute(),
  appointments: await ctx.db
    .selectFrom("appointments")
    .select([
      "startsAt",
      "endsAt",
      "kind",
      "whereText",
      "email",
      "phone",
      "bookedAt",
      "canceledAt",
      "heldAt",
      "missedAt",
    ])
    .where("personId", "=", personId)
    .orderBy("startsAt")
    .limit(1_000)
    .execute(),
});

/** The answers that a person was sent, with the number of their inquiry. */
export const answersTo = async (ctx: Context, personId: Id<"person">) => {
  const self = ctx.actor.kind === "person" && ctx.actor.id === personId;
  if (!self && !isStaff(ctx.actor)) return [];
  return ctx.db
    .selectFrom("inquiryReplies")
    .innerJoin("inquiries", "inquiries.id", "inquiryReplies.inquiryId")
    .select(["inquiryReplies.inquiryId", "inquiryReplies.words", "inquiryReplies.writtenAt"])
    .where("inquiries.personId", "=", personId)
    .where("inquiryReplies.kind", "=", "answer")
    .orderBy("writtenAt")
    .limit(200)
    .execute();
};

type Sought = {
  readonly name: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
};

/** Whose file it may be: by e-mail, by phone number, or by name alone, for on the phone nobody says a postcode. */
export const candidatesFor = async (ctx: Context, sought: Sought): Promise<readonly Double[]> => {
  allow(may.work(ctx));
  const exact = await findDoubles(ctx, sought);
  const { items } = await listPeople(ctx, { words: sought.name });
  const known = new Set(exact.map(({ id }) => id));
  return [...exact, ...items.filter(({ id }) => !known.has(id))].slice(0, 6);
};

/** What the office's search finds among the inquiries; nobody else's search looks here. */
export const searchInquiries = async (ctx: Context, words: string): Promise<readonly SearchHit[]> => {
  if (!isStaff(ctx.actor)) return [];
  const { items } = await listInquiries(ctx, { words, open: false });
  return items.slice(0, 5).map(({ id, number, who, words: text }, index) => ({
    kind: say(ctx)("title", { number }),
    title: who,
    href: paths.inquiry(id),
    text: text.slice(0, 160),
    rank: 0.4 - index / 100,
  }));
};
