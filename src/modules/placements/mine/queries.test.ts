import { expect, test } from "vitest";
import { listEntries } from "#app/calendar/entries.ts";
import { read } from "#core/input.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { answerRequest } from "#modules/placements/answers/commands.ts";
import { arrangeTrial, endPlacement, place } from "#modules/placements/arrangements/commands.ts";
import { propose } from "#modules/placements/referrals/commands.ts";
import { giveRelease } from "#modules/placements/releases/commands.ts";
import { town, type World } from "#test/world.ts";

const on = (tag: string) => ({ tag, worte: "", weg: "phone" }) as const;
const over = { grund: "no_time", worte: "", weg: "phone" } as const;
const officeAt = (world: World, instant: string) => world.as("coordinator", { now: new Date(instant) });

/** The volunteer is to try something out on 1 December. */
const trying = async (world: World) => {
  const office = world.as("coordinator");
  const input = read(office, OpportunityInput, {
    title: "Vorlesen in der Grundschule",
    summary: "Eine Stunde vorlesen.",
    rhythm: "weekly",
    fields: ["school"],
    street: "Schulweg 3",
    postcode: "02943",
    townName: "Musterstadt",
  });
  if (!input.ok) throw new Error(JSON.stringify(input.form.errors));
  const { id: opportunityId } = await addOpportunity(office, world.club, input.value);
  await publishOpportunity(office, opportunityId);
  const proposal = await propose(office, { personId: world.cast.volunteer.id, opportunityId });
  if (!proposal.ok) throw new Error(proposal.because);
  await giveRelease(office, proposal.value, { data: ["name"], note: "" }, "counter");
  const yes = { antwort: "accepted", grund: undefined, worte: "" } as const;
  await answerRequest(office, proposal.value, yes, "phone");
  expect((await arrangeTrial(office, proposal.value, on("2026-12-01"))).ok).toBe(true);
  return proposal.value;
};

const entries = (world: World) => listEntries(world.as("volunteer"), world.cast.volunteer.id);

test("the day to try it out stands in the person's calendar, whole, with where and whom to call", () =>
  town(async (world) => {
    const referral = await trying(world);
    expect(await entries(world)).toMatchObject([
      {
        id: `${referral}-trial`,
        revision: 0,
        title: "Schnuppern: Vorlesen in der Grundschule",
        text: expect.stringContaining("03576 123456"),
        whereText: "Schulweg 3, 02943 Musterstadt",
        start: "2026-12-01",
        end: "2026-12-01",
        canceled: false,
      },
    ]);
    const others = await listEntries(world.as("representative"), world.cast.volunteer.id);
    expect(others).toEqual([]);
  }));

test("a trial that is called off stays in the feed as canceled, under the same id", () =>
  town(async (world) => {
    const referral = await trying(world);
    expect((await endPlacement(world.as("coordinator"), referral, over)).ok).toBe(true);
    expect(await entries(world)).toMatchObject([{ id: `${referral}-trial`, revision: 1, canceled: true }]);
    const reply = await world.request("POST", "/mein/kalender", { as: "volunteer", form: {} });
    const [path = ""] = /\/kalender\/persoenlich\/[\w-]{43}\.ics/u.exec(await reply.text()) ?? [];
    const feed = await (await world.request("GET", path)).text();
    expect(feed).toContain("STATUS:CANCELLED");
    expect(feed).toContain("DTSTART;VALUE=DATE:20261201");
  }));

test("a trial that took place is not canceled by what comes after, and the first day stands beside it", () =>
  town(async (world) => {
    const referral = await trying(world);
    expect((await place(officeAt(world, "2026-12-02T09:00:00Z"), referral, on("2026-12-08"))).ok).toBe(true);
    const both = [
      { id: `${referral}-trial`, canceled: false },
      { id: `${referral}-start`, start: "2026-12-08", title: "Erster Tag: Vorlesen in der Grundschule" },
    ];
    expect(await entries(world)).toMatchObject(both);
    await endPlacement(officeAt(world, "2026-12-04T09:00:00Z"), referral, over);
    expect((await entries(world)).map(({ canceled }) => canceled)).toEqual([false, true]);
  }));

test("who begins before the day to try it out needs no such day any more", () =>
  town(async (world) => {
    const referral = await trying(world);
    await place(world.as("coordinator"), referral, on("2026-11-26"));
    expect((await entries(world)).map(({ id, canceled }) => ({ id, canceled }))).toEqual([
      { id: `${referral}-start`, canceled: false },
      { id: `${referral}-trial`, canceled: true },
    ]);
  }));
