import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { addRole } from "#modules/shifts/commands.ts";
import { addSeries, type SeriesInput } from "#modules/shifts/series/commands.ts";
import { formOf, made } from "./made.ts";

const input = {
  title: "Kaffee am Dienstag",
  summary: "Wir decken den Tisch.",
  rhythm: "weekly",
  fields: ["culture"],
  postcode: "02943",
  townName: "Musterstadt",
};

/** A published offer whose shifts come again every Tuesday from three to five, with one role for one to two people. */
export const weekly = async (
  office: Context,
  club: Id<"organization">,
  changes: Partial<SeriesInput> & { readonly maximum?: number } = {},
) => {
  const { maximum = 2, ...rest } = changes;
  const { id, slug } = await addOpportunity(office, club, formOf(office, OpportunityInput, input));
  made(await publishOpportunity(office, id));
  const role = made(await addRole(office, id, { name: "Theke" }));
  const series: SeriesInput = {
    rule: "FREQ=WEEKLY;BYDAY=TU",
    startsOn: "2026-11-24",
    startsTime: "15:00",
    minutes: 120,
    skipsHolidays: true,
    needs: [{ roleId: role, minimum: 1, maximum }],
    ...rest,
  };
  return { offer: id, slug, role, series, seriesId: made(await addSeries(office, id, series)) };
};
