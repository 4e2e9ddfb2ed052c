import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { read } from "#core/input.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { dismissOffer } from "#modules/opportunities/suggestions/commands.ts";
import { saveWishes, WishesInput } from "#modules/opportunities/wishes/commands.ts";
import { keepPerson } from "#modules/people/commands.ts";
import { giveConsent, withdrawConsent } from "#modules/people/consents/commands.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { town, type World } from "#test/world.ts";
import { answerInvitation, invite, inviteFitting, lapse, noteAnswer } from "./commands.ts";
import { budgetLeft, findInvitation, listFitting, listToAsk, listYes, standingOf } from "./queries.ts";

const publish = async (ctx: Context, club: Id<"organization">, title: string, fields = {}) => {
  const input = read(ctx, OpportunityInput, {
    title,
    summary: "Ein Satz.",
    rhythm: "weekly",
    fields: ["school"],
    skills: ["reading"],
    postcode: "02943",
    townName: "Weißwasser",
    ...fields,
  });
  if (!input.ok) throw new Error(JSON.stringify(input.form.errors));
  const { id } = await addOpportunity(ctx, club, input.value);
  await publishOpportunity(ctx, id);
  return id;
};

const reading = WishesInput.parse({ times: [], fields: ["school"], skills: ["reading"], postcode: "02943" });

/** Somebody whom reading fits and who agreed to suggestions. */
const keep = async (ctx: Context, name: string, way: { email?: string; phone?: string }) => {
  const contactBy = way.email ? ("email" as const) : ("phone" as const);
  const kept = await keepPerson(ctx, { name, contactBy, language: "de", ...way });
  if (!kept.ok) throw new Error(`${name} was not kept`);
  await saveWishes(ctx, kept.value, reading);
  await giveConsent(ctx, { personId: kept.value, purpose: "suggestions", how: "phone" });
  return kept.value;
};

const offerOf = async (ctx: Context, id: Id<"opportunity">) => {
  const { findOpportunity } = await import("#modules/opportunities/queries.ts");
  const offer = await findOpportunity(ctx, id);
  if (!offer) throw new Error("the offer is gone");
  return offer;
};

const linkOf = async (world: World, personId: Id<"person">): Promise<string> => {
  const { rows } = await world.sql(
    `select path from notices where person_id = '${personId}' and kind = 'invitation' order by made_at desc, id desc`,
  );
  return rows[0]?.path.split("/").at(-1) ?? "";
};

test("those whom it fits and who agreed are asked, within their budget and never twice about the same", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const one = await keep(office, "Anna Eins", { email: "anna@gast.example" });
    const quiet = await keep(office, "Quirin Quitt", { email: "quirin@gast.example" });
    await withdrawConsent(office, quiet, "suggestions");
    const club = world.as("representative");
    const offers = [];
    for (const title of ["Vorlesen", "Lesecafé", "Leseclub"])
      offers.push(await publish(club, world.club, title));
    for (const id of offers) await publishOpportunity(office, id);
    const [first, second, third] = offers;
    if (!first || !second || !third) throw new Error("three offers");
    expect((await listFitting(club, await offerOf(club, first))).map(({ personId }) => personId)).toEqual([
      one,
    ]);
    expect(await inviteFitting(club, first, 5)).toEqual({ ok: true, value: 1 });
    expect(await inviteFitting(club, first, 5)).toEqual({ ok: false, because: "nobody" });
    expect(await inviteFitting(club, second, 5)).toEqual({ ok: true, value: 1 });
    expect((await budgetLeft(office, [one])).get(one)).toBe(0);
    expect(await inviteFitting(club, third, 5)).toEqual({ ok: false, because: "nobody" });
    const later = { now: new Date(+world.now + 31 * 86_400_000) };
    expect(await inviteFitting(world.as("representative", later), third, 5)).toEqual({ ok: true, value: 1 });
    expect(await standingOf(club, first)).toEqual({ sent: 1, yes: 0, no: 0, waiting: 1 });
  }));

test("who said no to the offer, speaks for the organization, or wants no letters is not asked", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const id = await publish(office, world.club, "Vorlesen");
    const volunteer = world.cast.volunteer.id;
    const speaker = world.cast.representative.id;
    for (const person of [volunteer, speaker]) {
      await saveWishes(office, person, reading);
      await giveConsent(office, { personId: person, purpose: "suggestions", how: "paper" });
    }
    const fitting = async () =>
      (await listFitting(office, await offerOf(office, id))).map(({ personId }) => personId);
    expect(await fitting()).toEqual([volunteer]);
    await world.sql(
      `insert into contact_choices (place_id, person_id, digest) values ('${world.first.id}', '${volunteer}', 'never')`,
    );
    expect(await fitting()).toEqual([]);
    await world.sql(`update contact_choices set digest = 'daily'`);
    expect(await fitting()).toEqual([volunteer]);
    await dismissOffer(world.as("volunteer"), id);
    expect(await fitting()).toEqual([]);
    await expect(listFitting(world.as("volunteer"), await offerOf(office, id))).rejects.toMatchObject({
      name: "Forbidden",
    });
    await expect(inviteFitting(world.as("otherRepresentative"), id, 3)).rejects.toMatchObject({
      name: "Forbidden",
    });
    await expect(inviteFitting(world.as("foreignCoordinator"), id, 3)).rejects.toMatchObject({
      name: "NotFound",
    });
  }));

test("a yes passes name and contact on to this organization, tells it and the office, and can be taken back", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const anna = await keep(office, "Anna Eins", { email: "anna@gast.example", phone: "03576 99" });
    const id = await publish(office, world.club, "Vorlesen");
    const club = world.as("representative");
    await inviteFitting(club, id, 3);
    const token = await linkOf(world, anna);
    const people = `/mein/angebote/${id}/menschen`;
    const text = async () => (await world.request("GET", people, { as: "representative" })).text();
    expect(await text()).not.toContain("Anna");
    const look = await world.request("GET", `/anfrage/${token}`);
    expect(await look.text()).toContain("anna@gast.example");
    expect((await findInvitation(office, { token }))?.answer).toBeNull();
    const say = (antwort: string) => world.request("POST", `/anfrage/${token}`, { form: { antwort } });
    expect((await say("yes")).status).toBe(303);
    expect((await say("yes")).status).toBe(409);
    expect(await text()).toContain("03576 99");
    const offer = await offerOf(office, id);
    expect((await listYes(club, offer)).map(({ name }) => name)).toEqual(["Anna Eins"]);
    await expect(listYes(world.as("otherRepresentative"), offer)).rejects.toMatchObject({
      name: "Forbidden",
    });
    const mails = await world.sql(
      "select kind, text_body from mails where kind like 'invitation.%' order by id",
    );
    expect(mails.rows.map(({ kind }) => kind)).toEqual(["invitation.yes"]);
    expect(mails.rows[0]?.text_body).toContain("anna@gast.example");
    const tasks = await world.sql(
      "select count(*)::int as n from tasks where kind = 'answer' and done_at is null",
    );
    expect(tasks.rows[0]?.n).toBe(1);
    expect((await say("no")).status).toBe(303);
    expect(await listYes(club, offer)).toEqual([]);
    expect(await text()).not.toContain("Anna");
    expect(await (await world.request("GET", `/anfrage/${token}`, { town: "second" })).status).toBe(404);
  }));

test("a no is remembered, the organization learns only numbers, and a link that is too old answers nothing", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const anna = await keep(office, "Anna Eins", { email: "anna@gast.example" });
    const id = await publish(office, world.club, "Vorlesen");
    await inviteFitting(office, id, 3);
    const token = await linkOf(world, anna);
    const late = world.as("visitor", { now: new Date(+world.now + 15 * 86_400_000) });
    expect(await answerInvitation(late, token, "yes")).toEqual({ ok: false, because: "expired" });
    expect(await answerInvitation(world.as("visitor"), token, "no")).toEqual({ ok: true, value: "no" });
    expect(await answerInvitation(world.as("visitor"), token, "yes")).toEqual({
      ok: false,
      because: "answered",
    });
    expect(await standingOf(office, id)).toEqual({ sent: 1, yes: 0, no: 1, waiting: 0 });
    const page = await world.request("GET", `/mein/angebote/${id}/menschen`, { as: "representative" });
    expect(await page.text()).toContain("haben abgelehnt oder noch nicht geantwortet");
    const { rows } = await world.sql(`select count(*)::int as n from dismissals where person_id = '${anna}'`);
    expect(rows[0]?.n).toBe(1);
  }));

test("who reads no mails is asked by the office, which notes the answer; whoever withdraws is not waited for", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    await keep(office, "Paula Post", { phone: "03576 77" });
    const id = await publish(office, world.club, "Vorlesen");
    await inviteFitting(office, id, 3);
    const offer = await offerOf(office, id);
    const [paula] = await listToAsk(office, offer);
    if (!paula) throw new Error("nobody is to be asked");
    expect(paula.name).toBe("Paula Post");
    await expect(listToAsk(world.as("representative"), offer)).rejects.toMatchObject({
      name: "Forbidden",
    });
    const open = async () =>
      (await world.sql("select count(*)::int as n from tasks where kind = 'reminder' and done_at is null"))
        .rows[0]?.n;
    expect(await open()).toBe(1);
    await expect(noteAnswer(world.as("representative"), paula.id, "yes")).rejects.toMatchObject({
      name: "Forbidden",
    });
    await withdrawConsent(office, paula.personId, "suggestions");
    await lapse(office, paula.personId);
    expect(await open()).toBe(0);
    expect(await listToAsk(office, offer)).toEqual([]);
    expect(await noteAnswer(office, paula.id, "yes")).toEqual({ ok: false, because: "expired" });
  }));

test("fewer than three are not described, and nobody is named or can be chosen", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const id = await publish(office, world.club, "Vorlesen");
    const page = async () =>
      (await world.request("GET", `/mein/angebote/${id}/menschen`, { as: "representative" })).text();
    await keep(office, "Anna Eins", { email: "a@gast.example" });
    await keep(office, "Bernd Zwei", { email: "b@gast.example" });
    const few = await page();
    expect(few).toContain("weniger als drei");
    expect(few).not.toContain("tut gern");
    const third = await keep(office, "Carla Drei", { email: "c@gast.example" });
    const some = await page();
    expect(some).toContain("3 Menschen – tut gern: Vorlesen");
    expect(some).not.toMatch(/Anna|Bernd|Carla|gast\.example/u);
    expect(some).not.toContain(third);
    const form = { anzahl: "2" };
    const reply = await world.request("POST", `/mein/angebote/${id}/menschen`, {
      as: "representative",
      form,
    });
    expect(reply.headers.get("location")).toContain("gefragt=2");
  }));

let house: Committed;
beforeAll(async () => {
  house = await openCommitted();
});
afterAll(() => house.close());

test("two organizations that ask at the same second do not exceed what somebody wants to be asked", async () => {
  const { first: place, club, youthCenter, at } = house;
  const offers = await at(place, async (ctx) => {
    const ids = [];
    for (let n = 0; n < 6; n += 1) ids.push(await publish(ctx, n % 2 ? club : youthCenter, `Vorlesen ${n}`));
    return ids;
  });
  const people = await at(place, async (ctx) => {
    const ids = [];
    for (const name of ["Anna Eins", "Bernd Zwei", "Carla Drei"])
      ids.push(await keep(ctx, name, { email: `${name.slice(0, 1)}@gast.example` }));
    return ids;
  });
  // The order in which they are named differs, so that locks taken in that order would wait in a ring.
  const asked = await Promise.all(
    offers.map((opportunityId, n) =>
      at(place, (ctx) =>
        invite(ctx, {
          opportunityId,
          people: (n % 2 ? people : [...people].reverse()).map((personId) => ({ personId })),
          reason: "fit",
        }),
      ),
    ),
  );
  const counts = new Map<string, number>();
  for (const outcome of asked) {
    if (!outcome.ok) throw new Error(outcome.because);
    for (const id of outcome.value) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  expect([...counts.values()]).toEqual([2, 2, 2]);
});
