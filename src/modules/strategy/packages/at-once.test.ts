import { afterAll, beforeAll, expect, test } from "vitest";
import { introduceModules } from "#app/reactions.ts";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import type { SeatId } from "#modules/consortium/seats/queries.ts";
import { proposeAmendment } from "#modules/strategy/amending/commands.ts";
import { acceptAmendment } from "#modules/strategy/amendments/commands.ts";
import { type AmendmentId, findAmendment } from "#modules/strategy/amendments/queries.ts";
import { mergeVersion } from "#modules/strategy/merging/commands.ts";
import { addParagraph, addVersion, openForAmendments, settle } from "#modules/strategy/texts/commands.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { made } from "#test/made.ts";
import { putSeats } from "#test/voting.ts";
import { addPackage, endPackage, giveStance } from "./commands.ts";
import { findPackage, listPackageStances, type PackageId } from "./queries.ts";

let stage: Committed;
let seat: SeatId;

const now = new Date("2026-11-24T09:00:00Z");
const at = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
  stage.at(stage.first, work, { actor: stage.cast.coordinator, now });

beforeAll(async () => {
  introduceModules();
  stage = await openCommitted();
  seat = found((await at((ctx) => putSeats(ctx, [{ sector: "civil" }])))[0]);
});
afterAll(() => stage.close());

const words = { title: "Entwurf", vision: "", easyWords: "" };

/** Three amendments to two paragraphs, of which the last two collide. */
const scene = () =>
  at(async (ctx) => {
    const { id: version } = await addVersion(ctx, words);
    const paragraph = async (text: string) =>
      made(await addParagraph(ctx, version, { kind: "text", words: text, fieldId: null }));
    const [hall, bus] = [await paragraph("Der Saal ist zu."), await paragraph("Der Bus fährt bis acht Uhr.")];
    made(await openForAmendments(ctx, version, "2027-01-31"));
    const propose = async (paragraphId: typeof hall, text: string): Promise<AmendmentId> => {
      const by = { reason: "Weil.", as: "office", named: false } as const;
      const change = { action: "change", paragraphId, words: text } as const;
      return made(await proposeAmendment(ctx, { ...change, ...by })).id;
    };
    return {
      version,
      open: await propose(hall, "Der Saal ist offen."),
      ten: await propose(bus, "Der Bus fährt bis zehn Uhr."),
      nine: await propose(bus, "Der Bus fährt bis neun Uhr."),
    };
  });
type Scene = Awaited<ReturnType<typeof scene>>;

const tie = ({ version }: Scene, amendments: readonly AmendmentId[]) =>
  at((ctx) => addPackage(ctx, version, { title: "Paket", words: "Beides.", amendments: [...amendments] }));
const accept = (id: AmendmentId) => at((ctx) => acceptAmendment(ctx, id, "Ja."));
const agree = (id: PackageId) => at((ctx) => endPackage(ctx, id, "agreed", "So ist es."));
const stateOf = async (id: AmendmentId) => (await at((ctx) => findAmendment(ctx, id)))?.state;

test("an amendment that is tied into two packages at the same moment is in one of them", async () => {
  for (let round = 0; round < 4; round += 1) {
    const all = await scene();
    const tied = await Promise.all([tie(all, [all.open, all.ten]), tie(all, [all.open, all.nine])]);
    expect(tied.filter(({ ok }) => ok)).toHaveLength(1);
    expect(tied.find(({ ok }) => !ok)).toMatchObject({ because: "bundled" });
  }
});

test("of two amendments that collide one is accepted, when both are at the same moment", async () => {
  for (let round = 0; round < 4; round += 1) {
    const { ten, nine } = await scene();
    const accepted = await Promise.all([accept(ten), accept(nine)]);
    expect(accepted.filter(({ ok }) => ok)).toHaveLength(1);
    expect([await stateOf(ten), await stateOf(nine)].sort()).toEqual(["accepted", "open"]);
  }
});

test("what is tied and what is accepted at the same moment both happen, or one is refused in words", async () => {
  for (let round = 0; round < 8; round += 1) {
    const all = await scene();
    const [tied] = await Promise.all([tie(all, [all.open, all.ten]), accept(all.open), accept(all.nine)]);
    expect(await stateOf(all.open)).toBe("accepted");
    expect(await stateOf(all.nine)).toBe("accepted");
    if (!tied.ok) expect(tied.because).toBe("accepted");
  }
});

test("a package is never agreed over a seat that says in the same moment that it cannot live with it", async () => {
  for (let round = 0; round < 6; round += 1) {
    const all = await scene();
    const { id } = made(await tie(all, [all.open, all.ten]));
    const no = { seatId: seat, stance: "cannotLive", reason: "Zu laut.", change: "Bis 22 Uhr." } as const;
    const refuse = () => at((ctx) => giveStance(ctx, { packageId: id }, no));
    const [said] = await (round % 2 === 0
      ? Promise.all([refuse(), agree(id)])
      : Promise.all([agree(id), refuse()]).then(([, one]) => [one] as const));
    const against = await at((ctx) => listPackageStances(ctx, id));
    expect(against).toHaveLength(said.ok ? 1 : 0);
    expect((await at((ctx) => findPackage(ctx, id)))?.state).toBe(said.ok ? "open" : "agreed");
    expect(await stateOf(all.open)).toBe(said.ok ? "open" : "accepted");
  }
});

test("a package that is agreed while something against it is accepted is taken whole or not at all", async () => {
  for (let round = 0; round < 6; round += 1) {
    const all = await scene();
    const { id } = made(await tie(all, [all.open, all.ten]));
    const [, agreed] = await Promise.allSettled([accept(all.nine), agree(id)]);
    const whole = agreed.status === "fulfilled" && agreed.value.ok;
    expect(await stateOf(all.nine)).toBe(whole ? "open" : "accepted");
    expect([await stateOf(all.open), await stateOf(all.ten)]).toEqual(
      whole ? ["accepted", "accepted"] : ["open", "open"],
    );
  }
});

test("what is accepted while the next version is made stands in it, or comes along and is decided there", async () => {
  for (let round = 0; round < 6; round += 1) {
    const all = await scene();
    made(await accept(all.open));
    made(await at((ctx) => settle(ctx, all.version)));
    const [late, merged] = await Promise.all([
      accept(all.ten),
      at((ctx) => mergeVersion(ctx, all.version, { ...words, title: "Nächste Fassung" })),
    ]);
    const next = made(merged).id;
    const row = found(await at((ctx) => findAmendment(ctx, all.ten)));
    expect([late.ok, row.state]).toEqual([late.ok, late.ok ? "accepted" : "open"]);
    expect(row.mergedIntoId === next || row.versionId === next).toBe(true);
  }
});
