import { beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import type { JobData } from "#core/jobs.ts";
import { plusDays } from "#core/local-time.ts";
import { addProcess, publishProcess } from "#modules/participation/drafting/commands.ts";
import { cancelJoining, proposeJoining } from "#modules/participation/joinings/commands.ts";
import { findJoining } from "#modules/participation/joinings/queries.ts";
import { addProposal, withdrawProposal } from "#modules/participation/proposals/commands.ts";
import { findProposal, findProposalById, listAuthors } from "#modules/participation/proposals/queries.ts";
import { findProcess } from "#modules/participation/queries.ts";
import { supportProposal } from "#modules/participation/supports/commands.ts";
import { setPhases } from "#modules/participation/timetable/commands.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import { answerJoining, askForJoining, leavingJob, writeConsent } from "./commands.ts";
import { jobs } from "./jobs.ts";

beforeAll(listenToModules);

const yes = { answer: "yes", words: "" } as const;
const no = { answer: "no", words: "Meiner ist anders." } as const;
const one = [{ title: "Bänke und Tische", words: "Beides zusammen.", costCents: null }];

const written = async (world: World) => {
  const office = world.as("coordinator");
  const { id } = await addProcess(office, { template: "square", title: "Der Platz" });
  const today = isoDay(office.now);
  const phase = { kind: "collect", words: "", startsOn: today, endsOn: plusDays(today, 9) } as const;
  made(await setPhases(office, id, [phase]));
  made(await publishProcess(office, id));
  const process = await findProcess(office, id);
  if (!process) throw new Error("the process is not there");
  const propose = async (ctx: Context, title: string, how: "online" | "paper" = "online") =>
    made(await addProposal(ctx, process, { title, words: `${title}.`, how, named: true }));
  const benches = await propose(world.as("volunteer"), "Bänke");
  const tables = await propose(world.as("neighborhood"), "Tische");
  return { office, process, propose, benches, tables };
};

test("only when all authors agree one proposal comes of two, with everybody who stood behind them once", () =>
  town(async (world) => {
    const { office, process, benches, tables } = await written(world);
    for (const { id } of [benches, tables])
      made(await supportProposal(world.as("representative"), process, id));
    made(await supportProposal(world.as("juror"), process, tables.id));
    const from = [benches.id, tables.id];
    const joining = made(
      await proposeJoining(office, process, { from, results: one, words: "Fast gleich." }),
    );
    expect(made(await answerJoining(world.as("volunteer"), joining, yes)).state).toBe("asked");
    expect(await findProposal(office, process.id, 3)).toBeUndefined();
    expect(made(await answerJoining(world.as("neighborhood"), joining, yes)).state).toBe("done");
    const fresh = await findProposal(office, process.id, 3);
    if (!fresh) throw new Error("nothing came of it");
    expect(fresh).toMatchObject({ title: "Bänke und Tische", state: "published", supports: 2 });
    const authors = (await listAuthors(office, [fresh.id])).map(({ personId }) => personId);
    expect(authors.sort()).toEqual([world.cast.volunteer.id, world.cast.neighborhood.id].sort());
    for (const id of from) expect(await findProposalById(office, id)).toMatchObject({ state: "merged" });
    expect(await answerJoining(world.as("volunteer"), joining, yes)).toEqual({
      ok: false,
      because: "settled",
    });
    const page = await world.request("GET", `/beteiligung/${process.slug}/vorschlaege/1`);
    expect(await page.text()).toContain("Bänke und Tische");
  }));

test("one no ends it, and everything stays as it is", () =>
  town(async (world) => {
    const { office, process, benches, tables } = await written(world);
    const from = [benches.id, tables.id];
    const joining = made(
      await proposeJoining(office, process, { from, results: one, words: "Fast gleich." }),
    );
    expect(made(await answerJoining(world.as("volunteer"), joining, no)).state).toBe("declined");
    for (const id of from) expect(await findProposalById(office, id)).toMatchObject({ state: "published" });
    expect(await answerJoining(world.as("neighborhood"), joining, yes)).toEqual({
      ok: false,
      because: "settled",
    });
  }));

test("who has no file here is asked by the office, which writes down what was said", () =>
  town(async (world) => {
    const { office, process, propose, benches } = await written(world);
    const paper = await propose(office, "Tische vom Papier", "paper");
    const from = [benches.id, paper.id];
    const joining = made(
      await proposeJoining(office, process, { from, results: one, words: "Fast gleich." }),
    );
    made(await answerJoining(world.as("volunteer"), joining, yes));
    const said = { answer: "yes", words: "Am Telefon" } as const;
    expect(made(await writeConsent(office, joining, { proposal: paper.id }, said)).state).toBe("done");
    await expect(
      writeConsent(world.as("volunteer"), joining, { proposal: paper.id }, said),
    ).rejects.toThrow();
  }));

test("one becomes several with the consent of its author; whoever proposes it agrees by that", () =>
  town(async (world) => {
    const { process, benches } = await written(world);
    const results = ["Bänke am See", "Bänke im Park"].map((title) => ({
      title,
      words: title,
      costCents: 100_00,
    }));
    const mine = world.as("volunteer");
    const joining = made(
      await proposeJoining(mine, process, { from: [benches.id], results, words: "Zwei Orte." }),
    );
    const row = await findJoining(mine, joining);
    expect(row).toMatchObject({ kind: "split", own: "yes", agreed: 1, asked: 1 });
    expect(made(await answerJoining(mine, joining, yes)).state).toBe("done");
    expect(await findProposalById(mine, benches.id)).toMatchObject({ state: "split" });
    expect(await findProposal(mine, process.id, 4)).toMatchObject({ title: "Bänke im Park" });
  }));

test("strangers propose nothing, are not asked, and nothing is asked twice", () =>
  town(async (world) => {
    const { office, process, benches, tables } = await written(world);
    const input = { from: [benches.id, tables.id], results: one, words: "Fast gleich." };
    expect(await proposeJoining(world.as("juror"), process, input)).toEqual({
      ok: false,
      because: "notAllowed",
    });
    expect(await proposeJoining(office, process, { ...input, from: [benches.id] })).toMatchObject({
      ok: false,
    });
    const joining = made(await proposeJoining(office, process, input));
    expect(await proposeJoining(office, process, input)).toEqual({ ok: false, because: "asked" });
    await expect(answerJoining(world.as("juror"), joining, yes)).rejects.toThrow();
    await expect(answerJoining(world.as("foreignVolunteer"), joining, yes)).rejects.toThrow();
    expect(await findJoining(world.as("juror"), joining)).toBeUndefined();
    await expect(cancelJoining(world.as("juror"), joining)).rejects.toThrow();
    made(await cancelJoining(office, joining));
    expect(await findJoining(office, joining)).toMatchObject({ state: "canceled" });
  }));

test("the only author is not asked again what they proposed themselves", () =>
  town(async (world) => {
    const { process, benches } = await written(world);
    const results = ["Bänke am See", "Bänke im Park"].map((title) => ({
      title,
      words: title,
      costCents: null,
    }));
    const mine = world.as("volunteer");
    const input = { from: [benches.id], results, words: "Zwei Orte." };
    expect(await findJoining(mine, made(await askForJoining(mine, process, input)))).toMatchObject({
      state: "done",
    });
  }));

test("once the decision has begun nothing is joined any more, whoever agrees", () =>
  town(async (world) => {
    const { office, process, benches, tables } = await written(world);
    const from = [benches.id, tables.id];
    const joining = made(await askForJoining(office, process, { from, results: one, words: "Fast gleich." }));
    made(await answerJoining(world.as("volunteer"), joining, yes));
    const later = { ...world.as("neighborhood"), now: new Date(+office.now + 30 * 86_400_000) };
    expect(await answerJoining(later, joining, yes)).toEqual({ ok: false, because: "late" });
    for (const id of from) expect(await findProposalById(office, id)).toMatchObject({ state: "published" });
    expect(await findJoining(office, joining)).toMatchObject({ state: "canceled" });
  }));

/** Of these proposals the juror is an author as well. */
const writtenTogether = async (world: World, proposals: readonly { readonly id: string }[]) => {
  for (const { id } of proposals)
    await world.sql("insert into proposal_authors (place_id, proposal_id, person_id) values ($1, $2, $3)", [
      world.first.id,
      id,
      world.cast.juror.id,
    ]);
};

const lookAtLeft = async (world: World): Promise<void> => {
  const { rows } = await world.sql(
    "select data->'data' as data from jobs.job_common where data->>'job' = $1 order by created_on desc limit 1",
    [leavingJob],
  );
  const data = rows[0]?.["data"] as JobData;
  for (const job of jobs) await job.run(world.as("system"), data);
};

test("a co-author who leaves is no longer waited for, and what the others agreed to is carried out", () =>
  town(async (world) => {
    const { office, process, benches, tables } = await written(world);
    await writtenTogether(world, [benches]);
    const from = [benches.id, tables.id];
    const joining = made(
      await proposeJoining(office, process, { from, results: one, words: "Fast gleich." }),
    );
    made(await answerJoining(world.as("volunteer"), joining, yes));
    expect(made(await answerJoining(world.as("neighborhood"), joining, yes)).state).toBe("asked");
    expect(await findJoining(office, joining)).toMatchObject({ agreed: 2, asked: 3 });
    made(await withdrawProposal(world.as("juror"), process, benches.id));
    await lookAtLeft(world);
    expect(await findJoining(office, joining)).toMatchObject({ state: "done" });
    const fresh = await findProposal(office, process.id, 3);
    const authors = await listAuthors(office, fresh ? [fresh.id] : []);
    expect(authors.map(({ personId }) => personId)).not.toContain(world.cast.juror.id);
  }));

test("who leaves one of two proposals of theirs is still asked for the other", () =>
  town(async (world) => {
    const { office, process, benches, tables } = await written(world);
    await writtenTogether(world, [benches, tables]);
    const from = [benches.id, tables.id];
    const joining = made(
      await proposeJoining(office, process, { from, results: one, words: "Fast gleich." }),
    );
    for (const who of ["volunteer", "neighborhood"] as const)
      made(await answerJoining(world.as(who), joining, yes));
    made(await withdrawProposal(world.as("juror"), process, benches.id));
    await lookAtLeft(world);
    expect(await findJoining(office, joining)).toMatchObject({ state: "asked", agreed: 2, asked: 3 });
    expect(made(await answerJoining(world.as("juror"), joining, yes)).state).toBe("done");
  }));
