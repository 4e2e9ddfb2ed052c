import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { doubleFinder, type Reason } from "#methods/likeness.ts";
import { changedColumns, type OrganizationChanges } from "#modules/organizations/commands.ts";
import { type Draft, type Drafts, readTableDrafts } from "#modules/organizations/drafts/queries.ts";
import { readHsdsDrafts } from "#modules/organizations/hsds/queries.ts";
import { may } from "#modules/organizations/policy.ts";
import type { Import, Organization } from "#modules/organizations/schema.ts";

type OrganizationId = Id<"organization">;
export type ImportKind = Import["kind"];

/** What would happen to one row of the file. */
export type PlanRow = {
  readonly draft: Draft;
  readonly state: "new" | "changed" | "same" | "double" | "wrong";
  /** The one it updates, or seems to be. */
  readonly organization: { readonly id: OrganizationId; readonly name: string } | undefined;
  readonly changed: readonly string[];
  readonly reasons: readonly Reason[];
};

export type Plan =
  | { readonly ok: true; readonly rows: readonly PlanRow[] }
  | { readonly ok: false; readonly problem: string };

/** A file that was uploaded, for the office only. */
export const findImport = async (ctx: Context, id: Id<"import">): Promise<Import | undefined> =>
  may.import(ctx)
    ? ctx.db.selectFrom("imports").selectAll().where("id", "=", id).executeTakeFirst()
    : undefined;

/** The files of the last time, newest first, without their content. */
export const listImports = async (ctx: Context, limit = 20) =>
  may.import(ctx)
    ? ctx.db
        .selectFrom("imports")
        .leftJoin("people", "people.id", "imports.madeBy")
        .select([
          "imports.id",
          "imports.kind",
          "imports.source",
          "imports.fileName",
          "imports.madeAt",
          "imports.appliedAt",
          "imports.summary",
          "people.name as by",
        ])
        .orderBy("imports.madeAt", "desc")
        .limit(limit)
        .execute()
    : [];

/** The drafts of a file, by its kind. */
export const readDrafts = (ctx: Context, kind: ImportKind, content: string): Drafts => {
  const bytes = new TextEncoder().encode(content);
  return kind === "hsds" ? readHsdsDrafts(ctx, bytes) : readTableDrafts(ctx, bytes);
};

type KnownService = {
  readonly organizationId: OrganizationId;
  readonly externalId: string | null;
  readonly name: string;
  readonly description: string;
};

// An organization that was merged lives on in another: a second import of its old entry updates that one.
const survivors = (all: readonly Organization[]): ((one: Organization) => Organization) => {
  const byId = new Map<string, Organization>(all.map((one) => [one.id, one]));
  const follow = (one: Organization, steps = 10): Organization => {
    const next = one.mergedIntoId && byId.get(one.mergedIntoId);
    return next && steps > 0 ? follow(next, steps - 1) : one;
  };
  return (one) => follow(one);
};

const serviceChanges = (draft: Draft, known: ReadonlyMap<string, KnownService>): boolean =>
  draft.services.some(({ externalId, name, description }) => {
    const service = known.get(externalId);
    return !service || service.name !== name || service.description !== description;
  });

// Coordinates in a file are exact to a few digits; a difference of a meter is none.
const rounded = (values: OrganizationChanges, existing: Organization): OrganizationChanges => {
  const { latitude, longitude, ...rest } = values;
  const near = (a: number | null | undefined, b: number | null) =>
    typeof a === "number" && b !== null && Math.abs(a - b) < 1e-5;
  return near(latitude, existing.latitude) && near(longitude, existing.longitude) ? rest : values;
};

/** Compares a file with what is known, row by row, and writes nothing. */
export const planImport = async (
  ctx: Context,
  { kind, source, content }: Pick<Import, "kind" | "source" | "content">,
): Promise<Plan> => {
  const read = readDrafts(ctx, kind, content);
  if (!read.ok) return read;
  const all = await ctx.db.selectFrom("organizations").selectAll().limit(20_000).execute();
  const services = await ctx.db
    .selectFrom("services")
    .select(["organizationId", "externalId", "name", "description"])
    .where("source", "=", source)
    .limit(50_000)
    .execute();
  const knownServices = new Map(services.map((service) => [service.externalId ?? "", service]));
  const survivor = survivors(all);
  const bySource = new Map(
    all.filter((one) => one.source === source).map((one) => [one.externalId, survivor(one)]),
  );
  const living = all.filter(({ mergedIntoId }) => mergedIntoId === null);
  const byId = new Map<string, Organization>(living.map((one) => [one.id, one]));
  const findDouble = doubleFinder(living);

  const rows = read.drafts.map((draft): PlanRow => {
    const nothing = { draft, organization: undefined, changed: [], reasons: [] };
    if (draft.problems.length > 0) return { ...nothing, state: "wrong" };
    const existing = bySource.get(draft.externalId);
    if (existing) {
      const columns = changedColumns(existing, rounded(draft.values, existing));
      const changed = [...columns, ...(serviceChanges(draft, knownServices) ? ["services"] : [])];
      return { ...nothing, organization: existing, changed, state: changed.length > 0 ? "changed" : "same" };
    }
    const { street = null, postcode = null, registerNumber = null } = draft.values;
    const double = findDouble({ id: "", name: draft.name, street, postcode, registerNumber });
    const twin = double && byId.get(double.second);
    return twin
      ? { ...nothing, organization: twin, reasons: double.reasons, state: "double" }
      : { ...nothing, state: "new" };
  });
  return { ok: true, rows };
};
