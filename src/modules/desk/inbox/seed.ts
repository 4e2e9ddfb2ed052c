import { type PersonActor, visitor } from "#core/actor.ts";
import type { Context, Place } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { dayOf, instantAt, plusDays, weekdayOf } from "#core/local-time.ts";
import type { Story } from "#core/module.ts";
import { bookSlot } from "#modules/desk/appointments/commands.ts";
import { closeInquiry, linkPerson, reply } from "#modules/desk/inquiries/commands.ts";
import { ask } from "#modules/desk/questions/commands.ts";
import { offerSlots } from "#modules/desk/slots/commands.ts";
import { arrangeSubstitution } from "#modules/desk/substitutions/commands.ts";
import { appointmentKinds, channels, results, topics } from "#modules/desk/vocabulary.ts";
import { findActorByEmail, listStaff } from "#modules/people/queries.ts";
import material from "./seed.json" with { type: "json" };

const hour = 3_600_000;
const day = 24 * hour;
const pastDays = 3 * 365;

type Living = {
  readonly hours: number;
  readonly topic: string;
  readonly channel: string;
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly reachable?: string;
  readonly words: string;
  readonly owner: string;
};
type Person = {
  readonly id: Id<"person">;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
};
type Staff = { readonly actor: PersonActor; readonly colleague: Id<"person"> };

const codeIn = <Code extends string>(codes: readonly Code[], text: string): Code =>
  found(codes.find((code) => code === text));

const asking = ({ topic, channel, words }: Pick<Living, "topic" | "channel" | "words">) => ({
  thema: codeIn(topics, topic),
  channel: codeIn(channels, channel),
  worte: words,
  sprache: "de" as const,
});

const staffOf = async (ctx: Context, email: string): Promise<Staff> => {
  const actor = found(await findActorByEmail(ctx, email));
  const other = (await listStaff(ctx)).find(({ id }) => id !== actor.id);
  return { actor, colleague: other?.id ?? actor.id };
};

// Whoever was known by then can have asked; the people of the example have come over three years.
const peopleBefore = (ctx: Context, limit: number): Promise<Person[]> =>
  ctx.db
    .selectFrom("people")
    .select(["id", "name", "email", "phone"])
    .where("createdAt", "<=", ctx.now)
    .where("leftAt", "is", null)
    .where("keptByOffice", "=", true)
    .orderBy("createdAt")
    .orderBy("id")
    .limit(limit)
    .execute();

/** Questions of three years, asked, answered and closed on the same morning. */
const tellPast = async (story: Story, place: Place, { actor }: Staff, count: number): Promise<void> => {
  const people = await story.tell(place, story.today, actor, (ctx) => peopleBefore(ctx, 500));
  const step = Math.floor(pastDays / count);
  for (let index = 0; index < count; index += 1) {
    const at = new Date(+story.today - (pastDays - index * step - 3) * day + (index % 7) * hour);
    const line = found(material.past[(index * 5) % material.past.length]);
    const person = people[Math.floor((index * people.length) / count)];
    await story.tell(place, at, actor, async (ctx) => {
      const contact = person ?? { name: "Marlies Noack", email: null, phone: "03576 200900" };
      const channel = line.channel === "web" ? "mail" : line.channel;
      const { name, email, phone } = contact;
      const question = {
        ...asking({ ...line, channel }),
        name,
        telefon: phone ?? undefined,
        email: email ?? undefined,
      };
      const outcome = await ask(ctx, { ...question, ownerId: actor.id });
      if (!outcome.ok) return;
      const { id } = outcome.value;
      if (person && index % 3 !== 0) await linkPerson(ctx, id, person.id);
      await reply(ctx, id, {
        kind: line.reply.startsWith("Guten Tag") && email ? "answer" : "call",
        words: line.reply,
      });
      await closeInquiry(ctx, id, codeIn(results, line.result));
    });
  }
};

const tellLiving = async (
  story: Story,
  place: Place,
  { actor, colleague }: Staff,
  rows: readonly Living[],
) => {
  for (const row of rows) {
    const { hours, name, email, phone, reachable, owner } = row;
    const owners = { first: actor.id, second: colleague, nobody: null };
    const ownerId = owner === "first" || owner === "second" ? owners[owner] : null;
    const teller = row.channel === "web" ? visitor : actor;
    await story.tell(place, new Date(+story.today - hours * hour), teller, (ctx) =>
      ask(ctx, { ...asking(row), name, email, telefon: phone, erreichbar: reachable, ownerId }),
    );
  }
};

const tellSlots = async (
  story: Story,
  place: Place,
  { actor, colleague }: Staff,
  minutes: number,
): Promise<void> => {
  const today = dayOf(story.today);
  await story.tell(place, new Date(+story.today - 7 * day), actor, async (ctx) => {
    const weeks = { von: today, bis: plusDays(today, 28), tage: [], minuten: minutes };
    for (const { days, time } of place === story.places.first ? material.visits : []) {
      const on = plusDays(today, days);
      const tage = [codeIn(["0", "1", "2", "3", "4", "5", "6"], String(weekdayOf(on)))];
      const ende = time.replace(":00", ":45");
      await offerSlots(ctx, { wer: actor.id, von: on, bis: on, tage, ab: time, ende, minuten: 45 });
    }
    await offerSlots(ctx, { ...weeks, wer: actor.id });
    if (colleague !== actor.id) await offerSlots(ctx, { ...weeks, wer: colleague });
  });
};

const tellVisits = async (story: Story, place: Place, { actor }: Staff): Promise<void> => {
  await story.tell(place, new Date(+story.today - 2 * day), actor, async (ctx) => {
    for (const { days, time, name, kind, ...contact } of material.visits) {
      const startsAt = instantAt(plusDays(dayOf(story.today), days), time);
      const slot = await ctx.db
        .selectFrom("appointments")
        .select("id")
        .where("startsAt", "=", startsAt)
        .where("adviserId", "=", actor.id)
        .where("bookedAt", "is", null)
        .executeTakeFirst();
      if (slot) await bookSlot(ctx, slot.id, { name, ...contact, kind: codeIn(appointmentKinds, kind) });
    }
  });
};

const tellNewcomer = async (story: Story, place: Place): Promise<void> => {
  const actor = await story.tell(place, story.today, visitor, (ctx) =>
    ctx.db
      .selectFrom("people")
      .select(["id", "accountId", "name"])
      .where("email", "=", "neu@weisswasser.example")
      .executeTakeFirst(),
  );
  if (!actor?.accountId || !isId<"account">(actor.accountId)) return;
  const { id, accountId, name } = actor;
  await story.tell(
    place,
    new Date(+story.today - 18 * hour),
    { kind: "person", id, accountId, name, grants: [] },
    (ctx) =>
      ask(ctx, {
        ...asking({
          topic: "newcomer",
          channel: "web",
          words:
            "Wir sind im Sommer nach Weißwasser gezogen. Ich möchte Menschen kennenlernen und hätte donnerstags Zeit, etwas mit anzupacken.",
        }),
        name,
        email: "neu@weisswasser.example",
      }),
  );
};

/** The desk's part of the example: three years of questions, a living list for today, and times for the next weeks. */
export const seed = async (story: Story): Promise<void> => {
  const { first, second } = story.places;
  const office = await story.tell(first, story.today, { kind: "system" }, (ctx) =>
    staffOf(ctx, "koordination@weisswasser.example"),
  );
  await tellPast(story, first, office, 150);
  await tellSlots(story, first, office, 45);
  await tellVisits(story, first, office);
  await tellLiving(story, first, office, material.living);
  await tellNewcomer(story, first);
  const today = dayOf(story.today);
  await story.tell(first, story.today, office.actor, (ctx) =>
    arrangeSubstitution(ctx, {
      abwesend: office.colleague,
      vertretung: office.actor.id,
      von: plusDays(today, 12),
      bis: plusDays(today, 19),
    }),
  );
  const other = await story.tell(second, story.today, { kind: "system" }, (ctx) =>
    staffOf(ctx, "koordination@elbaue.example"),
  );
  await tellPast(story, second, other, 12);
  await tellSlots(story, second, other, 60);
  await tellLiving(story, second, other, material.second);
  story.report("162 past inquiries, today's worklist and the times of four weeks");
};
