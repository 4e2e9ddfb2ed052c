import { afterAll, beforeAll, expect, test } from "vitest";
import { introduceModules } from "#app/reactions.ts";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { proposeAmendment } from "#modules/strategy/amending/commands.ts";
import { type AmendmentId, findAmendment, listAmendments } from "#modules/strategy/amendments/queries.ts";
import { addPackage } from "#modules/strategy/packages/commands.ts";
import { addParagraph, addVersion, openForAmendments, settle } from "#modules/strategy/texts/commands.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { made } from "#test/made.ts";
import { takeOver } from "./commands.ts";

let stage: Committed;

const now = new Date("2026-11-24T09:00:00Z");

const at = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
  stage.at(stage.first, work, { actor: stage.cast.coordinator, now });

beforeAll(async () => {
  introduceModules();
  stage = await openCommitted();
});
afterAll(() => stage.close());

const base = "Die Stadt gibt den Vereinen bis 2026 einen Saal.";
const wished = "Die Stadt gibt den Vereinen bis 2027 einen hellen Saal.";

const by = { action: "change", reason: "Weil.", as: "office", named: false } as const;

const opened = () =>
  at(async (ctx) => {
    const { id: version } = await addVersion(ctx, { title: "Entwurf", vision: "", easyWords: "" });
    const write = async (words: string) =>
      made(await addParagraph(ctx, version, { kind: "text", words, fieldId: null }));
    const paragraphs = [await write(base), await write("Alle helfen."), await write("Das Büro hilft.")];
    made(await openForAmendments(ctx, version, "2099-01-01"));
    return { version, paragraphs, end: () => at((later) => settle(later, version)) };
  });

const refine = (amends: AmendmentId, words: string) =>
  at((ctx) => proposeAmendment(ctx, { ...by, paragraphId: null, amends, words }));

test("other words that come while some are taken over are made for the words that hold then, and none is lost", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { paragraphs, end } = await opened();
    const wish = made(
      await at((ctx) => proposeAmendment(ctx, { ...by, paragraphId: paragraphs[0] ?? null, words: wished })),
    ).id;
    const big = made(await refine(wish, wished.replace("hellen", "großen, hellen"))).id;
    const year = made(await refine(wish, wished.replace("2027", "2028"))).id;
    const [one, , other] = await Promise.all([
      at((ctx) => takeOver(ctx, big, "")),
      refine(wish, wished.replace("Vereinen", "Gruppen")),
      at((ctx) => takeOver(ctx, year, "")),
    ]);
    expect([one.ok, other.ok]).toEqual([true, true]);
    await at(async (ctx) => {
      const { words } = found(await findAmendment(ctx, wish));
      expect(words).toBe("Die Stadt gibt den Vereinen bis 2028 einen großen, hellen Saal.");
      const open = await listAmendments(ctx, { of: wish, states: ["open"] });
      expect(open.map((row) => row.base)).toEqual([words]);
    });
    await end();
  }
}, 60_000);

test("two packages that are tied at the same moment do not share an amendment", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { version, paragraphs, end } = await opened();
    const wishes: AmendmentId[] = [];
    for (const paragraphId of paragraphs)
      wishes.push(
        made(await at((ctx) => proposeAmendment(ctx, { ...by, paragraphId, words: "Ganz anders." }))).id,
      );
    const tie = (amendments: readonly AmendmentId[]) =>
      at((ctx) => addPackage(ctx, version, { title: "Paket", words: "So.", amendments: [...amendments] }));
    const tied = await Promise.all([tie(wishes.slice(0, 2)), tie(wishes.slice(1)), tie(wishes)]);
    expect(tied.filter(({ ok }) => ok)).toHaveLength(1);
    expect(tied.flatMap((one) => (one.ok ? [] : [one.because]))).toEqual(["bundled", "bundled"]);
    await end();
  }
}, 60_000);
