import { expect, test } from "vitest";
import { defaultRules } from "#methods/resolution-rules.ts";
import { findMotion } from "#modules/consortium/motions/queries.ts";
import { decisionSentence } from "#modules/consortium/procedure/vocabulary.ts";
import { listResolutions } from "#modules/consortium/resolutions/queries.ts";
import { castVote } from "#modules/consortium/votes/commands.ts";
import { made } from "#test/made.ts";
import { putRules, putSeats } from "#test/voting.ts";
import { town, type World } from "#test/world.ts";
import { answerCircular, recallCircular, sendCircular, watchCirculars } from "./commands.ts";
import { findCircular, listOwnWaiting } from "./queries.ts";

const input = {
  title: "Antrag an den Landkreis",
  wording: "Wir stellen den Antrag bis Freitag.",
  reason: "",
  subject: "ordinary",
  hidden: false,
  proposedBySeatId: null,
  dueOn: "2026-12-08",
} as const;
const after = new Date("2026-12-09T00:07:00+01:00");

const letter = async (world: World, circular = defaultRules.circular) => {
  const office = world.as("coordinator");
  await putRules(office, { ...defaultRules, circular });
  const seats = await putSeats(office, [
    { sector: "civil", person: world.cast.consortium.id },
    { sector: "public" },
    { sector: "business" },
    { sector: "civil", voting: false },
  ]);
  const id = made(await sendCircular(office, input));
  const vote = (await findCircular(office, id))?.vote?.id;
  const [own, other, third, advisory] = seats;
  if (!vote || !own || !other || !third || !advisory) throw new Error("no letter");
  return { office, kai: world.as("consortium"), id, vote, own, other, third, advisory };
};

test("by letter all must agree, and it is counted as soon as the last one has answered", () =>
  town(async (world) => {
    const { office, kai, id, vote, own, other, third } = await letter(world);
    expect(await listOwnWaiting(kai)).toMatchObject([{ motionId: id, seatId: own }]);
    made(await answerCircular(kai, vote, own, "no"));
    made(await answerCircular(office, vote, other, "yes"));
    made(await answerCircular(kai, vote, own, "yes"));
    expect(await listOwnWaiting(kai)).toEqual([]);
    expect((await findMotion(office, id))?.state).toBe("voting");
    made(await answerCircular(office, vote, third, "yes"));
    expect((await findMotion(office, id))?.state).toBe("passed");
    const [resolution] = await listResolutions(world.as("visitor"));
    expect(resolution && decisionSentence(office, resolution.decision)).toBe(
      "Einstimmig angenommen: 3 Ja, 0 Nein, 0 Enthaltungen; geantwortet haben 3 von 3.",
    );
    expect(await answerCircular(kai, vote, own, "no")).toMatchObject({ because: "closed" });
  }));

test("one silent seat prevents it when the day has come; before, nothing is counted", () =>
  town(async (world) => {
    const { office, vote, id, own, other } = await letter(world);
    made(await answerCircular(office, vote, own, "yes"));
    made(await answerCircular(office, vote, other, "yes"));
    await watchCirculars(world.as("system"));
    expect((await findMotion(office, id))?.state).toBe("voting");
    await watchCirculars(world.as("system", { now: after }));
    const circular = await findCircular(office, id);
    expect(circular?.motion.state).toBe("rejected");
    expect(circular?.vote?.decision && decisionSentence(office, circular.vote.decision)).toContain(
      "Im Umlauf müssen alle schriftlich zustimmen; zugestimmt haben 2 von 3.",
    );
    const late = world.as("coordinator", { now: after });
    expect(await answerCircular(late, vote, own, "no")).toMatchObject({ because: "closed" });
  }));

test("a seat with an interest of its own is not counted, an advisory seat not asked", () =>
  town(async (world) => {
    const { office, kai, vote, id, own, other, third, advisory } = await letter(world);
    await expect(answerCircular(office, vote, advisory, "yes")).rejects.toThrow();
    made(await answerCircular(kai, vote, own, "biased"));
    expect(await castVote(kai, vote, own, { choice: "yes" })).toMatchObject({ because: "biased" });
    made(await answerCircular(office, vote, other, "yes"));
    made(await answerCircular(office, vote, third, "yes"));
    expect((await findMotion(office, id))?.state).toBe("passed");
    expect((await listResolutions(office))[0]).toMatchObject({ conflicts: [{ seat: "Sitz 1" }] });
  }));

test("where the rules ask for a majority only, enough answers decide", () =>
  town(async (world) => {
    const participation = { fraction: "1/2", comparison: "moreThan" } as const;
    const { office, vote, id, own, other } = await letter(world, {
      kind: "majority",
      days: 14,
      participation,
    });
    made(await answerCircular(office, vote, own, "yes"));
    made(await answerCircular(office, vote, other, "yes"));
    await watchCirculars(world.as("system", { now: after }));
    expect((await findMotion(office, id))?.state).toBe("passed");
  }));

test("nobody answers for a seat that is not theirs, nothing goes out too late, and a letter can be taken back", () =>
  town(async (world) => {
    const { office, kai, vote, id, other } = await letter(world);
    await expect(answerCircular(kai, vote, other, "yes")).rejects.toThrow();
    await expect(sendCircular(kai, input)).rejects.toThrow();
    expect(await sendCircular(office, { ...input, dueOn: "2026-12-07" })).toMatchObject({ because: "early" });
    made(await recallCircular(office, id, vote, "Erledigt"));
    expect((await findMotion(office, id))?.state).toBe("withdrawn");
    expect(await answerCircular(office, vote, other, "yes")).toMatchObject({ because: "closed" });
  }));

test("those who have not answered are reminded three days before the end, once", () =>
  town(async (world) => {
    const { vote, own, office } = await letter(world);
    const mails = async (kind: string) =>
      (await world.sql(`select count(*) as n from mails where kind = '${kind}'`)).rows[0]?.["n"];
    expect(Number(await mails("circular.asked"))).toBe(1);
    const soon = world.as("system", { now: new Date("2026-12-07T09:00:00+01:00") });
    await watchCirculars(soon);
    await watchCirculars(soon);
    expect(Number(await mails("circular.reminded"))).toBe(1);
    made(await answerCircular(office, vote, own, "yes"));
  }));
