import type { Insertable } from "kysely";
import type { Context } from "#core/context.ts";
import { dayOf, plusDays } from "#core/local-time.ts";
import type { Process, ProcessesTable } from "#modules/participation/schema.ts";
import { type PhaseKind, phaseKinds } from "#modules/participation/vocabulary.ts";

const long = 20;

/** A published process that is in this phase today; each of the others lies beside it. */
export const processIn = async (
  office: Context,
  phase: PhaseKind = "collect",
  fields: Partial<Insertable<ProcessesTable>> = {},
): Promise<Process> => {
  const process = await office.db
    .insertInto("processes")
    .values({
      slug: `platz-${phase.toLowerCase()}`,
      title: "Der Platz",
      question: "Was soll auf den Platz?",
      asksCost: true,
      state: "published",
      publishedAt: office.now,
      ...fields,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const today = plusDays(dayOf(office.now), -long / 2);
  await office.db
    .insertInto("processPhases")
    .values(
      phaseKinds.map((kind, at) => {
        const startsOn = plusDays(today, (at - phaseKinds.indexOf(phase)) * long);
        return { processId: process.id, kind, startsOn, endsOn: plusDays(startsOn, long - 1) };
      }),
    )
    .execute();
  return process;
};
