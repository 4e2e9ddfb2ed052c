import { beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import { isoDay } from "#core/date.ts";
import { plusDays } from "#core/local-time.ts";
import { addProcess, publishProcess } from "#modules/participation/drafting/commands.ts";
import { addProposal } from "#modules/participation/proposals/commands.ts";
import { findProposal } from "#modules/participation/proposals/queries.ts";
import { findProcess } from "#modules/participation/queries.ts";
import { addReason } from "#modules/participation/reasons/commands.ts";
import { setPhases } from "#modules/participation/timetable/commands.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import { moderate, objectTo, report, settleRedress } from "./commands.ts";
import { findSubject, listLog } from "./queries.ts";

beforeAll(listenToModules);

const insult = { action: "hidden", reason: "insult", words: "Beleidigt einen Nachbarn." } as const;

const written = async (world: World) => {
  const office = world.as("coordinator");
  const volunteer = world.as("volunteer");
  const { id } = await addProcess(office, { template: "square", title: "Der Platz" });
  const today = isoDay(office.now);
  const phase = { kind: "collect", words: "", startsOn: today, endsOn: plusDays(today, 9) } as const;
  made(await setPhases(office, id, [phase]));
  made(await publishProcess(office, id));
  const process = await findProcess(office, id);
  if (!process) throw new Error("the process is not there");
  const words = { title: "Bänke", words: "Drei Bänke.", how: "online", named: true } as const;
  const proposal = made(await addProposal(volunteer, process, words));
  return { office, volunteer, process, proposal };
};

test("what is hidden is gone for others, stays readable for its author, and its reason stands in the log", () =>
  town(async (world) => {
    const { office, volunteer, process, proposal } = await written(world);
    made(await moderate(office, process.id, { kind: "proposal", id: proposal.id }, insult));
    expect(await findProposal(world.as("visitor"), process.id, proposal.number)).toBeUndefined();
    expect(await findProposal(volunteer, process.id, proposal.number)).toMatchObject({ state: "hidden" });
    const [entry] = await listLog(world.as("visitor"), process.id);
    expect(entry).toMatchObject({ action: "hidden", reason: "insult", words: insult.words });
    const page = await world.request("GET", `/beteiligung/${process.slug}/moderation`);
    const html = await page.text();
    expect(html).toContain(insult.words);
    expect(html).not.toContain("Drei Bänke");
    const { rows } = await world.sql(
      `select title from notices where person_id = '${world.cast.volunteer.id}' and kind = 'participation'`,
    );
    expect(rows.map(({ title }) => title)).toContain("Etwas von Ihnen wurde verborgen");
    expect(await moderate(office, process.id, { kind: "proposal", id: proposal.id }, insult)).toEqual({
      ok: false,
      because: "same",
    });
  }));

test("the author objects once, and what the office answers stands in the log", () =>
  town(async (world) => {
    const { office, volunteer, process, proposal } = await written(world);
    const id = made(await moderate(office, process.id, { kind: "proposal", id: proposal.id }, insult));
    await expect(objectTo(world.as("neighborhood"), process.id, id, "Ich auch")).rejects.toThrow();
    made(await objectTo(volunteer, process.id, id, "Das war freundlich gemeint."));
    expect(await objectTo(volunteer, process.id, id, "Noch einmal")).toEqual({ ok: false, because: "again" });
    made(await settleRedress(office, process.id, id, { verdict: "restored", reply: "Sie haben recht." }));
    expect(await findProposal(world.as("visitor"), process.id, proposal.number)).toMatchObject({
      state: "published",
    });
    expect((await listLog(office, process.id)).map(({ action, words }) => [action, words])).toEqual([
      ["shown", "Sie haben recht."],
      ["hidden", insult.words],
    ]);
    expect(await settleRedress(office, process.id, id, { verdict: "kept", reply: "Nein" })).toEqual({
      ok: false,
      because: "settled",
    });
  }));

test("a reason is hidden by itself, and pointing something out puts it before the office", () =>
  town(async (world) => {
    const { office, volunteer, process, proposal } = await written(world);
    const against = { side: "against", words: "Viel zu teuer.", named: false } as const;
    const reason = made(await addReason(volunteer, process, proposal.id, against));
    const subject = await findSubject(office, process.id, "reason", reason);
    if (!subject) throw new Error("the reason is not there");
    await report(world.as("visitor"), process.id, subject, "Unsachlich");
    const open = await world.sql(`select id from tasks where subject_id = '${reason}' and done_at is null`);
    expect(open.rows).toHaveLength(1);
    made(
      await moderate(office, process.id, { kind: "reason", id: reason }, { ...insult, reason: "offTopic" }),
    );
    const after = await world.sql(`select id from tasks where subject_id = '${reason}' and done_at is null`);
    expect(after.rows).toHaveLength(0);
    const page = await world.request("GET", `/beteiligung/${process.slug}/vorschlaege/${proposal.number}`);
    expect(await page.text()).not.toContain("Viel zu teuer");
  }));

test("nobody but the office of this town hides anything", () =>
  town(async (world) => {
    const { process, proposal } = await written(world);
    const target = { kind: "proposal", id: proposal.id } as const;
    for (const role of ["visitor", "volunteer", "editor", "administrator", "foreignCoordinator"] as const)
      await expect(moderate(world.as(role), process.id, target, insult)).rejects.toThrow();
  }));
