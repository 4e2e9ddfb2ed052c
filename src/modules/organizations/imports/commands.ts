import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { line, many, whole } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { doubleFinder, plainName } from "#methods/likeness.ts";
import { decodeText } from "#methods/table-file.ts";
import { addOrganization, changeOrganization } from "#modules/organizations/commands.ts";
import type { Draft } from "#modules/organizations/drafts/queries.ts";
import { guessSector } from "#modules/organizations/drafts/vocabulary.ts";
import { paths } from "#modules/organizations/paths.ts";
import { may } from "#modules/organizations/policy.ts";
import { findImport, type ImportKind, type PlanRow, planImport } from "./queries.ts";

type OrganizationId = Id<"organization">;

export const megabytes = 10;

/** Where a file comes from: the same words next time, so that rows are updated instead of doubled. */
export const ImportInput = z.object({ kind: z.enum(["organizations", "hsds"]), source: line(80) });

/** The lines that are taken over although they look like something known. */
export const ApplyInput = z.object({ add: many(whole(1, 10_000_000), 5_000) });

export type UploadRefusal = "noFile" | "tooBig" | "empty" | "binary";

/** The text of an uploaded file, whatever its letters are encoded in. */
export const readUpload = async (
  file: unknown,
): Promise<Outcome<{ name: string; text: string }, UploadRefusal>> => {
  if (!(file instanceof File) || file.name === "") return refused("noFile");
  if (file.size > megabytes * 1_048_576) return refused("tooBig");
  const { text } = decodeText(new Uint8Array(await file.arrayBuffer()));
  if (text.trim() === "") return refused("empty");
  // A spreadsheet or picture has zeros in it; text never has.
  if (text.includes("\u0000")) return refused("binary");
  return done({
    name: file.name.slice(0, 200).replace(/[^\p{L}\p{N} ._()-]/gu, "_"),
    text: text.toWellFormed(),
  });
};

type Upload = {
  readonly kind: ImportKind;
  readonly source: string;
  readonly fileName: string;
  readonly text: string;
};

/** Keeps a file for its dry run; nothing else changes. */
export const keepImport = async (
  ctx: Context,
  { kind, source, fileName, text }: Upload,
): Promise<Id<"import">> => {
  allow(may.import(ctx));
  const madeBy = ctx.actor.kind === "person" ? ctx.actor.id : null;
  const { id } = await ctx.db
    .insertInto("imports")
    .values({ kind, source, fileName, content: text, madeBy })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "import.tried", id, { title: fileName, kind, source });
  return id;
};

/** Notes that a file was taken over, with its figures, and forgets its content. A second time is refused. */
export const finishImport = async (
  ctx: Context,
  id: Id<"import">,
  summary: Readonly<Record<string, number>>,
): Promise<Outcome<typeof summary, "already">> => {
  allow(may.import(ctx));
  const row = await ctx.db
    .updateTable("imports")
    .set({ appliedAt: ctx.now, summary: JSON.stringify(summary), content: "" })
    .where("id", "=", id)
    .where("appliedAt", "is", null)
    .returning(["fileName", "source"])
    .executeTakeFirst();
  if (!row) return refused("already");
  await record(ctx, "import.applied", id, {
    title: row.fileName,
    source: row.source,
    summary,
    path: paths.importFile(id),
  });
  return done(summary);
};

const writeServices = async (
  ctx: Context,
  organizationId: OrganizationId,
  source: string,
  draft: Draft,
): Promise<void> => {
  if (draft.services.length === 0) return;
  await ctx.db
    .insertInto("services")
    .values(draft.services.map((service) => ({ ...service, organizationId, source })))
    .onConflict((conflict) =>
      conflict
        .columns(["placeId", "source", "externalId"])
        .where("externalId", "is not", null)
        .doUpdateSet((row) => ({
          name: row.ref("excluded.name"),
          description: row.ref("excluded.description"),
          needs: row.ref("excluded.needs"),
          targetGroups: row.ref("excluded.targetGroups"),
          languages: row.ref("excluded.languages"),
          fees: row.ref("excluded.fees"),
          howToCome: row.ref("excluded.howToCome"),
          changedAt: ctx.now,
        })),
    )
    .execute();
};

const takeOver = async (
  ctx: Context,
  source: string,
  { draft, state, organization, changed }: PlanRow,
): Promise<void> => {
  const { values, externalId, name } = draft;
  if (state === "changed" && organization) {
    if (changed.some((column) => column !== "services"))
      await changeOrganization(ctx, organization.id, values);
    return writeServices(ctx, organization.id, source, draft);
  }
  const { id } = await addOrganization(ctx, {
    ...values,
    name,
    sector: values.sector ?? guessSector(name),
    source,
    externalId,
  });
  return writeServices(ctx, id, source, draft);
};

/** Takes the whole file over, or nothing. Rows that look like something known come only when their line is in `add`. */
export const applyImport = async (
  ctx: Context,
  id: Id<"import">,
  add: readonly number[] = [],
): Promise<Outcome<Readonly<Record<string, number>>, "already" | "wrong">> => {
  allow(may.import(ctx));
  await ctx.db.selectFrom("imports").select("id").where("id", "=", id).forUpdate().execute();
  const file = found(await findImport(ctx, id));
  if (file.appliedAt) return refused("already");
  const plan = await planImport(ctx, file);
  if (!plan.ok || plan.rows.some(({ state }) => state === "wrong")) return refused("wrong");
  const wanted = new Set(add);
  const summary = { new: 0, changed: 0, same: 0, left: 0 };
  for (const row of plan.rows) {
    const added = row.state === "new" || (row.state === "double" && wanted.has(row.draft.line));
    if (added || row.state === "changed") await takeOver(ctx, file.source, row);
    summary[added ? "new" : row.state === "changed" ? "changed" : row.state === "same" ? "same" : "left"] +=
      1;
  }
  return finishImport(ctx, id, summary);
};

type Stub = {
  readonly name: string;
  readonly postcode?: string | null;
  readonly townName?: string | null;
  readonly source: string;
};

/** The organization of this name, found among those known or made as a stub: for tables that only mention it. */
export const ensureOrganizations = async (
  ctx: Context,
  stubs: readonly Stub[],
): Promise<ReadonlyMap<string, { readonly id: OrganizationId; readonly made: boolean }>> => {
  allow(may.import(ctx));
  const known = await ctx.db
    .selectFrom("organizations")
    .select(["id", "name", "street", "postcode", "registerNumber"])
    .where("mergedIntoId", "is", null)
    .limit(20_000)
    .execute();
  const byName = new Map(known.map(({ id, name }) => [plainName(name), id]));
  const findDouble = doubleFinder(known);
  const byId = new Map<string, OrganizationId>(known.map(({ id }) => [id, id]));
  const result = new Map<string, { id: OrganizationId; made: boolean }>();
  for (const { name, postcode = null, townName = null, source } of stubs) {
    const double = findDouble({ id: "", name, postcode });
    const id =
      byName.get(plainName(name)) ?? (double && double.score >= 0.85 ? byId.get(double.second) : undefined);
    const made =
      id ??
      (
        await addOrganization(ctx, {
          name,
          postcode,
          townName,
          sector: guessSector(name),
          source,
          externalId: plainName(name),
        })
      ).id;
    byName.set(plainName(name), made);
    result.set(name, { id: made, made: id === undefined });
  }
  return result;
};
