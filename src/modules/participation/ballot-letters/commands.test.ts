import { expect, test } from "vitest";
import type { Outcome } from "#core/outcome.ts";
import { addBallot, announceBallot } from "#modules/participation/ballots/commands.ts";
import { markVoter, unmarkVoter } from "#modules/participation/counter/commands.ts";
import { findByCode, searchRoll } from "#modules/participation/counter/queries.ts";
import { addVoters } from "#modules/participation/roll/commands.ts";
import { town, type World } from "#test/world.ts";
import { addCards, mailCodeAgain, mailCodes, printLetters } from "./commands.ts";
import { writeNext } from "./jobs.ts";
import { findVoterByCode, standingOf } from "./queries.ts";

const hour = 3_600_000;
const ok = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};

const drafted = async (world: World) => {
  const ctx = world.as("coordinator");
  const { id } = ok(
    await addBallot(ctx, {
      title: "Die Halle",
      question: "Soll die Halle gestrichen werden?",
      words: "",
      rule: { kind: "majority", paper: "yesNo", passes: "moreThanHalf", quorum: 0 },
      secrecy: "secret",
      electorate: "roll",
      electorateWords: "",
      postcodes: [],
      leastAge: 0,
      takesOnline: true,
      takesPaper: true,
      opensAt: new Date(+world.now - hour),
      closesAt: new Date(+world.now + 24 * hour),
    }),
  );
  ok(
    await addVoters(ctx, id, [
      { name: "Ilse Noack", email: "ilse@wahl.example" },
      { name: "Bernd Krause", address: "Ring 1, 02943 Musterstadt" },
      { name: "Adele Krause", address: "Ring 1, 02943 Musterstadt" },
    ]),
  );
  return { ctx, id, system: { ...ctx, actor: { kind: "system" } } as const };
};

const codesMailed = async (world: World): Promise<readonly string[]> => {
  const { rows } = await world.sql(
    "select text_body from mails where kind = 'ballot.code' order by written_at, id",
  );
  return rows.map(({ text_body: text }) => /Ihr Code: ([A-Z0-9-]{14})/u.exec(String(text))?.[1] ?? "");
};

test("everybody gets one code, by mail or by letter, and nobody a second one unasked", () =>
  town(async (world) => {
    const { ctx, id, system } = await drafted(world);
    expect(await mailCodes(ctx, id)).toMatchObject({ because: "draft" });
    expect(await printLetters(ctx, id, { how: "letter", open: 2 })).toMatchObject({ because: "draft" });
    ok(await announceBallot(ctx, id));
    expect(ok(await mailCodes(ctx, id))).toBe(1);
    await writeNext(system, id);
    await writeNext(system, id);
    const [mailed = "", ...more] = await codesMailed(world);
    expect(more).toEqual([]);
    expect(await findVoterByCode(ctx, id, mailed)).toMatchObject({ name: "Ilse Noack" });
    expect(await mailCodes(ctx, id)).toMatchObject({ because: "nobody" });
    const { letters } = ok(await printLetters(ctx, id, { how: "letter", open: 2 }));
    expect(letters.map(({ name }) => name)).toEqual(["Adele Krause", "Bernd Krause"]);
    expect(await printLetters(ctx, id, { how: "letter", open: 2 })).toMatchObject({ because: "again" });
    expect(await printLetters(ctx, id, { how: "letter", open: 0 })).toMatchObject({ because: "nobody" });
    expect(await standingOf(ctx, id)).toMatchObject({
      mail: { all: 1, open: 0 },
      letter: { all: 2, open: 0 },
    });
    const { rows } = await world.sql("select to_jsonb(c)::text as text from ballot_codes c");
    for (const { code } of letters) expect(JSON.stringify(rows)).not.toContain(code);
  }));

test("a new code ends the one before, and whoever has voted gets none", () =>
  town(async (world) => {
    const { ctx, id, system } = await drafted(world);
    ok(await announceBallot(ctx, id));
    ok(await mailCodes(ctx, id));
    await writeNext(system, id);
    const [before = ""] = await codesMailed(world);
    ok(await mailCodeAgain(ctx, id, 1));
    const voter = await findVoterByCode(ctx, id, before);
    await writeNext(world.as("system", { now: new Date(+world.now + 1_000) }), id, voter?.id);
    expect(await findVoterByCode(ctx, id, before)).toBeUndefined();
    const after = (await codesMailed(world)).find((code) => code !== before) ?? "";
    expect(await findVoterByCode(ctx, id, after)).toMatchObject({ number: 1 });
    expect(await findVoterByCode(world.as("foreignCoordinator"), id, after)).toBeUndefined();
    if (voter) ok(await markVoter(ctx, id, voter.id, "letter"));
    expect(await mailCodeAgain(ctx, id, 1)).toMatchObject({ because: "nobody" });
    expect(await mailCodeAgain(ctx, id, 99)).toMatchObject({ because: "nobody" });
  }));

test("cards stand on the roll without a name, and each opens once", () =>
  town(async (world) => {
    const { ctx, id } = await drafted(world);
    ok(await announceBallot(ctx, id));
    expect(ok(await addCards(ctx, id, 3))).toBe(3);
    const { letters } = ok(await printLetters(ctx, id, { how: "card", open: 3 }));
    expect(letters.map(({ name, number }) => ({ name, number }))).toEqual(
      [4, 5, 6].map((number) => ({ name: "", number })),
    );
    expect(new Set(letters.map(({ code }) => code)).size).toBe(3);
  }));

test("at the counter somebody is found by number, name or scanned code, and votes once", () =>
  town(async (world) => {
    const { ctx, id } = await drafted(world);
    ok(await announceBallot(ctx, id));
    const { letters } = ok(await printLetters(ctx, id, { how: "letter", open: 2 }));
    const adele = letters[0];
    const scanned = `https://musterstadt.test/beteiligung/abstimmungen/die-halle/code?code=${adele?.code}`;
    const voter = await findByCode(ctx, id, scanned);
    if (!voter) throw new Error("nobody found");
    expect(voter.name).toBe("Adele Krause");
    expect(await findByCode(ctx, id, "AAAA-BBBB-CCCC")).toBeUndefined();
    expect((await searchRoll(ctx, id, "krause")).map(({ name }) => name)).toHaveLength(2);
    expect(await searchRoll(ctx, id, String(voter.number))).toMatchObject([{ id: voter.id }]);
    expect(await searchRoll(ctx, id, "100%")).toEqual([]);
    ok(await markVoter(ctx, id, voter.id, "counter"));
    expect(await markVoter(ctx, id, voter.id, "letter")).toMatchObject({ because: "votedByPaper" });
    const late = world.as("coordinator", { now: new Date(+world.now + hour + 1) });
    expect(await unmarkVoter(late, id, voter.id, "Irrtum")).toMatchObject({ because: "tooLate" });
    ok(await unmarkVoter(ctx, id, voter.id, "Falsche Person"));
    expect(await unmarkVoter(ctx, id, voter.id, "Irrtum")).toMatchObject({ because: "notMarked" });
    const { rows } = await world.sql("select data from events where name = 'ballot.mark_taken_back'");
    expect(rows).toMatchObject([{ data: { number: voter.number, words: "Falsche Person" } }]);
    await expect(markVoter(world.as("foreignCoordinator"), id, voter.id, "counter")).rejects.toThrow();
    await expect(markVoter(world.as("volunteer"), id, voter.id, "counter")).rejects.toThrow();
  }));
