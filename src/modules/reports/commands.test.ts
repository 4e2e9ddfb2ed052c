import { expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { typeset } from "#core/typeset.ts";
import type { Block, Report } from "#methods/report.ts";
import { town } from "#test/world.ts";
import { changeReport, composeReport, hashOf, sealReport } from "./commands.ts";
import { printReport } from "./printing/jobs.ts";
import { paperFor } from "./printing/queries.ts";
import { findReport, findSealed, listReportsOf } from "./queries.ts";

const subject = "0192f0c0-0000-7000-8000-000000000001";

const report = (blocks: readonly Block[]): Report => ({
  title: "Ergebnisbericht",
  language: "de",
  stand: "Stand 24. November 2026",
  author: "Anlaufstelle",
  publisher: "Weißwasser",
  blocks: [...blocks],
});

const chapter: Block = { kind: "heading", key: "a", origin: "data", level: 1, text: "Themen" };
const bars: Block = {
  kind: "bars",
  key: "b",
  origin: "data",
  caption: "Punkte",
  description: "Räume liegen vorn.",
  bars: [
    { label: "Räume", value: 12 },
    { label: "Busse", value: { hidden: true } },
  ],
};
const remark: Block = {
  kind: "text",
  key: "w",
  origin: "written",
  text: "Das hat *alle* überrascht 🎉 #read(x).",
};

const compose = (ctx: Context, blocks: readonly Block[]) =>
  composeReport(ctx, {
    kind: "workshop",
    subjectKind: "workshop",
    subjectId: subject,
    report: report(blocks),
  });

const at = async (ctx: Context, id: Id<"report">) => {
  const row = await findReport(ctx, id);
  if (!row) throw new Error("no report");
  return row;
};

test("composed again, a report keeps what was written and left out, and takes the new figures", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const id = await compose(office, [chapter, bars]);
    const written = await changeReport(office, id, 1, (one) => ({
      ...one,
      title: "Was wir hörten",
      blocks: [{ ...chapter, omitted: true }, remark, bars],
    }));
    expect(written.ok).toBe(true);
    const fresh: Block = { ...bars, bars: [{ label: "Räume", value: 15 }] };
    expect(await compose(office, [chapter, fresh])).toBe(id);
    const row = await at(office, id);
    expect(row.title).toBe("Was wir hörten");
    expect(row.content.blocks).toEqual([{ ...chapter, omitted: true }, remark, fresh]);
  }));

test("figures from the data cannot be altered, and who writes on an old reading overwrites nobody", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const id = await compose(office, [chapter, bars]);
    const better = { ...bars, bars: [{ label: "Räume", value: 99 }] };
    const cases = [
      [1, [chapter, better], "data"],
      [1, [chapter], "data"],
      [7, [chapter, bars], "changedMeanwhile"],
    ] as const;
    for (const [revision, blocks, because] of cases)
      expect(await changeReport(office, id, revision, (one) => ({ ...one, blocks: [...blocks] }))).toEqual({
        ok: false,
        because,
      });
  }));

test("a sealed report is there for everybody, tells its hash, and never changes again", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const id = await compose(office, [chapter, bars, { ...remark, omitted: true }]);
    expect(await findSealed(world.as("visitor"), (await at(office, id)).slug)).toBeUndefined();
    expect(await sealReport(office, id, 5, "")).toEqual({ ok: false, because: "changedMeanwhile" });
    const sealed = await sealReport(office, id, 1, "https://weisswasser.example");
    if (!sealed.ok) throw new Error(sealed.because);
    expect(await sealReport(office, id, 1, "")).toEqual({ ok: false, because: "sealed" });
    expect(await changeReport(office, id, 1, (one) => one)).toEqual({ ok: false, because: "sealed" });
    await expect(world.sql("savepoint a; update reports set title = 'anders'")).rejects.toThrow(
      "never changes",
    );
    await world.sql("rollback to a");

    const page = await world.request("GET", `/berichte/${sealed.value}`);
    const html = await page.text();
    expect([page.status, html.includes("verborgen"), html.includes("überrascht")]).toEqual([
      200,
      true,
      false,
    ]);
    const data = await (await world.request("GET", `/berichte/${sealed.value}.json`)).text();
    expect(html).toContain(hashOf(JSON.parse(data)));
    expect((await at(office, id)).contentHash).toBe(hashOf(JSON.parse(data)));
    const csv = await (await world.request("GET", `/berichte/${sealed.value}.csv`)).text();
    expect(csv).toContain("Busse;verborgen");
    expect(await listReportsOf(world.as("visitor"), "workshop", subject)).toHaveLength(1);
    expect(await compose(office, [chapter])).not.toBe(id);
  }));

test("the paper follows the seal, once, tagged and with its language", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const id = await compose(office, [chapter, bars]);
    await sealReport(office, id, 1, "https://weisswasser.example");
    await printReport.reach((work) => work(world.as("system")), {
      id,
      origin: "https://weisswasser.example",
    });
    const row = await at(office, id);
    const reply = await world.request("GET", `/berichte/${row.slug}.pdf`);
    const bytes = Buffer.from(await reply.arrayBuffer());
    expect(reply.headers.get("content-type")).toBe("application/pdf");
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    const text = bytes.toString("latin1");
    for (const mark of ["/MarkInfo", "/StructTreeRoot", "/Lang (de)", "pdfuaid:part"])
      expect(text).toContain(mark);
    await printReport.reach((work) => work(world.as("system")), { id, origin: "" });
    expect((await at(office, id)).fileId).toBe(row.fileId);
  }));

test("the same report has the same bytes, whatever signs stand in it, and words are never program", () =>
  town(async (world) => {
    const paper = await paperFor(world.as("coordinator"), report([chapter, remark, bars]), {
      origin: "",
      mark: "x",
    });
    const [one, two] = [await typeset(paper), await typeset(paper)];
    expect(Buffer.compare(one, two)).toBe(0);
    await expect(typeset({ source: '#image("/etc/passwd", alt: "x")', data: {} })).rejects.toThrow(/./u);
  }));

test("only the office writes reports; nobody else sees a draft, and the other town none at all", () =>
  town(async (world) => {
    const id = await compose(world.as("coordinator"), [chapter]);
    for (const who of ["volunteer", "representative", "visitor"] as const)
      expect(await findReport(world.as(who), id)).toBeUndefined();
    expect(await findReport(world.as("foreignCoordinator", { place: world.second }), id)).toBeUndefined();
    const draft = await world.request("GET", `/buero/berichte/${id}`, { as: "coordinator" });
    expect(draft.status).toBe(200);
    const skipped: Block = { kind: "heading", key: "c", origin: "data", level: 3, text: "Zu tief" };
    const other = await composeReport(world.as("coordinator"), {
      kind: "workshop",
      subjectKind: "workshop",
      subjectId: "0192f0c0-0000-7000-8000-000000000002",
      report: report([chapter, skipped]),
    });
    expect(await sealReport(world.as("coordinator"), other, 1, "")).toEqual({
      ok: false,
      because: "problems",
    });
  }));
