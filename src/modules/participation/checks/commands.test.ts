import { beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import { plusDays } from "#core/local-time.ts";
import { addProcess, publishProcess } from "#modules/participation/drafting/commands.ts";
import { changeFundWords, saveFund } from "#modules/participation/funds/commands.ts";
import { findFund, recommended } from "#modules/participation/funds/queries.ts";
import { addProposal } from "#modules/participation/proposals/commands.ts";
import { findProcess } from "#modules/participation/queries.ts";
import { listSteps } from "#modules/participation/steps/queries.ts";
import { addPaperSupports } from "#modules/participation/supports/commands.ts";
import { setPhases } from "#modules/participation/timetable/commands.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import { recordCheck } from "./commands.ts";
import { listCandidates } from "./queries.ts";

beforeAll(listenToModules);

const pot = {
  budgetCents: 1_000_00,
  leastCostCents: 100_00,
  mostCostCents: 800_00,
  leastSupports: 3,
  criteriaWords: "",
  sourceWords: "",
  rule: recommended,
};

const openRound = async (office: Context) => {
  const { id } = await addProcess(office, { template: "fund", title: "Bürgerfonds" });
  const today = isoDay(office.now);
  made(
    await setPhases(office, id, [
      { kind: "collect", words: "", startsOn: today, endsOn: plusDays(today, 9) },
    ]),
  );
  made(await saveFund(office, id, pot));
  made(await publishProcess(office, id));
  const process = await findProcess(office, id);
  const fund = await findFund(office, id);
  if (!process || !fund) throw new Error("the round is not there");
  return { process, fund };
};

const proposing = async (world: World) => {
  const office = world.as("coordinator");
  const round = await openRound(office);
  const bench = { title: "Bänke", words: "Drei Bänke am See.", how: "online", named: true } as const;
  const proposal = made(
    await addProposal(world.as("volunteer"), round.process, { ...bench, costCents: 300_00 }),
  );
  const standing = async () => (await listCandidates(office, round.fund))[0]?.standing;
  return { office, ...round, proposal: proposal.id, standing };
};

const eligible = {
  kind: "eligibility",
  verdict: "passed",
  officeWords: "Bauamt",
  words: "Geht.",
  costCents: null,
} as const;
const costs = {
  kind: "cost",
  verdict: "passed",
  officeWords: "Kämmerei",
  words: "Passt.",
  costCents: 350_00,
} as const;

test("a proposal waits for its supporters, then for both checks, and then goes to the ballot with the checked cost", () =>
  town(async (world) => {
    const { office, process, fund, proposal, standing } = await proposing(world);
    expect(await standing()).toBe("tooFewSupports");
    made(await addPaperSupports(office, process, proposal, { count: 3, words: "Liste im Ordner 1" }));
    expect(await standing()).toBe("waiting");
    made(await recordCheck(office, proposal, eligible));
    expect(await standing()).toBe("waiting");
    made(await recordCheck(office, proposal, costs));
    const [candidate] = await listCandidates(office, fund);
    expect(candidate).toMatchObject({ standing: "ready", checkedCents: 350_00, supports: 3 });
    const kinds = (await listSteps(office, proposal)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "checkPassed")).toHaveLength(2);
    const { rows } = await world.sql(`select verdict from process_answers where proposal_id = '${proposal}'`);
    expect(rows).toEqual([{ verdict: "ballot" }]);
  }));

test("the last word of an office counts, and a failed check is the answer with its reason", () =>
  town(async (world) => {
    const { office, proposal, standing } = await proposing(world);
    const no = { ...eligible, verdict: "failed", words: "Das Ufer gehört dem Land." } as const;
    made(await recordCheck(office, proposal, no));
    expect(await standing()).toBe("failed");
    const { rows } = await world.sql(
      `select verdict, words from process_answers where proposal_id = '${proposal}'`,
    );
    expect(rows).toEqual([{ verdict: "no", words: "Das Ufer gehört dem Land." }]);
    made(await recordCheck(office, proposal, eligible));
    made(await recordCheck(office, proposal, costs));
    expect(await standing()).toBe("ready");
  }));

test("a cost outside of what a project may cost is refused, and so is none", () =>
  town(async (world) => {
    const { office, proposal } = await proposing(world);
    const refused = async (costCents: number | null) => {
      const outcome = await recordCheck(office, proposal, { ...costs, costCents });
      return outcome.ok ? "done" : outcome.because;
    };
    expect([await refused(null), await refused(99_99), await refused(800_01), await refused(800_00)]).toEqual(
      ["noCost", "outsideBounds", "outsideBounds", "done"],
    );
  }));

test("pot and rule stand fast once the round is published; its words may become clearer", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { process } = await openRound(office);
    expect(await saveFund(office, process.id, { ...pot, budgetCents: 9_000_00 })).toEqual({
      ok: false,
      because: "frozen",
    });
    await changeFundWords(office, process.id, { criteriaWords: "Nur hier.", sourceWords: "" });
    expect(await findFund(office, process.id)).toMatchObject({
      budgetCents: 1_000_00,
      criteriaWords: "Nur hier.",
    });
  }));

test("a pot must hold together, and nobody but the office touches it", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { id } = await addProcess(office, { template: "fund", title: "Noch ein Fonds" });
    expect(await saveFund(office, id, { ...pot, leastCostCents: 900_00 })).toEqual({
      ok: false,
      because: "bounds",
    });
    expect(await saveFund(office, id, { ...pot, mostCostCents: 2_000_00 })).toEqual({
      ok: false,
      because: "overPot",
    });
    for (const role of ["volunteer", "editor", "representative", "administrator"] as const)
      await expect(saveFund(world.as(role), id, pot)).rejects.toThrow();
    const there = world.as("foreignCoordinator");
    await expect(saveFund(there, id, pot)).rejects.toThrow();
  }));
