import { sql } from "kysely";
import { reach } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf, plusDays } from "#core/local-time.ts";
import type { Named } from "#core/traceable.ts";
import { likeWords, type MeasureId } from "#modules/strategy/measures/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import type { MeasureCommitment } from "#modules/strategy/schema.ts";
import { type CommitmentKind, commitmentKinds } from "#modules/strategy/vocabulary.ts";
import { promiseText } from "./vocabulary.ts";

export type CommitmentId = Id<"measureCommitment">;
type OrganizationId = Id<"organization">;

export const mostCommitments = 1_000;
/** Six weeks before a commitment ends its organization is asked whether it goes on. */
export const renewalDays = 42;

/** The organizations the asker speaks for. */
export const ownOrganizations = ({ actor }: Pick<Context, "actor">): readonly OrganizationId[] => [
  ...new Set(
    [reach(actor, "representative"), reach(actor, "partner")].flatMap((where) =>
      where === "everywhere" ? [] : [...where],
    ),
  ),
];

// Everybody sees what was confirmed, for measures that are public; one's own organization and the office see all.
const commitments = (ctx: Context) =>
  ctx.db
    .selectFrom("measureCommitments as c")
    .innerJoin("measures as m", "m.id", "c.measureId")
    .innerJoin("organizations as g", "g.id", "c.organizationId")
    .$if(!may.run(ctx), (query) =>
      query.where(
        sql<boolean>`((c.state in ('confirmed', 'ended') and m.public and g.hidden_at is null)
          or c.organization_id = any(${[...ownOrganizations(ctx)]}::uuid[]))`,
      ),
    )
    .selectAll("c")
    .select([
      "m.number as measureNumber",
      "m.title as measure",
      "m.state as measureState",
      "m.public as measurePublic",
      "g.hiddenAt as organizationHiddenAt",
      "g.name as organization",
      "g.slug as organizationSlug",
      "g.sector",
    ])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom("measureCommitments as r")
          .select("r.id")
          .whereRef("r.renewsId", "=", "c.id")
          .where("r.state", "in", ["offered", "confirmed"]),
      ).as("renewed"),
    );

type Filter = {
  readonly measure?: MeasureId | undefined;
  readonly organizations?: readonly OrganizationId[] | undefined;
  readonly state?: MeasureCommitment["state"] | undefined;
};

/** What partners give, as far as the asker may see; of one measure or some organizations when asked. */
export const listCommitments = (ctx: Context, { measure, organizations, state }: Filter = {}) => {
  let query = commitments(ctx);
  if (measure) query = query.where("c.measureId", "=", measure);
  if (organizations)
    query = query.where(
      "c.organizationId",
      "in",
      organizations.length > 0 ? [...organizations] : [sql.lit(null)],
    );
  if (state) query = query.where("c.state", "=", state);
  return query
    .orderBy("m.number")
    .orderBy(sql`g.name collate german`)
    .orderBy("c.startsOn", "desc")
    .orderBy("c.id")
    .limit(mostCommitments)
    .execute();
};
export type CommitmentRow = Awaited<ReturnType<typeof listCommitments>>[number];

export const findCommitment = (ctx: Context, id: CommitmentId): Promise<CommitmentRow | undefined> =>
  commitments(ctx).where("c.id", "=", id).executeTakeFirst();

/** Confirmed commitments that end within so many days and are not renewed yet, the next first. */
export const listEnding = (ctx: Context, days = renewalDays): Promise<CommitmentRow[]> =>
  commitments(ctx)
    .where("c.state", "=", "confirmed")
    .where("c.endsOn", "<=", plusDays(dayOf(ctx.now), days))
    .where("m.state", "in", ["planned", "running", "changed"])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("measureCommitments as r")
            .select("r.id")
            .whereRef("r.renewsId", "=", "c.id")
            .where("r.state", "in", ["offered", "confirmed"]),
        ),
      ),
    )
    .orderBy("c.endsOn")
    .limit(200)
    .execute();

/** Running on this day: confirmed, begun, not ended. */
export const runsOn = (
  { state, startsOn, endsOn }: Pick<MeasureCommitment, "state" | "startsOn" | "endsOn">,
  day: string,
) => state === "confirmed" && startsOn <= day && endsOn >= day;

export type PromisedSum = {
  readonly kind: CommitmentKind;
  readonly amount: number;
  readonly given: number;
  readonly partners: number;
};

/** What stands today, by its kind: how much, from how many partners, and how much of it was given. */
export const sumsOf = (
  ctx: Pick<Context, "now">,
  commitments: readonly Pick<
    CommitmentRow,
    "kind" | "amount" | "given" | "organizationId" | "state" | "startsOn" | "endsOn"
  >[],
): readonly PromisedSum[] => {
  const running = commitments.filter((row) => runsOn(row, dayOf(ctx.now)));
  return commitmentKinds.flatMap((kind) => {
    const some = running.filter((row) => row.kind === kind);
    if (some.length === 0) return [];
    return [
      {
        kind,
        amount: some.reduce((sum, row) => sum + row.amount, 0),
        given: some.reduce((sum, row) => sum + row.given, 0),
        partners: new Set(some.map((row) => row.organizationId)).size,
      },
    ];
  });
};

const named =
  (ctx: Context) =>
  (row: CommitmentRow): Named => ({
    kind: "measureCommitment",
    id: row.id,
    title: `${row.organization}: ${promiseText(ctx, row)}`,
    path: `${paths.measure(row.measureNumber)}#zusage-${row.id}`,
  });

export const nameCommitments = async (
  ctx: Context,
  ids: readonly CommitmentId[],
): Promise<readonly Named[]> =>
  (
    await commitments(ctx)
      .where("c.id", "in", [...ids])
      .limit(ids.length)
      .execute()
  ).map(named(ctx));

export const findCommitments = async (ctx: Context, words: string): Promise<readonly Named[]> =>
  (
    await commitments(ctx)
      .where((where) =>
        where.or([where("c.words", "ilike", likeWords(words)), where("g.name", "ilike", likeWords(words))]),
      )
      .orderBy("c.madeAt", "desc")
      .limit(8)
      .execute()
  ).map(named(ctx));

/** What somebody promised in the name of their organization. */
export const tellOwn = (ctx: Context, person: Id<"person">) =>
  ctx.db
    .selectFrom("measureCommitments as c")
    .innerJoin("measures as m", "m.id", "c.measureId")
    .innerJoin("organizations as g", "g.id", "c.organizationId")
    .select(["g.name as organization", "m.title as measure", "c.words", "c.madeAt"])
    .where("c.madeBy", "=", person)
    .orderBy("c.madeAt")
    .limit(1_000)
    .execute();
