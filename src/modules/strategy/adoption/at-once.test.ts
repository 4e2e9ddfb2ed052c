import { afterAll, beforeAll, expect, test } from "vitest";
import { introduceModules } from "#app/reactions.ts";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { closeVote } from "#modules/consortium/counting/commands.ts";
import type { ResolutionId } from "#modules/consortium/resolutions/queries.ts";
import { openVote } from "#modules/consortium/votes/commands.ts";
import { proposeAmendment } from "#modules/strategy/amending/commands.ts";
import { acceptAmendment } from "#modules/strategy/amendments/commands.ts";
import { mergeVersion } from "#modules/strategy/merging/commands.ts";
import { addParagraph, addVersion, openForAmendments, settle } from "#modules/strategy/texts/commands.ts";
import { listVersions, type VersionId } from "#modules/strategy/texts/queries.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { made } from "#test/made.ts";
import { putMotion, putSeats, runMeeting } from "#test/voting.ts";
import { adopt } from "./commands.ts";

let stage: Committed;
let resolution: ResolutionId;

const now = new Date("2026-11-24T09:00:00Z");
const words = { title: "Zusammen weiter", vision: "", easyWords: "" };

const at = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
  stage.at(stage.first, work, { actor: stage.cast.coordinator, now });

beforeAll(async () => {
  introduceModules();
  stage = await openCommitted();
  resolution = await at(async (ctx) => {
    const seats = await putSeats(ctx, [{ sector: "civil" }, { sector: "public" }, { sector: "business" }]);
    const { motionId } = await putMotion(ctx, await runMeeting(ctx, seats), { subject: "strategy" });
    const vote = made(await openVote(ctx, motionId, { method: "hand" }));
    const counts = (["civil", "public", "business"] as const).map((sector) => ({
      ...{ sector, yes: 1, no: 0, abstain: 0 },
    }));
    return found(made(await closeVote(ctx, vote, { counts })).resolution);
  });
});
afterAll(() => stage.close());

const settled = (): Promise<VersionId> =>
  at(async (ctx) => {
    const { id } = await addVersion(ctx, words);
    const text = { kind: "text", words: "Der Saal ist offen.", fieldId: null } as const;
    const paragraphId = made(await addParagraph(ctx, id, text));
    made(await openForAmendments(ctx, id, "2027-01-31"));
    const change = { action: "change", paragraphId, words: "Der Saal ist immer offen." } as const;
    const by = { reason: "Für alle.", as: "office", named: false } as const;
    const { id: amendment } = made(await proposeAmendment(ctx, { ...change, ...by }));
    made(await acceptAmendment(ctx, amendment, "Ja."));
    made(await settle(ctx, id));
    return id;
  });

test("two texts that are adopted at the same moment do not both hold", async () => {
  for (let round = 0; round < 5; round += 1) {
    const texts = [await settled(), await settled(), await settled()];
    await Promise.all(texts.map((id) => at((ctx) => adopt(ctx, id, resolution))));
    const holding = (await at(listVersions)).filter(({ state }) => state === "adopted");
    expect(holding).toHaveLength(1);
  }
});

test("one text that four adopt at the same moment is adopted once", async () => {
  const id = await settled();
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => at((ctx) => adopt(ctx, id, resolution))));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
});

test("versions begun at the same moment get numbers without a gap", async () => {
  const before = (await at(listVersions)).map(({ number }) => number);
  const begun = await Promise.all([1, 2, 3, 4, 5, 6].map(() => at((ctx) => addVersion(ctx, words))));
  const first = Math.max(0, ...before) + 1;
  expect(begun.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
    begun.map((_, index) => first + index),
  );
});

test("a text is either adopted or made into a next one, when both are asked for at the same moment", async () => {
  for (let round = 0; round < 5; round += 1) {
    const id = await settled();
    const [adopted, merged] = await Promise.all([
      at((ctx) => adopt(ctx, id, resolution)),
      at((ctx) => mergeVersion(ctx, id, words)),
    ]);
    expect([adopted.ok, merged.ok].filter(Boolean)).toHaveLength(1);
  }
});
