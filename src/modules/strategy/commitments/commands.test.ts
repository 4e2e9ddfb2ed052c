import { beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import type { Context } from "#core/context.ts";
import { Forbidden, NotFound } from "#core/errors.ts";
import { addTopic } from "#modules/consortium/topics/commands.ts";
import { mergeOrganizations } from "#modules/organizations/doubles/commands.ts";
import { addField, FieldInput, placeObjective } from "#modules/strategy/fields/commands.ts";
import { objectiveOf } from "#modules/strategy/fields/queries.ts";
import { addMeasure, MeasureInput } from "#modules/strategy/measures/commands.ts";
import { endCommitment, endPast, renewCommitment } from "#modules/strategy/renewals/commands.ts";
import { askRenewals } from "#modules/strategy/renewals/jobs.ts";
import { formOf, made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import { answerCommitment, CommitmentInput, givenInput, offerCommitment, tellGiven } from "./commands.ts";
import { findCommitment, listCommitments, listEnding } from "./queries.ts";

beforeAll(listenToModules);

const hours = (ctx: Context, fields: Record<string, string> = {}) =>
  formOf(ctx, CommitmentInput, {
    kind: "hours",
    amount: "40",
    words: "Zwei Leute im Reparaturcafé",
    startsOn: "2026-01-01",
    endsOn: "2026-12-31",
    ...fields,
  });

const measureOf = async (world: World, fields: Record<string, unknown> = {}) => {
  const office = world.as("coordinator");
  const field = await addField(office, formOf(office, FieldInput, { title: "Unternehmen" }));
  const topic = made(
    await addTopic(office, { kind: "objective", title: "Firmen machen mit", words: "", parentId: null }),
  );
  made(await placeObjective(office, topic.id, field));
  return made(
    await addMeasure(office, {
      ...formOf(office, MeasureInput, {
        title: "Reparaturcafé",
        topicId: topic.id,
        ownerWords: "Stadt",
        startsOn: "2026-01-01",
        dueOn: "2027-12-31",
        public: "on",
      }),
      topicId: objectiveOf(topic.id),
      ...fields,
    }),
  );
};

test("what a partner offers waits for the office, stands after its yes, and nobody else sees it before", () =>
  town(async (world) => {
    const { id } = await measureOf(world);
    const partner = world.as("partner");
    const promise = made(await offerCommitment(partner, id, world.company, hours(partner)));
    expect(await findCommitment(world.as("visitor"), promise)).toBeUndefined();
    expect(await findCommitment(world.as("representative"), promise)).toBeUndefined();
    expect((await findCommitment(partner, promise))?.state).toBe("offered");
    const open = await world.sql(`select title from tasks where kind = 'strategy' and done_at is null`);
    expect(open.rows).toHaveLength(1);
    await expect(
      answerCommitment(partner, promise, { answer: "confirmed", words: "" }),
    ).rejects.toBeInstanceOf(Forbidden);
    made(await answerCommitment(world.as("chair"), promise, { answer: "confirmed", words: "" }));
    expect((await findCommitment(world.as("visitor"), promise))?.state).toBe("confirmed");
    const again = await answerCommitment(world.as("coordinator"), promise, {
      answer: "declined",
      words: "x",
    });
    expect(again).toEqual({ ok: false, because: "answered" });
    const told = await world.sql(
      `select title from notices where person_id = '${world.cast.partner.id}' and key like 'measure_commitment%'`,
    );
    expect(told.rows.map(({ title }) => title)).toEqual(["Ihre Zusage für „Reparaturcafé“ steht"]);
  }));

test("nobody promises for somebody else's organization, for what is not public, or for another town", () =>
  town(async (world) => {
    const { id } = await measureOf(world);
    const input = hours(world.as("partner"));
    for (const who of ["representative", "volunteer", "visitor", "editor"] as const)
      await expect(offerCommitment(world.as(who), id, world.company, input)).rejects.toBeInstanceOf(
        Forbidden,
      );
    await world.sql(`update measures set public = false`);
    await expect(offerCommitment(world.as("partner"), id, world.company, input)).rejects.toBeInstanceOf(
      NotFound,
    );
    const elsewhere = world.as("foreignCoordinator", { place: world.second });
    await expect(offerCommitment(elsewhere, id, world.company, input)).rejects.toBeInstanceOf(NotFound);
    expect(await listCommitments(elsewhere)).toEqual([]);
  }));

test("what is given is told by its organization, in the unit of its kind", () =>
  town(async (world) => {
    const { id } = await measureOf(world);
    const office = world.as("coordinator");
    const money = hours(office, { kind: "money", amount: "1.500,50" });
    expect(money.amount).toBe(150_050);
    expect(() => hours(office, { amount: "vier" })).toThrow();
    expect(() => hours(office, { kind: "money", amount: "0" })).toThrow();
    const promise = made(await offerCommitment(office, id, world.company, money));
    expect((await findCommitment(office, promise))?.state).toBe("confirmed");
    const partner = world.as("partner");
    made(await tellGiven(partner, promise, formOf(partner, givenInput("money"), { given: "500" })));
    expect((await findCommitment(world.as("visitor"), promise))?.given).toBe(50_000);
    await expect(tellGiven(world.as("representative"), promise, 1)).rejects.toBeInstanceOf(Forbidden);
    const offered = made(await offerCommitment(partner, id, world.company, hours(partner)));
    expect(await tellGiven(partner, offered, 1)).toEqual({ ok: false, because: "notConfirmed" });
  }));

test("six weeks before its end the organization is asked once, renews, and the office says yes again", () =>
  town(async (world) => {
    const { id } = await measureOf(world);
    const office = world.as("coordinator");
    const promise = made(await offerCommitment(office, id, world.company, hours(office)));
    const night = world.as("system");
    expect(await listEnding(night)).toHaveLength(1);
    await askRenewals(night);
    await askRenewals(night);
    const asked = `select 1 from notices where person_id = '${world.cast.partner.id}' and key like '%renewal%'`;
    expect((await world.sql(asked)).rows).toHaveLength(1);
    const partner = world.as("partner");
    expect(await renewCommitment(partner, promise, "2026-12-31")).toEqual({ ok: false, because: "earlier" });
    const next = made(await renewCommitment(partner, promise, "2027-12-31"));
    expect(await renewCommitment(partner, promise, "2028-12-31")).toEqual({ ok: false, because: "renewed" });
    expect(await findCommitment(office, next)).toMatchObject({
      state: "offered",
      renewsId: promise,
      startsOn: "2027-01-01",
      amount: 40,
    });
    expect(await listEnding(night)).toEqual([]);
    const later = world.as("system", { now: new Date("2027-01-01T06:00:00Z") });
    expect(await endPast(later)).toBe(1);
    expect((await findCommitment(office, promise))?.state).toBe("ended");
  }));

test("an organization takes an offer back or ends what it promised, with a reason, once", () =>
  town(async (world) => {
    const { id } = await measureOf(world);
    const [office, partner] = [world.as("coordinator"), world.as("partner")];
    const offered = made(await offerCommitment(partner, id, world.company, hours(partner)));
    made(await endCommitment(partner, offered, "Wir ziehen um."));
    expect(await findCommitment(office, offered)).toMatchObject({ state: "declined", endsOn: "2026-12-31" });
    const standing = made(await offerCommitment(office, id, world.company, hours(office)));
    made(await endCommitment(partner, standing, "Wir schließen."));
    expect(await findCommitment(office, standing)).toMatchObject({ state: "ended", endsOn: "2026-11-24" });
    expect(await endCommitment(partner, standing, "x")).toEqual({ ok: false, because: "answered" });
  }));

test("a company that was merged into another keeps its promises there", () =>
  town(async (world) => {
    const { id } = await measureOf(world, { organizationId: world.company, ownerWords: "" });
    const office = world.as("coordinator");
    const promise = made(await offerCommitment(office, id, world.company, hours(office)));
    made(await mergeOrganizations(office, world.company, world.club));
    expect((await findCommitment(office, promise))?.organizationId).toBe(world.club);
  }));
