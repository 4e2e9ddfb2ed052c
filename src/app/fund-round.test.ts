import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { runCommandLine } from "#app/commands/command-line.ts";
import { commands } from "#app/commands/list.ts";
import { listenToModules } from "#app/reactions.ts";
import type { Id } from "#core/id.ts";
import { sealOf } from "#methods/ballot-seal.ts";
import { tallyBallot } from "#methods/ballot-tally.ts";
import { closeBallot } from "#modules/participation/ballot-course/commands.ts";
import { makeVotingCodes } from "#modules/participation/ballot-letters/commands.ts";
import { drawLots } from "#modules/participation/ballots/commands.ts";
import { addBlanks } from "#modules/participation/blanks/commands.ts";
import { beginCount, finishCount } from "#modules/participation/counting/commands.ts";
import { addProcess, publishProcess } from "#modules/participation/drafting/commands.ts";
import { saveFund } from "#modules/participation/funds/commands.ts";
import { recommended } from "#modules/participation/funds/queries.ts";
import { listProjects } from "#modules/participation/projects/queries.ts";
import { findProcess, type ProcessId } from "#modules/participation/queries.ts";
import { addVoters } from "#modules/participation/roll/commands.ts";
import { listVoters } from "#modules/participation/roll/queries.ts";
import { addPaperSupports } from "#modules/participation/supports/commands.ts";
import { setPhases } from "#modules/participation/timetable/commands.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";

beforeAll(listenToModules);

const at = (day: string) => new Date(`${day}T09:00:00Z`);
const days = {
  propose: at("2026-11-25"),
  check: at("2026-12-08"),
  vote: at("2026-12-16"),
  after: at("2027-01-05"),
};

const call = async (world: World): Promise<{ readonly id: ProcessId; readonly slug: string }> => {
  const office = world.as("coordinator");
  const process = await addProcess(office, { template: "fund", title: "Bürgerfonds" });
  const phase = (kind: "collect" | "refine" | "decide", startsOn: string, endsOn: string) => ({
    kind,
    words: "",
    startsOn,
    endsOn,
  });
  made(
    await setPhases(office, process.id, [
      phase("collect", "2026-11-24", "2026-12-05"),
      phase("refine", "2026-12-06", "2026-12-12"),
      phase("decide", "2026-12-14", "2026-12-31"),
    ]),
  );
  made(
    await saveFund(office, process.id, {
      budgetCents: 1_000_00,
      leastCostCents: 50_00,
      mostCostCents: 700_00,
      leastSupports: 2,
      criteriaWords: "Was allen offensteht.",
      sourceWords: "",
      rule: recommended,
    }),
  );
  made(await publishProcess(office, process.id));
  return process;
};

const proposals = [
  { title: "Bänke am See", costs: "400", checked: "400" },
  { title: "Bühne im Park", costs: "650", checked: "700" },
  { title: "Bücherkasten", costs: "90,50", checked: "120" },
] as const;

/** Somebody proposes through the form: first it shows what is alike, then it is sent. */
const propose = async (world: World, slug: string): Promise<void> => {
  const path = `/beteiligung/${slug}/vorschlaege/neu`;
  for (const { title, costs } of proposals) {
    const words = { title, words: `${title}, für alle.`, cost: costs, from: "named" };
    const look = await world.request("POST", path, { as: "volunteer", form: words, now: days.propose });
    expect([title, look.status]).toEqual([title, 200]);
    const form = { ...words, gesehen: "ja" };
    const sent = await world.request("POST", path, { as: "volunteer", form, now: days.propose });
    expect([title, sent.status]).toEqual([title, 303]);
  }
};

const idsOf = async (world: World, process: ProcessId) => {
  const { rows } = await world.sql(
    `select id, number, title from proposals where process_id = '${process}' order by number`,
  );
  return rows as { id: Id<"proposal">; number: number; title: string }[];
};

const check = async (world: World, process: ProcessId): Promise<void> => {
  const office = world.as("coordinator", { now: days.check });
  const row = await findProcess(office, process);
  if (!row) throw new Error("the process is not there");
  for (const [index, { id }] of (await idsOf(world, process)).entries()) {
    made(await addPaperSupports(office, row, id, { count: 4, words: "Liste 1" }));
    const path = `/buero/beteiligung/${process}/fonds/pruefung/${id}`;
    const send = async (form: Record<string, string>) =>
      (await world.request("POST", path, { as: "coordinator", form, now: days.check })).status;
    const words = { officeWords: "Bauamt", words: "Geprüft und möglich." };
    expect(await send({ kind: "eligibility", verdict: "passed", ...words })).toBe(303);
    const costCents = proposals[index]?.checked ?? "";
    expect(await send({ kind: "cost", verdict: "passed", costCents: "9.999", ...words })).toBe(422);
    expect(await send({ kind: "cost", verdict: "passed", costCents, ...words })).toBe(303);
  }
};

const online = 12;
const onPaper = 8;

/** Who marks what: the numbers on the sheet. */
const choices = (voter: number): readonly string[] =>
  voter % 4 === 0 ? ["1"] : voter % 4 === 1 ? ["1", "3"] : voter % 4 === 2 ? ["2"] : ["2", "3"];

const makeBallot = async (world: World, process: ProcessId) => {
  const office = world.as("coordinator", { now: days.check });
  const form = {
    opensOn: "2026-12-14",
    closesOn: "2026-12-31",
    electorate: "roll",
    leastAge: "0",
    electorateWords: "Alle ab 14 Jahren.",
  };
  const path = `/buero/beteiligung/${process}/fonds/abstimmung`;
  const sent = await world.request("POST", path, { as: "coordinator", form, now: days.check });
  const id = (sent.headers.get("location") ?? "").split("/").at(-1) as Id<"ballot">;
  made(await drawLots(office, id, "4 8 15 16 23 42"));
  const announced = await world.request("POST", `/buero/abstimmungen/${id}/stand`, {
    as: "coordinator",
    form: { stand: "angekuendigt" },
    now: days.check,
  });
  expect(announced.status).toBe(303);
  const people = Array.from({ length: 30 }, (_, n) => ({ name: `Wähler ${n}`, address: `Weg ${n}` }));
  made(await addVoters(office, id, people));
  const { rows } = await world.sql(`select slug from ballots where id = '${id}'`);
  return { id, sheet: `/beteiligung/abstimmungen/${String(rows[0]?.["slug"])}/stimmzettel` };
};

const cookieIn = (reply: Response): string => reply.headers.get("set-cookie")?.split(";")[0] ?? "";

/** With the codes of their letters people vote on their own devices; each sees a receipt. */
const voteOnline = async (world: World, ballot: Id<"ballot">, sheet: string): Promise<readonly string[]> => {
  const office = world.as("coordinator", { now: days.vote });
  const voters = (await listVoters(office, ballot)).slice(0, online);
  const codes = await makeVotingCodes(
    office,
    ballot,
    voters.map(({ id }) => id),
  );
  const receipts: string[] = [];
  for (const [index, { id }] of voters.entries()) {
    const knocked = await world.request("POST", sheet.replace("stimmzettel", "code"), {
      form: { code: codes.get(id) ?? "" },
      now: days.vote,
    });
    const headers = { cookie: cookieIn(knocked) };
    const drawn = await (await world.request("GET", sheet, { headers, now: days.vote })).text();
    const quittung = /name="quittung" value="([^"]+)"/u.exec(drawn)?.[1] ?? "";
    const marks = Object.fromEntries(choices(index).map((key) => [`m.${key}`, "1"]));
    const form = { ...marks, quittung, schritt: "abstimmen" };
    const done = await world.request("POST", sheet, { headers, form, now: days.vote });
    expect([done.status, (await done.text()).includes(quittung)]).toEqual([200, true]);
    receipts.push(quittung);
  }
  return receipts;
};

/** The rest votes on paper: marked on the roll, put into the box, typed in twice. */
const voteOnPaper = async (world: World, ballot: Id<"ballot">): Promise<void> => {
  const office = world.as("coordinator", { now: days.vote });
  const printed = made(await addBlanks(office, ballot, 10));
  const voters = (await listVoters(office, ballot)).slice(online, online + onPaper);
  const post = (path: string, form: Record<string, string>, now: Date) =>
    world.request("POST", `/buero/abstimmungen/${ballot}/${path}`, { as: "coordinator", form, now });
  for (const { id } of voters)
    expect((await post(`schalter/${id}/vermerk`, { weg: "counter" }, days.vote)).status).toBe(303);
  made(await closeBallot(world.as("system", { now: days.after }), ballot));
  const begun = await post("stapel", { zettel: String(onPaper), name: "Anna Erste" }, days.after);
  const pile = `stapel/${(begun.headers.get("location") ?? "").split("/").at(-1)}`;
  const { rows } = await world.sql(
    `select key from ballot_options where ballot_id = '${ballot}' order by position`,
  );
  const places = rows.map(({ key }) => String(key));
  for (const counting of ["1", "2"]) {
    if (counting === "2")
      expect((await post(`${pile}/zweite`, { name: "Bert Zweiter" }, days.after)).status).toBe(303);
    for (let line = 1; line <= onPaper; line += 1) {
      const kreuze = choices(line)
        .map((key) => places.indexOf(key) + 1)
        .join(" ");
      const form = { zaehlung: counting, zeile: String(line), nummer: printed[line - 1] ?? "", kreuze };
      expect((await post(pile, form, days.after)).status).toBe(303);
    }
  }
  const uncounted = await post("auszaehlung", {}, days.after);
  expect(uncounted.status).toBe(409);
  const signed = { uebrig: "2", erste: "Anna Erste", zweite: "Bert Zweiter" };
  expect((await post("abgleich", signed, days.after)).status).toBe(303);
  expect((await post("auszaehlung", {}, days.after)).status).toBe(303);
  const system = world.as("system", { now: days.after });
  const file = await beginCount(system, ballot);
  if (!file) throw new Error("nothing to count");
  await finishCount(system, ballot, file, { tally: tallyBallot(file), seal: sealOf(file) });
  expect((await post("auszaehlung/veroeffentlichung", {}, days.after)).status).toBe(303);
};

/** A sceptic with nothing but the published file and the command line. */
const recount = async (
  text: string,
): Promise<{ readonly winners: readonly string[]; readonly people: number }> => {
  const folder = await mkdtemp(join(tmpdir(), "anlaufstelle-sceptic-"));
  const out: string[] = [];
  try {
    await writeFile(join(folder, "stimmzettel.json"), text);
    const line = ["tally", "check", "stimmzettel.json", "--json"];
    const surroundings = { environment: {}, folder, out: (words: string) => out.push(words) };
    expect(await runCommandLine(commands, line, { ...surroundings, complain: () => undefined })).toBe(0);
    return JSON.parse(out.join("\n"));
  } finally {
    await rm(folder, { recursive: true });
  }
};

test(
  "a round of the citizens' fund, from the call to funded projects, two fifths of it on paper; a sceptic comes to the same result",
  { timeout: 60_000 },
  () =>
    town(async (world) => {
      const { id: process, slug } = await call(world);
      await propose(world, slug);
      await check(world, process);
      const ballot = await makeBallot(world, process);
      const receipts = await voteOnline(world, ballot.id, ballot.sheet);
      await voteOnPaper(world, ballot.id);

      const projects = await listProjects(world.as("visitor", { now: days.after }), process);
      expect(projects.map(({ title, grantedCents }) => [title, grantedCents])).toEqual([
        ["Bänke am See", 400_00],
        ["Bücherkasten", 120_00],
      ]);
      const look = async (path: string) => (await world.request("GET", path, { now: days.after })).text();
      const result = await look(`/beteiligung/${slug}/ergebnis`);
      expect(result).toContain("2 von 3 Vorhaben werden gefördert");
      expect(result).toContain("20 Menschen haben abgestimmt");

      const published = await look(ballot.sheet.replace("stimmzettel", "daten/stimmzettel.json"));
      const again = await recount(published);
      expect([again.people, [...again.winners].sort()]).toEqual([20, ["1", "3"]]);
      for (const receipt of receipts) expect(published).toContain(receipt);
      expect(published).not.toContain("Wähler");
      expect((JSON.parse(published) as { sheets: unknown[] }).sheets).toHaveLength(online + onPaper);
      const path = await look(`/beteiligung/${slug}/vorschlaege/2/weg`);
      expect(path).toContain("Diesmal nicht gefördert");
    }),
);
