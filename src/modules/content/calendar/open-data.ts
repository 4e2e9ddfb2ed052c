import * as z from "zod";
import type { Dataset } from "#core/module.ts";
import { listFeedDates } from "./queries.ts";

const columns = z.object({
  id: z.string(),
  title: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  allDay: z.boolean(),
  whereText: z.string(),
  postcode: z.string().nullable(),
  accessibility: z.array(z.string()),
  admission: z.string(),
  organization: z.string().nullable(),
  canceledAt: z.date().nullable(),
});

/** The shared calendar, free for every use. */
export const datasets: readonly Dataset[] = [
  { name: "events", licence: "CC0-1.0", columns, rows: listFeedDates },
];
