import { expect, test } from "vitest";
import { Forbidden, NotFound } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { instantAt } from "#core/local-time.ts";
import { addRule, endRule, type NewRule, raiseRule } from "#modules/shifts/rules/commands.ts";
import { decide, type Facts, listDecisions, listRules, previewRule } from "#modules/shifts/rules/queries.ts";
import { assign, signUp } from "#modules/shifts/signups/commands.ts";
import { listSteps } from "#modules/shifts/signups/queries.ts";
import { made } from "#test/made.ts";
import { festivalOf, shiftOf } from "#test/shifts.ts";
import { town, type World } from "#test/world.ts";

const hours = (from: string, to: string, day = "2026-12-05") => ({
  startsAt: instantAt(day, from),
  endsAt: instantAt(day, to),
});

const rule = (part: Partial<NewRule>): NewRule => ({
  decision: "approve",
  fact: "attended",
  comparison: "at_least",
  value: 3,
  words: "",
  everywhere: false,
  ...part,
});

const stage = async (world: World) => {
  const office = world.as("representative");
  const festival = await festivalOf(world.as("coordinator"), world.club);
  const { needId } = await shiftOf(office, festival, hours("09:00", "12:00"), 9);
  const sign = async (who: "volunteer" | "neighborhood" | "partner") => {
    const outcome = await signUp(world.as(who), { needIds: [needId] });
    return outcome.ok ? outcome.value[0]?.state : outcome.because;
  };
  return { office, festival, needId, sign };
};

/** Somebody came, or stayed away, so many times before. */
const was = async (world: World, person: Id<"person">, state: "left" | "missed", times: number) => {
  const office = world.as("coordinator", { now: new Date("2026-10-01T08:00:00Z") });
  const festival = await festivalOf(office, world.club);
  for (let n = 0; n < times; n += 1) {
    const day = `2026-10-${String(10 + n)}`;
    const { needId } = await shiftOf(office, festival, hours("09:00", "12:00", day), 5);
    const { signupId } = made(await assign(office, { needId, personId: person, how: "plan" }));
    await office.db.insertInto("attendances").values({ signupId, state, minutes: 180 }).execute();
  }
};

test("the first rule that applies decides, and each decision is kept with what it found", () =>
  town(async (world) => {
    const { office, festival, sign } = await stage(world);
    await was(world, world.cast.volunteer.id, "left", 3);
    await was(world, world.cast.neighborhood.id, "missed", 2);
    made(await addRule(office, festival.id, rule({ fact: "missed", value: 2, decision: "block" })));
    made(await addRule(office, festival.id, rule({})));
    made(
      await addRule(
        office,
        festival.id,
        rule({ fact: "attended", comparison: "at_most", value: 0, decision: "ask" }),
      ),
    );
    expect([await sign("volunteer"), await sign("neighborhood"), await sign("partner")]).toEqual([
      "confirmed",
      "blocked",
      "asked",
    ]);
    const log = await listDecisions(office, festival.id);
    expect(log.map(({ name, decision, found, state }) => [name, decision, found, state]).sort()).toEqual([
      ["Frieda Freiwillig", "approve", 3, "confirmed"],
      ["Nils Nachbar", "block", 2, "declined"],
      ["Paul Betrieb", "ask", 0, "asked"],
    ]);
    const blocked = log.find(({ decision }) => decision === "block")?.signupId as Id<"signup">;
    expect((await listSteps(world.as("neighborhood"), blocked)).map(({ words }) => words)).toEqual([
      "Die Regel: Wer mindestens 2-mal gefehlt hat (gefunden: 2).",
    ]);
  }));

test("what nobody knows decides nothing", () => {
  const unknown: Facts = {
    attended: 0,
    missed: 0,
    attendance: null,
    days_known: 10,
    age_adult: null,
    checked: 0,
    qualified: 0,
    party: 1,
  };
  const id = "rule" as Id<"signupRule">;
  const block = { id, decision: "block", comparison: "at_most" } as const;
  expect(decide([{ ...block, fact: "attendance", value: 50 }], unknown)).toBeUndefined();
  expect(decide([{ ...block, fact: "age_adult", value: 0 }], unknown)).toBeUndefined();
  expect(decide([{ ...block, fact: "checked", value: 0 }], unknown)).toMatchObject({ found: 0 });
});

test("rules of the offer come before those of the organization, can be raised and ended", () =>
  town(async (world) => {
    const { office, festival, sign } = await stage(world);
    const scope = { organizationId: world.club, opportunityId: festival.id };
    const everywhere = made(await addRule(office, festival.id, rule({ everywhere: true })));
    const first = made(
      await addRule(office, festival.id, rule({ fact: "party", value: 1, decision: "ask" })),
    );
    const second = made(await addRule(office, festival.id, rule({ fact: "age_adult", value: 1 })));
    const order = async () => (await listRules(office, scope)).map(({ id }) => id);
    expect(await order()).toEqual([first, second, everywhere]);
    made(await raiseRule(office, festival.id, second));
    expect(await order()).toEqual([second, first, everywhere]);
    expect(await sign("volunteer")).toBe("confirmed");
    made(await endRule(office, festival.id, second));
    expect(await sign("neighborhood")).toBe("asked");
    const other = world.as("otherRepresentative");
    await expect(addRule(other, festival.id, rule({}))).rejects.toThrow(Forbidden);
    await expect(addRule(world.as("foreignCoordinator"), festival.id, rule({}))).rejects.toThrow(NotFound);
  }));

test("a rule is tried on the last sign-ups before it holds", () =>
  town(async (world) => {
    const { office, festival, sign } = await stage(world);
    await was(world, world.cast.volunteer.id, "left", 3);
    await sign("volunteer");
    await sign("neighborhood");
    const preview = await previewRule(office, world.club, rule({}));
    expect(preview.map(({ name, found, hits }) => [name, found, hits]).sort()).toEqual([
      ["Frieda Freiwillig", 3, true],
      ["Nils Nachbar", 0, false],
    ]);
    const address = `/schichtplan/${festival.id}/regeln`;
    const form = { wenn: "attended_at_least", zahl: "3", dann: "approve", wo: "hier", probe: "on" };
    const tried = await world.request("POST", address, { as: "representative", form });
    expect(await tried.text()).toContain("Sie hätte bei 1 der letzten 2 Anmeldungen gegriffen.");
    const { probe: _, ...kept } = form;
    const saved = await world.request("POST", address, { as: "representative", form: kept });
    expect(saved.status).toBe(303);
    const page = await (await world.request("GET", address, { as: "representative" })).text();
    expect(page).toContain("Wer mindestens 3-mal da war: gleich zusagen");
  }));
