import { expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { read } from "#core/input.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { findOpportunity } from "#modules/opportunities/queries.ts";
import { KeptPerson, keepPerson } from "#modules/people/commands.ts";
import { town, type World } from "#test/world.ts";
import { AnswerInput, answerRequest, answerRequestByLink } from "./answers/commands.ts";
import { arrangeTrial, endPlacement, place } from "./arrangements/commands.ts";
import { holdConsultation } from "./commands.ts";
import { answerFollowUp, answerFollowUpByLink, askDueFollowUps } from "./follow-ups/commands.ts";
import { figuresOf } from "./queries.ts";
import { propose } from "./referrals/commands.ts";
import { findReferral, listShared, listSteps } from "./referrals/queries.ts";
import {
  askForRelease,
  giveRelease,
  giveReleaseByLink,
  withdrawRelease,
  withdrawReleaseByLink,
} from "./releases/commands.ts";
import { noteAskedByPhone, remindOrganizations } from "./requests/commands.ts";

const day = 86_400_000;
const after = (world: World, days: number): Date => new Date(+world.now + days * day);

const offerOf = async (world: World, fields: Record<string, unknown> = {}, organization = world.club) => {
  const ctx = world.as("coordinator");
  const input = read(ctx, OpportunityInput, {
    title: "Vorlesen in der Grundschule",
    summary: "Eine Stunde vorlesen.",
    rhythm: "weekly",
    times: ["4"],
    fields: ["school"],
    postcode: "02943",
    townName: "Musterstadt",
    ...fields,
  });
  if (!input.ok) throw new Error(JSON.stringify(input.form.errors));
  const { id } = await addOpportunity(ctx, organization, input.value);
  expect((await publishOpportunity(ctx, id)).ok).toBe(true);
  return id;
};

const personOf = async (ctx: Context, fields: Record<string, unknown> = {}) => {
  const input = read(ctx, KeptPerson, {
    name: "Hannelore Wirth",
    phone: "03576 5550199",
    email: "hannelore@post.example",
    contactBy: "phone",
    ...fields,
  });
  if (!input.ok) throw new Error(JSON.stringify(input.form.errors));
  const kept = await keepPerson(ctx, input.value, { despiteDouble: true });
  if (!kept.ok) throw new Error(kept.because);
  return kept.value;
};

const proposed = async (world: World, personId: Id<"person">, opportunityId: Id<"opportunity">) => {
  const outcome = await propose(world.as("coordinator"), { personId, opportunityId });
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};

const all = { data: ["name", "phone"] as const, note: "" };
const yes = { antwort: "accepted", grund: undefined, worte: "Gern am Dienstag." } as const;
const settled = (tag: string) => ({ tag, worte: "", weg: "phone" }) as const;

const mails = async (world: World, kind: string) =>
  (
    await world.sql("select recipient_email, subject, text_body from mails where kind = $1 order by id", [
      kind,
    ])
  ).rows;

const linkIn = (mail: Record<string, unknown> | undefined): string => {
  const [, token = ""] =
    /\/(?:freigabe|antwort|nachfrage)\/([\w-]+)/u.exec(String(mail?.["text_body"])) ?? [];
  return token;
};

const openTasks = async (world: World) =>
  (
    await world.sql("select kind, title, owner_id from tasks where done_at is null order by kind, opened_at")
  ).rows.map(({ kind }) => kind);

/** Everything up to the placement. */
const placed = async (world: World, fields: Record<string, unknown> = {}) => {
  const office = world.as("coordinator");
  const [person, offer] = [await personOf(office, fields), await offerOf(world, { seats: "1" })];
  const referral = await proposed(world, person, offer);
  await giveRelease(office, referral, all, "counter");
  await answerRequest(office, referral, yes, "phone");
  expect(await place(office, referral, settled("2026-11-24"))).toEqual({ ok: true, value: "placed" });
  return { person, offer, referral };
};

test("a walk-in comes from the first talk to a place with follow-ups on both sides", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const person = await personOf(office);
    await holdConsultation(office, person, {
      channel: "counter",
      minutes: 40,
      motives: "Möchte unter Menschen",
      experience: "",
      situation: "",
      agreed: "",
    });
    const offer = await offerOf(world, { seats: "1" });
    const referral = await proposed(world, person, offer);
    expect(await openTasks(world)).toEqual(["release"]);
    expect(await mails(world, "referral.asked")).toEqual([]);

    expect((await askForRelease(office, referral)).ok).toBe(true);
    const release = linkIn((await mails(world, "referral.release"))[0]);
    const visitor = world.as("visitor", { now: after(world, 1) });
    expect(
      (await giveReleaseByLink(visitor, release, { data: ["name", "note"], note: "Ich lese gern." })).ok,
    ).toBe(true);
    const [asked] = await mails(world, "referral.asked");
    expect(asked?.["recipient_email"]).toBe("representative@musterstadt.example");
    expect(asked?.["text_body"]).toContain("Hannelore Wirth");
    expect(asked?.["text_body"]).toContain("Ich lese gern.");
    expect(asked?.["text_body"]).not.toContain("5550199");
    expect(asked?.["text_body"]).not.toContain("hannelore@");

    const answered = world.as("visitor", { now: after(world, 2) });
    expect(await answerRequestByLink(answered, linkIn(asked), yes)).toEqual({ ok: true, value: "accepted" });
    expect((await mails(world, "referral.accepted"))[0]?.["text_body"]).toContain("Gern am Dienstag.");
    expect(await openTasks(world)).toEqual(["trial"]);
    const times = await world.sql("select asked, answers, answer_seconds from organizations where id = $1", [
      world.club,
    ]);
    expect(times.rows[0]).toMatchObject({ asked: 1, answers: 1, answer_seconds: expect.anything() });

    const later = world.as("coordinator", { now: after(world, 3) });
    expect((await arrangeTrial(later, referral, settled("2026-12-01"))).ok).toBe(true);
    const done = world.as("coordinator", { now: after(world, 8) });
    expect((await place(done, referral, settled("2026-12-02"))).ok).toBe(true);
    expect(await findOpportunity(done, offer)).toMatchObject({ seatsTaken: 1 });
    expect(await openTasks(world)).toEqual([]);
    const steps = await listSteps(done, [referral]);
    expect(steps.map(({ state }) => state)).toEqual([
      "placed",
      "trial",
      "accepted",
      "sent",
      "released",
      "proposed",
    ]);
    expect(steps.find(({ state }) => state === "accepted")).toMatchObject({
      byOrganization: true,
      by: "Vera Verein",
    });

    const week3 = world.as("system", { now: after(world, 8 + 15) });
    await askDueFollowUps(week3);
    await askDueFollowUps(week3);
    const questions = await mails(world, "follow_up.asked");
    expect(questions.map((mail) => mail["recipient_email"])).toEqual([
      "hannelore@post.example",
      "representative@musterstadt.example",
    ]);
    const by = world.as("visitor", { now: after(world, 24) });
    expect(
      await answerFollowUpByLink(by, linkIn(questions[0]), { answer: "unsure", words: "Zu laut." }),
    ).toMatchObject({ ok: true });
    expect(await answerFollowUpByLink(by, linkIn(questions[0]), { answer: "good", words: "" })).toEqual({
      ok: false,
      because: "already",
    });
    expect(await openTasks(world)).toEqual(["follow_up"]);
    expect(await figuresOf(by, 2026)).toEqual({ consulted: 1, placed: 1, stayed: 1, unreached: 0 });
  }));

test("nothing of the person reaches the organization before the release, and nothing after it is taken back", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const [person, offer] = [await personOf(office), await offerOf(world)];
    const referral = await proposed(world, person, offer);
    const club = world.as("representative");
    expect(await listShared(club, [world.club])).toEqual([]);
    expect(await findReferral(club, referral)).toBeUndefined();

    await giveRelease(office, referral, { data: ["phone"], note: "" }, "phone");
    expect(await listShared(club, [world.club])).toMatchObject([
      { name: null, phone: "03576 5550199", email: null },
    ]);
    expect((await mails(world, "referral.asked"))[0]?.["text_body"]).not.toContain("Wirth");

    expect(await withdrawRelease(office, referral, { how: "phone" })).toEqual({
      ok: true,
      value: "withdrawn",
    });
    expect(await listShared(club, [world.club])).toEqual([]);
    const told = await mails(world, "referral.withdrawn");
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toMatch(/Wirth|5550199/u);
    expect(await withdrawRelease(office, referral, { how: "phone" })).toEqual({
      ok: false,
      because: "notNow",
    });
    expect(
      await answerRequestByLink(world.as("visitor"), linkIn((await mails(world, "referral.asked"))[0]), yes),
    ).toEqual({
      ok: false,
      because: "notNow",
    });
  }));

test("every proposal that cannot be says why", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const offer = await offerOf(world, { seats: "1" });
    const child = await personOf(office, { name: "Kim Kind", ageBand: "under16" });
    expect(await propose(office, { personId: child, opportunityId: offer })).toEqual({
      ok: false,
      because: "guardianMissing",
    });
    const named = await personOf(office, {
      name: "Kai Kind",
      ageBand: "under16",
      guardianName: "Ute Kind",
      guardianContact: "03576 1",
    });
    expect(await propose(office, { personId: named, opportunityId: offer })).toEqual({
      ok: false,
      because: "guardianNotAgreed",
    });
    const person = await personOf(office);
    expect((await propose(office, { personId: person, opportunityId: offer })).ok).toBe(true);
    expect(await propose(office, { personId: person, opportunityId: offer })).toEqual({
      ok: false,
      because: "already",
    });
    await world.sql("update opportunities set seats_taken = 1");
    expect(
      await propose(office, { personId: await personOf(office, { name: "Ina" }), opportunityId: offer }),
    ).toEqual({
      ok: false,
      because: "full",
    });
    await world.sql("update opportunities set state = 'paused'");
    expect(
      await propose(office, { personId: await personOf(office, { name: "Ilse" }), opportunityId: offer }),
    ).toEqual({
      ok: false,
      because: "closed",
    });
  }));

test("the last seat goes to one, the other is told it is full; an end gives it back and starts the search anew", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { offer, referral } = await placed(world);
    const other = await personOf(office, { name: "Olaf Mattick", email: "" });
    await world.sql("update opportunities set seats = 2");
    const second = await proposed(world, other, offer);
    await giveRelease(office, second, all, "counter");
    await answerRequest(office, second, yes, "phone");
    await world.sql("update opportunities set seats = 1");
    expect(await place(office, second, settled("2026-11-25"))).toEqual({ ok: false, because: "full" });
    expect(await place(office, referral, settled("2026-11-25"))).toEqual({ ok: false, because: "notNow" });

    expect(await endPlacement(office, referral, { grund: "no_time", worte: "", weg: "phone" })).toMatchObject(
      { ok: true },
    );
    expect(await endPlacement(office, referral, { grund: "no_time", worte: "", weg: "phone" })).toEqual({
      ok: false,
      because: "notNow",
    });
    expect(await findOpportunity(office, offer)).toMatchObject({ seatsTaken: 0 });
    expect(await openTasks(world)).toEqual(["proposal", "trial"]);
    expect((await world.sql("select count(*)::int as n from follow_ups")).rows[0]).toEqual({ n: 0 });
    expect(await place(office, second, settled("2026-11-25"))).toMatchObject({ ok: true });
  }));

test("a silent organization is reminded after three and seven days, then the office calls; a question stops it", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const referral = await proposed(world, await personOf(office), await offerOf(world));
    await giveRelease(office, referral, all, "counter");
    const reminders: number[] = [];
    for (const days of [1, 3, 4, 7, 8, 10, 11]) {
      await remindOrganizations(world.as("system", { now: after(world, days) }));
      reminders.push((await mails(world, "referral.reminded")).length);
    }
    expect(reminders).toEqual([0, 1, 1, 2, 2, 2, 2]);
    expect(await openTasks(world)).toEqual(["answer"]);
    expect(JSON.stringify(await mails(world, "referral.reminded"))).not.toContain("Wirth");

    const question = { antwort: "question", grund: undefined, worte: "Wie alt ist sie?" } as const;
    const [first] = await mails(world, "referral.asked");
    expect(await answerRequestByLink(world.as("visitor"), linkIn(first), question)).toEqual({
      ok: true,
      value: "question",
    });
    const no = { antwort: "declined", grund: "taken", worte: "" } as const;
    const [again] = await mails(world, "referral.reminded");
    expect(await answerRequestByLink(world.as("visitor"), linkIn(again), no)).toEqual({
      ok: true,
      value: "declined",
    });
    expect(await openTasks(world)).toEqual(["proposal"]);
  }));

test("an organization without an address is called, and a person without one as well", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const referral = await proposed(world, await personOf(office, { email: "" }), await offerOf(world));
    await world.sql("update organizations set email = null");
    await world.sql("update grants set ended_at = now() where organization_id is not null");
    expect(await askForRelease(office, referral)).toEqual({ ok: false, because: "noEmail" });
    await giveRelease(office, referral, all, "counter");
    expect(await findReferral(office, referral)).toMatchObject({ state: "released" });
    expect(await openTasks(world)).toEqual(["answer"]);
    expect(await noteAskedByPhone(office, referral)).toEqual({ ok: true, value: "sent" });
    expect(await noteAskedByPhone(office, referral)).toEqual({ ok: false, because: "notNow" });
    await answerRequest(office, referral, yes, "phone");
    await place(office, referral, settled("2026-11-24"));
    await askDueFollowUps(world.as("system", { now: after(world, 15) }));
    expect(await openTasks(world)).toEqual(["follow_up", "follow_up"]);
    const [row] = (await world.sql("select id from follow_ups where side = 'person' and week = 2")).rows;
    const heard = { answer: "unreachable", words: "", channel: "phone" } as const;
    expect(await answerFollowUp(office, row?.["id"], heard)).toMatchObject({ ok: true });
    expect(await answerFollowUp(office, row?.["id"], { ...heard, answer: "good" })).toMatchObject({
      ok: true,
    });
  }));

test("whoever stays silent is handed to the office once, and the next question closes the one before", () =>
  town(async (world) => {
    await placed(world);
    for (const days of [15, 23, 24, 30])
      await askDueFollowUps(world.as("system", { now: after(world, days) }));
    expect(await openTasks(world)).toEqual(["follow_up", "follow_up"]);
    await askDueFollowUps(world.as("system", { now: after(world, 43) }));
    expect(await openTasks(world)).toEqual([]);
    const answers = await world.sql("select week, answer from follow_ups where answered_at is not null");
    expect(answers.rows).toEqual([
      { week: 2, answer: "unreachable" },
      { week: 2, answer: "unreachable" },
    ]);
  }));

test("the person stops by link even when placed, and the organization hears of it", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const referral = await proposed(world, await personOf(office), await offerOf(world));
    await askForRelease(office, referral);
    const token = linkIn((await mails(world, "referral.release"))[0]);
    await giveReleaseByLink(world.as("visitor"), token, all);
    await answerRequest(office, referral, yes, "phone");
    await place(office, referral, settled("2026-11-24"));
    expect(await withdrawReleaseByLink(world.as("visitor"), token, "no_time")).toEqual({
      ok: true,
      value: "ended",
    });
    expect(await mails(world, "referral.withdrawn")).toHaveLength(1);
    const old = world.as("visitor", { now: after(world, 61) });
    expect(await withdrawReleaseByLink(old, token).catch((error: Error) => error.name)).toBe("NotFound");
  }));

test("a no needs a reason, a question its words", () =>
  town(async (world) => {
    const ctx = world.as("visitor");
    const wrong = read(ctx, AnswerInput, { antwort: "declined" }, { reasonMissing: "Grund?" });
    expect(wrong.form.errors).toEqual({ grund: "Grund?" });
    expect(
      read(ctx, AnswerInput, { antwort: "question" }, { questionMissing: "Frage?" }).form.errors,
    ).toEqual({ worte: "Frage?" });
    expect(read(ctx, AnswerInput, { antwort: "accepted" }).ok).toBe(true);
  }));
