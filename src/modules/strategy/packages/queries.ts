import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Named } from "#core/traceable.ts";
import { bundlesCollide, collides } from "#methods/amendment.ts";
import { mostOffers, mostParts, type Zone, zoneOfAgreement } from "#methods/package-deal.ts";
import { listSeats, type SeatId } from "#modules/consortium/seats/queries.ts";
import {
  type AmendmentId,
  changeOf,
  listAmendments,
  livingStates,
} from "#modules/strategy/amendments/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import type { VersionId } from "#modules/strategy/texts/queries.ts";

export type PackageId = Id<"amendmentPackage">;

const packages = (ctx: Context) =>
  ctx.db
    .selectFrom("amendmentPackages as p")
    .innerJoin("strategyVersions as v", "v.id", "p.versionId")
    .$if(!may.run(ctx), (query) => query.where("v.state", "<>", "draft"))
    .selectAll("p")
    .select(["v.title as version", "v.number as versionNumber"])
    .select(
      sql<AmendmentId[]>`array(select a.amendment_id from package_amendments a
        where a.place_id = p.place_id and a.package_id = p.id order by a.amendment_id)`.as("amendmentIds"),
    );

/** The packages of a version, or of all, the youngest first. */
export const listPackages = (ctx: Context, version?: VersionId) =>
  packages(ctx)
    .$if(version !== undefined, (query) => query.where("p.versionId", "=", version as VersionId))
    .orderBy("p.number", "desc")
    .limit(100)
    .execute();
export type PackageRow = Awaited<ReturnType<typeof listPackages>>[number];

/** It can still be agreed, or was: what is in it is in no other package. */
export const isLiving = ({ state }: Pick<PackageRow, "state">): boolean =>
  state === "open" || state === "agreed";

/** The amendments of a version that are in a living package. */
export const bundledIn = async (ctx: Context, version: VersionId): Promise<ReadonlySet<string>> =>
  new Set((await listPackages(ctx, version)).filter(isLiving).flatMap(({ amendmentIds }) => amendmentIds));

export const findPackage = (ctx: Context, id: PackageId): Promise<PackageRow | undefined> =>
  packages(ctx).where("p.id", "=", id).executeTakeFirst();

export const findPackageByNumber = (ctx: Context, number: number): Promise<PackageRow | undefined> =>
  packages(ctx).where("p.number", "=", number).executeTakeFirst();

const stances = (ctx: Context) =>
  ctx.db
    .selectFrom("stances as s")
    .innerJoin("seats as t", "t.id", "s.seatId")
    .select([
      "s.id",
      "s.amendmentId",
      "s.packageId",
      "s.seatId",
      "s.stance",
      "s.reason",
      "s.change",
      "t.title as seat",
      "t.sector",
    ])
    .orderBy("t.position")
    .orderBy("t.title");

/** What seats say to a package. */
export const listPackageStances = (ctx: Context, id: PackageId) =>
  stances(ctx).where("s.packageId", "=", id).limit(300).execute();

/** What seats say to a single amendment. */
export const listAmendmentStances = (ctx: Context, id: AmendmentId) =>
  stances(ctx).where("s.amendmentId", "=", id).limit(300).execute();

/** What these seats have spoken to already: packages and amendments. */
export const listSpoken = (ctx: Context, seats: readonly SeatId[]) =>
  stances(ctx)
    .where("s.seatId", "in", seats.length > 0 ? [...seats] : [sql.lit(null)])
    .limit(5_000)
    .execute();

export type StanceRow = Awaited<ReturnType<typeof listPackageStances>>[number];

export type Offered = {
  readonly id: string;
  readonly label: "package" | "amendment";
  readonly number: number;
};
export type VersionZone = { readonly zone: Zone; readonly offers: ReadonlyMap<string, Offered> };

/** Who can live with what in a version: packages, and amendments that are in none. Nothing when there is too much. */
export const zoneOfVersion = async (ctx: Context, version: VersionId): Promise<VersionZone | undefined> => {
  const rows = await listAmendments(ctx, { version, states: livingStates });
  const changes = new Map(rows.map((row) => [row.id as string, changeOf(row)]));
  const living = (await listPackages(ctx, version)).filter(isLiving);
  const bundled = new Set(living.flatMap(({ amendmentIds }) => amendmentIds as readonly string[]));
  const single = rows.filter(({ id }) => !bundled.has(id));
  const offers = [
    ...living.map(({ id, amendmentIds }) => ({ id: id as string, parts: amendmentIds as readonly string[] })),
    ...single.map(({ id }) => ({ id: id as string, parts: [id as string] })),
  ];
  const parts = new Set(offers.flatMap((offer) => offer.parts));
  if (offers.length === 0 || offers.length > mostOffers || parts.size > mostParts) return undefined;
  const seats = (await listSeats(ctx)).filter(({ voting }) => voting);
  const said = await stances(ctx)
    .where(
      sql<boolean>`(s.package_id in (select id from amendment_packages where version_id = ${version})
        or s.amendment_id in (select id from amendments where version_id = ${version}))`,
    )
    .limit(20_000)
    .execute();
  const bundle = new Map(
    offers.map(({ id, parts }) => [id, { id, amendments: parts.flatMap((part) => changes.get(part) ?? []) }]),
  );
  const collide = (a: string, b: string): boolean => {
    const [one, other] = [bundle.get(a), bundle.get(b)];
    return one !== undefined && other !== undefined && bundlesCollide(one, other);
  };
  return {
    zone: zoneOfAgreement(
      offers,
      seats.map(({ id, sector }) => ({ id, sector })),
      said.map(({ packageId, amendmentId, seatId, stance }) => ({
        offer: String(packageId ?? amendmentId),
        seat: seatId,
        stance,
      })),
      collide,
    ),
    offers: new Map<string, Offered>([
      ...living.map(({ id, number }) => [id as string, { id, number, label: "package" as const }] as const),
      ...single.map(({ id, number }) => [id as string, { id, number, label: "amendment" as const }] as const),
    ]),
  };
};

export type Obstacles = {
  /** The numbers of accepted amendments that change the same words. */
  readonly colliding: readonly number[];
  /** How many of its own amendments are neither open nor accepted any more. */
  readonly missing: number;
};

/** Why a package cannot be agreed as it stands, whatever the seats say. */
export const obstaclesOf = async (
  ctx: Context,
  { versionId, amendmentIds }: Pick<PackageRow, "versionId" | "amendmentIds">,
): Promise<Obstacles> => {
  const ids = new Set<string>(amendmentIds);
  const rows = await listAmendments(ctx, { version: versionId, states: ["open", "accepted"] });
  const parts = rows.filter(({ id }) => ids.has(id)).map(changeOf);
  const colliding = rows
    .filter((row) => row.state === "accepted" && !ids.has(row.id))
    .filter((row) => parts.some((part) => collides(part, changeOf(row))))
    .map(({ number }) => number);
  return { colliding, missing: ids.size - parts.length };
};

const named = ({ id, number, title }: PackageRow): Named => ({
  kind: "amendmentPackage",
  id,
  title,
  path: paths.package(number),
});

export const namePackages = async (ctx: Context, ids: readonly PackageId[]): Promise<readonly Named[]> =>
  (
    await packages(ctx)
      .where("p.id", "in", [...ids])
      .limit(ids.length)
      .execute()
  ).map(named);

export const findPackages = async (ctx: Context, words: string): Promise<readonly Named[]> =>
  (
    await packages(ctx)
      .where("p.title", "ilike", `%${words.replaceAll(/[\\%_]/gu, "\\$&")}%`)
      .limit(8)
      .execute()
  ).map(named);

/** What somebody said for a seat: for "everything about me". */
export const tellStances = (ctx: Context, person: Id<"person">) =>
  ctx.db
    .selectFrom("stances")
    .select(["stance", "reason", "change", "madeAt"])
    .where("madeBy", "=", person)
    .orderBy("madeAt")
    .limit(500)
    .execute();
